import type { Context } from '../context.ts';
import { DeliveryError } from '../slack/delivery.ts';
import type { Message } from '../slack/message.ts';

/** Slack's codes for a message that a person took away, or that cannot be edited any more. */
const gone = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed', 'thread_not_found']);

/** Replaces a message of ours in place; false when somebody deleted it, which is their wish. Throws a DeliveryError. */
export async function editMessage(
  { delivery, workspace }: Context,
  message: Message & { channelId: string; ts: string },
): Promise<boolean> {
  try {
    await delivery.update(workspace._id, message);
    return true;
  } catch (error) {
    if (error instanceof DeliveryError && gone.has(error.code)) return false;
    throw error;
  }
}
