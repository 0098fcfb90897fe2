import { setTimeout as wait } from 'node:timers/promises';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Logger } from '../logger.ts';
import { DeliveryError } from './delivery.ts';

/** Slack's codes for blocks it will not take; its limit on all their text together is undocumented. */
const badBlocks = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);

/**
 * How long to wait before a message is sent again whose picture Slack does not know yet, milliseconds: an upload is finished
 * some time after its last call was answered (python-slack-sdk issues 1521 and 1658).
 */
const pictureWaits: readonly number[] = [1_000, 2_000, 3_000];

export type Sleep = (milliseconds: number) => Promise<unknown>;

/**
 * Sends a message whatever Slack thinks of its blocks: they must not cost people the figure. A picture that is not ready is
 * waited for a little, and then left out; other blocks that Slack refuses leave the text alone, and the log says why.
 * A refused message was not posted, so it may be sent again. Throws what `send` throws otherwise.
 */
export async function withoutBadBlocks<Result>(
  send: (blocks: object) => Promise<Result>,
  { blocks }: { blocks: readonly object[] },
  { logger, sleep = wait }: { logger: Logger; sleep?: Sleep },
): Promise<Result> {
  for (const pause of [...pictureWaits, undefined]) {
    try {
      return await send({ blocks });
    } catch (error) {
      const reasons = refusalOf(error);
      if (!reasons.some((reason) => reason.includes('slack_file'))) {
        logger.error({ reasons }, 'Slack refused the blocks of a message');
        return send({ blocks: [] });
      }
      if (pause !== undefined) await sleep(pause);
    }
  }
  logger.error('Slack does not know the picture of a message, which goes without it');
  const others = blocks.filter((block) => !('slack_file' in block));
  if (others.length === blocks.length) return send({ blocks: [] });
  return withoutBadBlocks(send, { blocks: others }, { logger, sleep });
}

/** Why Slack will not take the blocks, in its own words; throws the error again when it is about anything else. */
function refusalOf(error: unknown): readonly string[] {
  const refusal = error instanceof DeliveryError ? error.cause : undefined;
  if (!(refusal instanceof WebAPIPlatformError) || !badBlocks.has(refusal.data.error)) throw error;
  return refusal.data.response_metadata?.messages ?? [];
}
