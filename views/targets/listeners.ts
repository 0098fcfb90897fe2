import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Engine } from '../../src/context.ts';
import { UnknownChoiceError } from '../../src/departments/errors.ts';
import { dayText, timeText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { sendTemplate } from '../../src/targets/file/template.ts';
import { listTargets } from '../../src/targets/list-targets.ts';
import { saveTargets } from '../../src/targets/save-targets.ts';
import { offerToManagers } from '../answer-options.ts';
import { answering, type Request } from '../answering.ts';
import { asText } from '../blocks.ts';
import { askerOf, openingOf } from '../bolt-args.ts';
import { departmentOptions } from '../departments/options.ts';
import { actions, callbacks } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { noticeModal, noticeThrough, type Words } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { registerTargetCopy } from './copy.ts';
import { registerTargetFile } from './file.ts';
import { showDone, targetsView } from './show.ts';
import { departmentOfForm, isOvertaken, readWeekForm, weekModal } from './week-form.ts';

const title: Words = (say) => say.target.title;

export function registerTargets(on: Listeners, engine: Engine): void {
  on.action(actions.openTargets, async ({ ack, ...args }) => {
    await ack();
    await openTargetsModal(engine, openingOf(args, { action: actions.openTargets }));
  });
  on.action(actions.openTargetWeek, async ({ ack, ...args }) => {
    await ack();
    const departmentId = chosenIn(args.body);
    const opening = { ...openingOf(args, { action: actions.openTargets }), isOnTop: true };
    await showModal(engine, opening, title, (request) => weekView(request, departmentId));
  });
  on.action(actions.sendTargetFile, async ({ ack, body, client }) => {
    await ack();
    const viewId = body.view?.id;
    if (viewId === undefined) return;
    const show = (view: ModalView) => client.views.update({ view_id: viewId, view });
    await answering(
      engine,
      askerOf(body),
      noticeThrough(show, title),
      async ({ context, userId, language }) => {
        await requireManager(context, userId);
        await sendTemplate(context, { userId, language });
        await show(await targetsView(context, language, texts(language).target.downloaded));
      },
    );
  });
  on.options(actions.openTargetWeek, (args) => offerToManagers(engine, args, departmentOptions));
  on.submit(callbacks.targetWeek, (args) => submitWeek(engine, args));
  registerTargetCopy(on, engine);
  registerTargetFile(on, engine);
}

/** Opens the targets; from another modal on top of it, to come back to. */
export async function openTargetsModal(engine: Engine, opening: Opening): Promise<void> {
  const onTop = { ...opening, isOnTop: opening.viewId !== undefined };
  await showModal(engine, onTop, title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    return targetsView(context, language);
  });
}

function chosenIn(body: BlockAction): string {
  const [action] = body.actions;
  return action?.type === 'external_select' ? (action.selected_option?.value ?? '') : '';
}

async function weekView({ context, userId, language }: Request, departmentId: string): Promise<ModalView> {
  await requireManager(context, userId);
  const { target } = texts(language);
  const { departments, currencies, today } = await listTargets(context);
  const department = departments.find((each) => each.departmentId === departmentId);
  if (!department) return noticeModal({ title: target.weekTitle, text: target.gone }, language);
  return weekModal({ department, currencies, today, vat: context.workspace.vat }, language);
}

async function submitWeek(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((next) => ack({ response_action: 'update', view: next }), title);
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const { target } = texts(language);
    const { departments, currencies, today } = await listTargets(context);
    const read = readWeekForm(view.state.values, { currencies, language });
    if ('errors' in read) return ack({ response_action: 'errors', errors: read.errors });
    const departmentId = departmentOfForm(view.private_metadata);
    const department = departments.find((each) => each.departmentId === departmentId);
    if (!department) throw new UnknownChoiceError('a department that is not in use');
    if (isOvertaken(view.private_metadata, department)) {
      const { vat, zone } = context.workspace;
      const { by = '', at = new Date(0) } = department.lastSet ?? {};
      const changed = target.changed(`<@${by}>`, timeText(at, zone, language));
      // What was typed stays: the blocks keep their names.
      const form = weekModal({ department, currencies, today, vat, changed }, language);
      return ack({ response_action: 'update', view: form });
    }
    const { from, currency, week: amounts } = read;
    const targets = [{ departmentId, currency, week: { from, amounts } }];
    await saveTargets(context, { targets, source: 'form', userId });
    const done = target.saved(asText(department.name), dayText(from, language));
    await showDone({ ...args, ack }, { context, language, done });
  });
}
