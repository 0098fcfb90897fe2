import type { ImageBlock } from '@slack/types';
import { trend } from '../../src/charts/trend.ts';
import type { Context } from '../../src/context.ts';
import { within } from '../../src/within.ts';
import type { RangePicture } from './picture.ts';

/** How long a person waits for a picture, milliseconds: the figures are there without it. */
const patience = 4_000;

/** Draws a picture and brings it to Slack; undefined, and a line in the log, where that fails or takes too long. Never throws. */
export async function drawn(
  { charts, delivery, workspace, logger }: Context,
  { trend: data, title, altText }: RangePicture,
): Promise<ImageBlock | undefined> {
  const bring = async () => {
    const png = await charts.draw(trend(data));
    return delivery.uploadPicture(workspace._id, { name: 'turnover.png', title, altText, png });
  };
  const brought = bring().catch((error: unknown) => {
    logger.warn({ err: error }, 'an answer goes without its picture');
    return undefined;
  });
  const id = await within(brought, patience);
  return id === undefined ? undefined : { type: 'image', slack_file: { id }, alt_text: altText };
}
