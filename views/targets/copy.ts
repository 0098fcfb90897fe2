import { createHash } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Context, Engine } from '../../src/context.ts';
import { todayOf } from '../../src/departments/today.ts';
import { dayText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { type CopyRequest, type Proposals, proposeTargets } from '../../src/targets/last-year.ts';
import { saveTargets } from '../../src/targets/save-targets.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { answering } from '../answering.ts';
import { askerOf, openingOf } from '../bolt-args.ts';
import { actions, callbacks, fields } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { noticeThrough, type Words } from '../modal.ts';
import { showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { copyModal, proposalsModal } from './copy-blocks.ts';
import { showDone } from './show.ts';

const title: Words = (say) => say.target.copyTitle;

const basis = z.enum(['month', 'weeks']);
const percent = z.coerce.number().int().min(-90).max(500);
const option = z.object({ value: z.string() });
const form = z.object({
  [fields.departments]: z.object({
    [actions.pickDepartment]: z.object({ selected_option: option.nullish() }),
  }),
  [fields.from]: z.object({ [actions.input]: z.object({ selected_date: z.iso.date() }) }),
  [fields.basis]: z.object({
    [actions.input]: z.object({ selected_option: z.object({ value: basis }) }),
  }),
  [fields.percent]: z.object({ [actions.input]: z.object({ value: percent }) }),
});

/** What the shown amounts carry along; the hash tells whether they would be the same again. */
const shown = z.object({
  departmentId: z.string().nullable(),
  from: z.iso.date(),
  basis,
  percent,
  hash: z.string(),
});

/** Targets out of last year's turnover: asked for, shown, and saved as they were shown. */
export function registerTargetCopy(on: Listeners, engine: Engine): void {
  on.action(actions.openTargetCopy, async ({ ack, ...args }) => {
    await ack();
    const opening = { ...openingOf(args, { action: actions.openTargets }), isOnTop: true };
    await showModal(engine, opening, title, async ({ context, userId, language }) => {
      await requireManager(context, userId);
      return copyModal({ from: nextMonth(todayOf(context)) }, language);
    });
  });
  on.submit(callbacks.targetCopy, (args) => submitRequest(engine, args));
  on.submit(callbacks.targetCopyShown, (args) => submitShown(engine, args));
}

function nextMonth(day: Day): Day {
  return Temporal.PlainDate.from(day).with({ day: 1 }).add({ months: 1 }).toString();
}

async function submitRequest(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((next) => ack({ response_action: 'update', view: next }), title);
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const read = form.parse(view.state.values);
    const request: CopyRequest = {
      departmentId: read[fields.departments][actions.pickDepartment].selected_option?.value ?? null,
      from: read[fields.from][actions.input].selected_date,
      basis: read[fields.basis][actions.input].selected_option.value,
      percent: read[fields.percent][actions.input].value,
    };
    const proposals = await proposeTargets(context, request);
    await ack({ response_action: 'update', view: shownView(context, { request, proposals }, language) });
  });
}

async function submitShown(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((next) => ack({ response_action: 'update', view: next }), title);
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const { hash, ...request } = shown.parse(JSON.parse(view.private_metadata));
    const made = await proposeTargets(context, request);
    if (hashOf(context, made) !== hash) {
      const anew = shownView(context, { request, proposals: made, isAnew: true }, language);
      return ack({ response_action: 'update', view: anew });
    }
    const targets = made.proposals.map(({ departmentId, currency, week }) => ({
      departmentId,
      currency,
      week: { from: request.from, amounts: week },
    }));
    await saveTargets(context, { targets, source: 'last-year', userId });
    const done = texts(language).target.copied(targets.length, dayText(request.from, language));
    await showDone({ ...args, ack }, { context, language, done });
  });
}

function shownView(
  context: Context,
  { request, proposals, isAnew = false }: { request: CopyRequest; proposals: Proposals; isAnew?: boolean },
  language: Language,
): ModalView {
  const metadata = JSON.stringify({ ...request, hash: hashOf(context, proposals) });
  const { vat } = context.workspace;
  return proposalsModal({ ...proposals, request, vat, metadata, isAnew }, language);
}

function hashOf({ workspace }: Context, { proposals }: Proposals): string {
  const said = proposals.map(({ departmentId, currency, week }) => [departmentId, currency, week]);
  return createHash('sha256')
    .update(JSON.stringify([workspace.vat, said]))
    .digest('hex');
}
