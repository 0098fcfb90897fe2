import type { RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Engine } from '../../src/context.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { readDay } from '../../src/turnover/read-day.ts';
import { readQuestion, reconcileDay } from '../../src/turnover/reconcile-day.ts';
import { storedDay } from '../../src/turnover/stored-evidence.ts';
import { type Day, dayOf } from '../../src/turnover/trading-day.ts';
import { type Asker, answering } from '../answering.ts';
import { asText, cut } from '../blocks.ts';
import { askerOf } from '../bolt-args.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal, noticeModal, noticeThrough, type Words } from '../modal.ts';
import { respondTell } from '../respond-tell.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { noQuestionText, reconcileModal, reconciliationMessage } from './reconcile-blocks.ts';

const title: Words = (say) => say.reconcile.title;

/** Asks which amount is to be held against a day; the day as a person typed it, or as a button says it. */
export async function openReconcile(engine: Engine, opening: Opening, typedDay: string): Promise<void> {
  await showModal(engine, opening, title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const { workspace, clock } = context;
    const day = readDay(typedDay, dayOf(clock(), { zone: workspace.zone, cutOff: 0 }));
    if (day === undefined) {
      const text = texts(language).dayLog.unreadable(asText(cut(typedDay, 60)));
      return noticeModal({ title: title(texts(language)), text }, language);
    }
    return reconcileModal({ day, currencies: (await storedDay(context, day)).currencies }, language);
  });
}

/** Answers an amount that was typed after the command, to the person alone. */
export async function answerReconcile(
  engine: Engine,
  { asker, day: typedDay, typed, respond }: { asker: Asker; day: string; typed: string; respond: RespondFn },
): Promise<void> {
  const tell = (text: string) => respond({ text, response_type: 'ephemeral' });
  await answering(engine, asker, respondTell(respond), async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const { zone } = context.workspace;
    const day = readDay(typedDay, dayOf(context.clock(), { zone, cutOff: 0 }));
    if (day === undefined) {
      await tell(texts(language).dayLog.unreadable(asText(cut(typedDay, 60))));
      return;
    }
    const question = await readQuestion(context, { day, typed });
    if (question.kind !== 'question') {
      await tell(noQuestionText(question, { day, typed, language }));
      return;
    }
    const message = reconciliationMessage(await reconcileDay(context, question), { language, zone });
    await respond({ ...message, response_type: 'ephemeral' });
  });
}

const form = z.object({
  [fields.amount]: z.object({ [actions.input]: z.object({ value: z.string().nullish() }) }),
  [fields.currency]: z
    .object({ [actions.input]: z.object({ selected_option: z.object({ value: z.string() }) }) })
    .optional(),
});

/** Holds the amount of the form against its day. What was mistyped is told at its field, before Lightspeed is asked. */
export async function submitReconcile(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const ack = timelyAck(args, { ...engine, title });
  const show = (next: ModalView) => ack({ response_action: 'update', view: next });
  const notice = noticeThrough(show, title);
  await answering(engine, askerOf(body), notice, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const tell = (text: string) => notice(text, language);
    const day: Day = z.iso.date().parse(view.private_metadata);
    const values = form.parse(view.state.values);
    const typed = values[fields.amount][actions.input].value ?? '';
    const currency = values[fields.currency]?.[actions.input].selected_option.value;
    const question = await readQuestion(context, {
      day,
      typed,
      ...(currency === undefined ? {} : { currency }),
    });
    if (question.kind === 'amount' || question.kind === 'which-currency') {
      const text = noQuestionText(question, { day, typed, language });
      await ack({ response_action: 'errors', errors: { [fields.amount]: text } });
      return;
    }
    if (question.kind !== 'question')
      return void (await tell(noQuestionText(question, { day, typed, language })));
    await tell(texts(language).dayActions.reading);
    const held = await reconcileDay(context, question);
    const { blocks } = reconciliationMessage(held, { language, zone: context.workspace.zone });
    await show(modal({ callback: callbacks.notice, title: title(texts(language)), blocks }, language));
  });
}
