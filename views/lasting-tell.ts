import type { Engine } from '../src/context.ts';
import type { Asker, Tell } from './answering.ts';
import { section } from './blocks.ts';

/**
 * A way to tell that outlasts its place: Slack takes answers to a click or command for half an hour only, and none in a form that
 * was closed. What cannot be said there goes to the person as a direct message.
 */
export function lastingTell({ delivery, logger }: Engine, { workspaceId, userId }: Asker, tell: Tell): Tell {
  return async (text, language, more = []) => {
    try {
      await tell(text, language, more);
    } catch (error) {
      logger.info({ err: error, userId }, 'an answer found no place, so it goes as a direct message');
      await delivery.post(workspaceId, { channelId: userId, text, blocks: [section(text), ...more] });
    }
  };
}
