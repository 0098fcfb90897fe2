import type { KnownBlock } from '@slack/types';

/** What Slack shows: blocks, and a text that says the same for notifications and screen readers. */
export interface Message {
  text: string;
  blocks: KnownBlock[];
}
