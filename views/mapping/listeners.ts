import type { SlackViewMiddlewareArgs, ViewClosedAction } from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import type { Engine } from '../../src/context.ts';
import { problemsOf } from '../../src/departments/draft-problems.ts';
import { activeDepartments, allDepartments } from '../../src/departments/in-order.ts';
import { findDraft, keepDraft, openDraft } from '../../src/departments/mapping-draft.ts';
import { mappingForm } from '../../src/departments/mapping-form.ts';
import { mappingSummary } from '../../src/departments/mapping-summary.ts';
import { nameKey } from '../../src/departments/name.ts';
import { submitDraft } from '../../src/departments/submit-draft.ts';
import { texts } from '../../src/language/texts.ts';
import { refreshStoreNotices } from '../../src/new-stores/refresh-notices.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { statusOf } from '../../src/turnover/status.ts';
import { mostOffered, type OptionsRequest, offerToManagers } from '../answer-options.ts';
import { answering } from '../answering.ts';
import { askerOf, openingOf, pressedValue } from '../bolt-args.ts';
import { actions, callbacks } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { noticeModal, noticeThrough, type Words } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { mappingModal } from './blocks.ts';
import { changeForm, dropChoices, type Touch } from './change-form.ts';
import { mappingDoneModal } from './done.ts';
import { showProblems } from './problems.ts';
import { readQuery, readState } from './read-state.ts';
import { choiceOptions } from './rows.ts';

const title: Words = (say) => say.mapping.title;

export function registerMapping(on: Listeners, engine: Engine): void {
  on.action(actions.openMapping, async ({ ack, ...args }) => {
    await ack();
    const linkId = pressedValue(args.body);
    await openMappingModal(engine, openingOf(args, { action: actions.openMapping, value: linkId }), linkId);
  });
  const touch = (action: string, work: (touched: Touch) => Promise<void>) =>
    on.action(action, async ({ ack, body, client }) => {
      if (body.view?.callback_id !== callbacks.mapping) return;
      await ack();
      await work({ body, client });
    });
  touch(actions.mapStore, (touched) => changeForm(engine, touched, () => ({})));
  for (const action of [actions.previousStores, actions.nextStores]) {
    touch(action, (touched) =>
      changeForm(engine, touched, () => ({ page: Math.trunc(Number(pressedValue(touched.body))) || 0 })),
    );
  }
  touch(actions.findStores, (touched) =>
    changeForm(engine, touched, (draft, view) => ({ query: readQuery(view, draft), page: 0 })),
  );
  touch(actions.showUnmapped, (touched) =>
    changeForm(engine, touched, () => ({ onlyUnmapped: true, page: 0 })),
  );
  touch(actions.showAllStores, (touched) =>
    changeForm(engine, touched, ({ round }) => ({
      ...{ onlyUnmapped: false, query: '', page: 0 },
      // The box that finds stores is to be empty again.
      round: round + 1,
    })),
  );
  touch(actions.dropDraft, (touched) => dropChoices(engine, touched));
  on.options(actions.mapStore, (args) => offerToManagers(engine, args, suggestions));
  on.submit(callbacks.mapping, (args) => submitMapping(engine, args));
  on.close(callbacks.mapping, (args) => closeMapping(engine, args));
}

/** Opens the mapping form of a link, or of the first one when none is named. */
export async function openMappingModal(engine: Engine, opening: Opening, linkId?: string): Promise<void> {
  await showModal(engine, opening, title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const { links } = await statusOf(context);
    const chosen = links.find(({ link }) => link._id === linkId) ?? (linkId ? undefined : links[0]);
    const say = texts(language);
    if (!chosen) return noticeModal({ title: title(say), text: say.importNow.noLink }, language);
    const { draft, changes } = await openDraft(context, { linkId: chosen.link._id, userId });
    const form = { ...(await mappingForm(context, draft)), changes, isResumed: true };
    return mappingModal(form, language);
  });
}

/** Departments in use whose name has what is typed in it, and what may be chosen beside them. */
async function suggestions({ context, language, body }: OptionsRequest): Promise<PlainTextOption[]> {
  const query = nameKey(body.value);
  const departments = await activeDepartments(context);
  const special = choiceOptions([], language);
  const found = departments.filter(({ key }) => key.includes(query)).slice(0, mostOffered - special.length);
  return choiceOptions(found, language);
}

async function submitMapping(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((next) => ack({ response_action: 'update', view: next }), title);
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const found = await findDraft(context, { draftId: view.private_metadata, userId });
    if (!found) return void (await tell(texts(language).mapping.notEditable, language));
    const draft = await keepDraft(context, found, readState(view, found));
    const problems = problemsOf(draft, await allDepartments(context));
    if (problems.size > 0) return showProblems({ context, language }, { draft, problems, view, ack });
    const changed = await submitDraft(context, draft);
    const next = changed
      ? mappingModal({ ...(await mappingForm(context, changed.draft)), changes: changed.changes }, language)
      : mappingDoneModal(await mappingSummary(context, draft), language);
    await ack({ response_action: 'update', view: next });
    if (!changed) await refreshStoreNotices(context, draft);
  });
}

/** What is chosen in a form that is closed is kept for the next time. */
async function closeMapping(
  engine: Engine,
  { ack, body, view }: Pick<SlackViewMiddlewareArgs<ViewClosedAction>, 'ack' | 'body' | 'view'>,
): Promise<void> {
  await ack();
  // The form is closed: nobody is there to be told.
  const tell = async () => undefined;
  await answering(engine, askerOf(body), tell, async ({ context, userId }) => {
    const draft = await findDraft(context, { draftId: view.private_metadata, userId });
    if (draft) await keepDraft(context, draft, readState(view, draft));
  });
}
