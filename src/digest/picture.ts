import type { ImageBlock, KnownBlock } from '@slack/types';
import { type TurnoverBars, turnoverBars } from '../charts/turnover-bars.ts';
import type { Context } from '../context.ts';
import type { Message } from '../slack/message.ts';
import { within } from '../within.ts';
import type { DigestData } from './digest.ts';

/** The picture of a digest, before it is drawn. */
export interface DigestPicture {
  bars: TurnoverBars;
  /** The file's name. */
  name: string;
  title: string;
  /** Says what the picture says. */
  altText: string;
}

/** How long a digest waits for its picture, milliseconds. */
const patience = 10_000;

/**
 * A digest's message with its picture in it; where none can be drawn or brought to Slack, the message as it was and a line in
 * the log: the figures never wait for a picture. Never throws.
 */
export async function withPicture(context: Context, data: DigestData, message: Message): Promise<Message> {
  const { faces, workspace, logger } = context;
  const picture = faces.digestPicture(data, workspace);
  if (!picture) return message;
  try {
    const id = await within(bringPicture(context, picture), patience);
    if (id !== undefined) return { ...message, blocks: placed(message.blocks, imageOf(id, picture)) };
    logger.warn({ patience }, 'a digest goes without its picture, which took too long');
  } catch (error) {
    logger.warn({ err: error }, 'a digest goes without its picture');
  }
  return message;
}

async function bringPicture(
  { charts, delivery, workspace }: Context,
  { bars, name, title, altText }: DigestPicture,
): Promise<string> {
  const png = await charts.draw(turnoverBars(bars));
  return delivery.uploadPicture(workspace._id, { name, title, altText, png });
}

function imageOf(id: string, { altText }: DigestPicture): ImageBlock {
  return { type: 'image', slack_file: { id }, alt_text: altText };
}

/** Under the figures, over the small print and the buttons. */
function placed(blocks: readonly KnownBlock[], image: ImageBlock): KnownBlock[] {
  const below = blocks.findIndex(({ type }) => type === 'context' || type === 'actions');
  return below === -1 ? [...blocks, image] : blocks.toSpliced(below, 0, image);
}
