import { RespondError, type RespondFn } from '@slack/bolt';
import type { Logger } from '../src/logger.ts';
import type { Message } from '../src/slack/message.ts';

/** How an answer appears. */
export interface Appearance {
  response_type: 'ephemeral' | 'in_channel';
  replace_original?: boolean;
}

/**
 * Answers whatever Slack thinks of the blocks, which must not cost people the figures: a picture that Slack does not know yet
 * is left out, and where that does not help the text goes alone. Throws a RespondError when not even that is taken.
 */
export async function respondSafely(
  respond: RespondFn,
  { text, blocks }: Message,
  { appearance, logger }: { appearance: Appearance; logger: Logger },
): Promise<void> {
  const plainer = blocks.filter(({ type }) => type !== 'image');
  const tries = [blocks, ...(plainer.length < blocks.length ? [plainer] : []), []];
  for (const [index, each] of tries.entries()) {
    try {
      await respond({ text, blocks: each, ...appearance });
      return;
    } catch (error) {
      if (!(error instanceof RespondError) || index === tries.length - 1) throw error;
      logger.error({ err: error, blocks: each.length }, 'Slack refused the blocks of an answer');
    }
  }
}
