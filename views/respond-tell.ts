import type { RespondFn } from '@slack/bolt';
import type { Tell } from './answering.ts';
import { section } from './blocks.ts';

/** A way to tell the person alone, beside what they clicked or typed. */
export function respondTell(respond: RespondFn): Tell {
  return (text, _language, more = []) =>
    respond({
      text,
      ...(more.length > 0 ? { blocks: [section(text), ...more] } : {}),
      response_type: 'ephemeral',
      replace_original: false,
    });
}
