import { z } from 'zod';
import type { Context, Engine } from '../../src/context.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { DeliveryError } from '../../src/slack/delivery.ts';
import { largestFile, uploadTargets } from '../../src/targets/file/upload.ts';
import { listTargets } from '../../src/targets/list-targets.ts';
import { answering } from '../answering.ts';
import { askerOf, openingOf } from '../bolt-args.ts';
import { actions, callbacks, fields } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { noticeThrough, type Words } from '../modal.ts';
import { showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { fileModal, fileProblemModal } from './file-blocks.ts';
import { showDone } from './show.ts';

const title: Words = (say) => say.target.fileTitle;

const form = z.object({
  [fields.file]: z.object({ [actions.input]: z.object({ files: z.tuple([z.object({ id: z.string() })]) }) }),
  [fields.from]: z.object({ [actions.input]: z.object({ selected_date: z.iso.date() }) }),
  [fields.currency]: z
    .object({ [actions.input]: z.object({ selected_option: z.object({ value: z.string() }) }) })
    .optional(),
});

/** Targets out of a CSV file. */
export function registerTargetFile(on: Listeners, engine: Engine): void {
  on.action(actions.openTargetFile, async ({ ack, ...args }) => {
    await ack();
    const opening = { ...openingOf(args, { action: actions.openTargets }), isOnTop: true };
    await showModal(engine, opening, title, async ({ context, userId, language }) => {
      await requireManager(context, userId);
      return fileModal(await listTargets(context), language);
    });
  });
  on.submit(callbacks.targetFile, (args) => submitFile(engine, args));
}

async function submitFile(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((next) => ack({ response_action: 'update', view: next }), title);
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const { target } = texts(language);
    const read = form.parse(view.state.values);
    const { currencies } = await listTargets(context);
    const chosen = read[fields.currency]?.[actions.input].selected_option.value;
    const currency = z.enum(currencies).parse(chosen ?? currencies[0]);
    const from = read[fields.from][actions.input].selected_date;
    const file = await fileOf(context, read[fields.file][actions.input].files[0].id);
    if (!(file instanceof Uint8Array)) return void (await tell(target[file], language));
    const outcome = await uploadTargets(context, { bytes: file, from, currency, userId });
    if (outcome.kind !== 'saved') {
      const problems = fileProblemModal(outcome, { currency, language });
      return ack({ response_action: 'update', view: problems });
    }
    const done = target.uploaded(outcome.weekdays, outcome.days, outcome.departments);
    await showDone({ ...args, ack }, { context, language, done });
  });
}

/** The bytes of the file, or the words for why there are none. */
async function fileOf(
  { delivery, workspace, logger }: Context,
  fileId: string,
): Promise<Uint8Array | 'fileTooLarge' | 'fileUnread'> {
  try {
    return await delivery.readFile(workspace._id, { fileId, most: largestFile });
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    if (error.code === 'file_too_large') return 'fileTooLarge';
    logger.warn({ err: error }, 'a file with targets could not be read from Slack');
    return 'fileUnread';
  }
}
