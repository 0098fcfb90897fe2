import type { BlockAction } from '@slack/bolt';
import {
  changeAccess,
  changeDepartmentAccess,
  type EditedList,
  unreadable,
} from '../../src/access/change-access.ts';
import type { Context, Engine } from '../../src/context.ts';
import { allDepartments } from '../../src/departments/in-order.ts';
import { channelsTelling } from '../../src/digest/list-channels.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { accessOf } from '../../src/security/access-rules.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { departmentById } from '../../src/turnover/ask-turnover.ts';
import { enterWorkspace } from '../../src/workspaces.ts';
import { offerToManagers } from '../answer-options.ts';
import { answering, type Request } from '../answering.ts';
import { asText } from '../blocks.ts';
import { askerOf, openingOf, pressedValue } from '../bolt-args.ts';
import { departmentOptions } from '../departments/options.ts';
import { actions, callbacks, fields } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { noticeModal, noticeThrough, type Words } from '../modal.ts';
import { settingsView } from '../settings/settings-view.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { accessModal, departmentAccessModal } from './blocks.ts';
import { readAccess, readDepartmentAccess } from './read-form.ts';
import { channelNames } from './summary.ts';

const title: Words = (say) => say.accessSettings.title;

/** Who may see turnover: the form of all, and that of one department. */
export function registerAccessSettings(on: Listeners, engine: Engine): void {
  on.action(actions.openAccess, async ({ ack, ...args }) => {
    await ack();
    await openAccessModal(engine, onTop(openingOf(args, { action: actions.openAccess })));
  });
  for (const action of [actions.openDepartmentAccess, actions.pickAccessDepartment]) {
    on.action(action, async ({ ack, ...args }) => {
      await ack();
      const id = chosenId(args.body);
      const reopen = { action: actions.openDepartmentAccess, value: id };
      if (id !== '') await openDepartmentForm(engine, onTop(openingOf(args, reopen)), id);
    });
  }
  on.options(actions.pickAccessDepartment, (args) => offerToManagers(engine, args, departmentOptions));
  on.submit(callbacks.access, (args) => submit(engine, args, saveAccess));
  on.submit(callbacks.departmentAccess, (args) => submit(engine, args, saveDepartment));
}

/** Opens the rules as they are. */
export async function openAccessModal(engine: Engine, opening: Opening): Promise<void> {
  await showModal(engine, opening, title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    return accessView(context, language);
  });
}

async function openDepartmentForm(engine: Engine, opening: Opening, id: string): Promise<void> {
  await showModal(engine, opening, title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const department = await departmentById(context, id);
    if (!department) {
      const text = texts(language).accessSettings.departmentGone;
      return noticeModal({ title: title(texts(language)), text }, language);
    }
    const kept = accessOf(context.workspace).departments;
    const own = kept.find(({ departmentId }) => departmentId === id) ?? null;
    return departmentAccessModal({ department, own }, language);
  });
}

/** In a modal a form is laid on top, to come back from; anywhere else it is a modal of its own. */
const onTop = (opening: Opening): Opening => ({ ...opening, isOnTop: opening.viewId !== undefined });

/** The department of a button, or the one that was chosen in the menu. */
function chosenId(body: BlockAction): string {
  const [action] = body.actions;
  return action?.type === 'external_select' ? (action.selected_option?.value ?? '') : pressedValue(body);
}

async function accessView(context: Context, language: Language, done?: string) {
  const departments = await allDepartments(context);
  const access = accessOf(context.workspace);
  return accessModal({ access, departments, ...(done === undefined ? {} : { done }) }, language);
}

/** Saves what was filled in: the form's errors by field, or the view to come back to. */
type Saving = (
  request: Request,
  view: Submit['view'],
) => Promise<{ errors: Record<string, string> } | { below: typeof accessView; done: string }>;

const saveAccess: Saving = async ({ context, userId, language }, { state, private_metadata: metadata }) => {
  const read = readAccess(state.values, metadata);
  const say = texts(language).accessSettings;
  if (read.seenBy === 'channels' && read.channels.length === 0) {
    return { errors: { [fields.channels]: say.noChannel } };
  }
  const errors = await channelErrors(context, read, language);
  if (errors) return { errors };
  await changeAccess(context, { ...read, userId });
  return { below: settingsView, done: say.saved };
};

const saveDepartment: Saving = async (
  { context, userId, language },
  { state, private_metadata: metadata },
) => {
  const { departmentId, list } = readDepartmentAccess(state.values, metadata);
  const say = texts(language).accessSettings;
  const department = await departmentById(context, departmentId);
  if (!department) {
    return { below: accessView, done: say.departmentGone };
  }
  const errors = list && (await channelErrors(context, list, language));
  if (errors) return { errors };
  await changeDepartmentAccess(context, { departmentId, list, userId });
  // A channel's digest is read by all who are in it, whatever the rules: who made this one must know where it does not hold.
  const telling = list ? await channelsTelling(context, departmentId) : [];
  const still = say.stillTold(asText(department.name), channelNames(telling, language));
  return { below: accessView, done: telling.length > 0 ? `${say.saved} ${still}` : say.saved };
};

/** Who is in a channel must be known from the start, or nobody would get in by it. */
async function channelErrors(
  context: Context,
  { channels }: EditedList,
  language: Language,
): Promise<Record<string, string> | undefined> {
  const say = texts(language).accessSettings;
  const blind = await unreadable(context, channels);
  if (blind.length === 0) return undefined;
  const hasNoScope = blind.some(({ code }) => code === 'missing_scope');
  // At a field Slack shows plain text alone, in which the mark of a channel would be its id.
  const text = hasNoScope ? say.noScope : say.blindChannels(blind.length, channels.length);
  return { [fields.channels]: text };
}

async function submit(engine: Engine, args: Submit, save: Saving): Promise<void> {
  const { body, view, client } = args;
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((next) => ack({ response_action: 'update', view: next }), title);
  await answering(engine, askerOf(body), tell, async (request) => {
    await requireManager(request.context, request.userId);
    const saved = await save(request, view);
    if ('errors' in saved) return ack({ response_action: 'errors', errors: saved.errors });
    const below = view.previous_view_id;
    if (!below) return void (await tell(saved.done, request.language));
    await ack();
    // What was read before it was changed is not what it is now.
    const context = await enterWorkspace(engine, request);
    const next = await saved.below(context, request.language, saved.done);
    await client.views.update({ view_id: below, view: next });
  });
}
