import type { Child } from './dom.ts';
import { obj, str } from './json.ts';
import { mrkdwn, type Names, plainText } from './mrkdwn.ts';

/** A text object, with its marks when it is mrkdwn. */
export function text(value: unknown, names: Names): Child[] {
  const { type, text: words } = obj(value);
  return type === 'mrkdwn' ? mrkdwn(str(words), names) : plainText(str(words));
}
