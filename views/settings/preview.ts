import type { KnownBlock, ModalView } from '@slack/types';
import type { DigestData } from '../../src/digest/digest.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { context, section } from '../blocks.ts';
import { digestMessage } from '../digest/blocks.ts';
import { digestDetailsMessage } from '../digest/details.ts';
import { callbacks } from '../ids.ts';
import { modal, noticeModal } from '../modal.ts';

export interface PreviewData {
  channelId: string;
  /** Null: there are no figures yet. */
  data: DigestData | null;
  /** In which language the channel is told. */
  spoken: Language;
}

/** The digest as a channel would get it, in the channel's language, without buttons that would act on it. */
export function previewModal({ channelId, data, spoken }: PreviewData, language: Language): ModalView {
  const { channels } = texts(language);
  if (!data) return noticeModal({ title: channels.previewTitle, text: channels.nothingToShow }, language);
  const withoutButtons = (blocks: readonly KnownBlock[]) => blocks.filter(({ type }) => type !== 'actions');
  const blocks = [
    context(channels.previewIn(channelId), ...(data.look.picture ? [channels.previewPicture] : [])),
    ...withoutButtons(digestMessage(data, spoken).blocks),
    { type: 'divider' as const },
    section(`*${channels.inThread}*`),
    ...withoutButtons(digestDetailsMessage(data, spoken).blocks),
  ];
  return modal({ callback: callbacks.notice, title: channels.previewTitle, blocks }, language);
}
