import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import { button, buttons, section } from '../blocks.ts';
import { actions } from '../ids.ts';

/** Told to the person who chose a channel that takes no digest. */
export function undeliverableMessage(
  { channelId, code }: { channelId: string; code: string },
  language: Language,
): Message {
  const { notices, status } = texts(language);
  const text = `${notices.undeliverable(channelId)} ${mendText(code, language)}`;
  return {
    text,
    blocks: [section(text), buttons(button({ action: actions.openSettings, text: status.settings }))],
  };
}

/** What a manager can do about a channel that takes no digest, by Slack's code. */
export function mendText(code: string, language: Language): string {
  const mends: Record<string, string> = texts(language).notices.mend;
  // Slack has a code for every way in which posting is restricted.
  const known = code.startsWith('restricted_action') ? 'restricted_action' : code;
  const mend = Object.hasOwn(mends, known) ? mends[known] : undefined;
  return mend ?? mends['other'] ?? '';
}
