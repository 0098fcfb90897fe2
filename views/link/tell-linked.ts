import type { Context } from '../../src/context.ts';
import type { Language } from '../../src/language/format.ts';
import type { Linked } from '../../src/lightspeed/link-account.ts';
import { linkedMessage } from './blocks.ts';

/** Says in Slack what was done in a browser. The account is linked whether or not Slack takes the message: the page says so too. */
export async function tellLinked(
  { delivery, workspace, logger }: Context,
  { userId, linked }: { userId: string; linked: Linked },
  language: Language,
): Promise<void> {
  try {
    await delivery.post(workspace._id, { channelId: userId, ...linkedMessage(linked, language) });
  } catch (error) {
    logger.warn({ err: error, userId }, 'a person could not be told that an account is linked');
  }
}
