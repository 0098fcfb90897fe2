import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import { cut, section } from '../blocks.ts';

/** A digest that a manager sent to themselves: says so before anything else, so that nobody takes it for the day's. */
export function digestTestMessage(message: Message, channelId: string, language: Language): Message {
  const { digestMore } = texts(language);
  return {
    text: cut(digestMore.testText(message.text), 2000),
    blocks: [section(digestMore.test(channelId)), ...message.blocks],
  };
}
