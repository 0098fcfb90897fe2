import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import type { Reader } from '../../src/slack/readers.ts';
import { section } from '../blocks.ts';

/** To managers: Slack does not renew Daybook's access, and what to do; `address`: where it is installed, if known. */
export function installAnewMessage(
  { address }: { address: string | undefined },
  { language }: Reader,
): Message {
  const { install: say } = texts(language);
  const next = address === undefined ? say.anewHow : `${say.anewNext} <${address}|${say.begin}>`;
  return {
    text: `${say.anewHeading}. ${say.anew}`,
    blocks: [section(`:warning: *${say.anewHeading}*`), section(`${say.anew}\n${next}`)],
  };
}
