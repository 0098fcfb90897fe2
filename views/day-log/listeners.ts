import type { App, BlockAction, RespondFn } from '@slack/bolt';
import type { Engine } from '../../src/context.ts';
import { requireReader, standingOf } from '../../src/security/permissions.ts';
import { askDay } from '../../src/turnover/ask-day.ts';
import { type Asker, answering } from '../answering.ts';
import { askerOf, pressedValue } from '../bolt-args.ts';
import { actions } from '../ids.ts';
import { dayAnswerMessage } from './answer.ts';

/** How the answer appears: in place of the one that was clicked, beside it for the person alone, or for all to see. */
type Way = 'instead' | 'beside' | 'shared';

const ways = {
  [actions.showDay]: 'instead',
  [actions.showNextDay]: 'instead',
  [actions.openDay]: 'beside',
  [actions.shareDay]: 'shared',
} as const satisfies Record<string, Way>;

export function registerDayLog(app: App, engine: Engine): void {
  for (const [action, way] of Object.entries(ways)) {
    app.action<BlockAction>(action, async ({ ack, body, respond }) => {
      await ack();
      await answerDay(engine, { asker: askerOf(body), typed: pressedValue(body), respond, way });
    });
  }
}

/** Answers a question for a day, to the person who asked unless it is to be shared. */
export async function answerDay(
  engine: Engine,
  { asker, typed, respond, way }: { asker: Asker; typed: string; respond: RespondFn; way: Way },
): Promise<void> {
  const tell = (text: string) => respond({ text, response_type: 'ephemeral', replace_original: false });
  await answering(engine, asker, tell, async ({ context, userId, language }) => {
    await requireReader(context, userId);
    const answer = await askDay(context, { typed });
    // Only a log is worth the channel's time: that there is none concerns the person who asked.
    const isShared = way === 'shared' && answer.kind === 'log';
    const message = dayAnswerMessage(answer, {
      typed,
      language,
      zone: context.workspace.zone,
      ...(isShared ? { sharedBy: userId } : {}),
      isManager: (await standingOf(context, userId)) === 'manager',
    });
    await respond({
      ...message,
      response_type: isShared ? 'in_channel' : 'ephemeral',
      replace_original: way === 'instead',
    });
  });
}
