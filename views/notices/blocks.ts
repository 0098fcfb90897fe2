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
  const mends: Record<string, string> = notices.mend;
  const text = `${notices.undeliverable(channelId)} ${mends[code] ?? notices.mend.other}`;
  return {
    text,
    blocks: [section(text), buttons(button({ action: actions.openSettings, text: status.settings }))],
  };
}
