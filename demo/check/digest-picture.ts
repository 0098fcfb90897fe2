import { asObject, asText } from '../slack/json.ts';
import type { State } from '../slack/world/types.ts';
import { expectSame } from './expect.ts';

/** The picture in a message, brought to Slack to the end. */
export interface MessagePicture {
  id: string;
  altText: string;
  /** Pixels. */
  width: number;
}

const pngBegin = '89504e470d0a1a0a';

/** The one picture that a message shows. Throws when there is none, or it is no PNG. */
export function pictureIn({ messages, files }: State, ts: string): MessagePicture {
  const blocks = messages.find((message) => message.ts === ts)?.blocks ?? [];
  const images = blocks.filter(({ type }) => type === 'image');
  expectSame(images.length, 1, 'pictures in the digest');
  const [image] = images;
  const id = asText(asObject(image?.['slack_file'])['id']);
  const bytes = Buffer.from(files[id]?.content ?? '', 'base64');
  expectSame(bytes.toString('hex', 0, 8), pngBegin, 'the first bytes of the picture');
  return { id, altText: asText(image?.['alt_text']), width: bytes.readUInt32BE(16) };
}
