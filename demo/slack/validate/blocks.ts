import { limits } from '../limits.ts';
import type { Fields } from './check.ts';
import { boolean, byType, either, list, number, oneOf, string, typed } from './check.ts';
import { elementsOf } from './elements.ts';
import { anyText, imageElement, imageSource, plainText } from './text.ts';

const blockId = { block_id: string(limits.blockId) };

/** The plain blocks: text, layout, inputs. Tables, charts and groups have files of their own. */
export const plainBlocks: Fields = {
  section: typed(
    {},
    {
      ...blockId,
      text: anyText(limits.sectionText),
      fields: list(anyText(limits.sectionField), limits.sectionFields),
      accessory: byType(elementsOf.section),
      expand: boolean,
    },
    either('text', 'fields', 'allowed'),
  ),
  header: typed({ text: plainText(limits.headerText) }, { ...blockId, level: number(1, 4, true) }),
  divider: typed({}, blockId),
  context: typed(
    {
      elements: list(
        byType({
          plain_text: anyText(limits.text),
          mrkdwn: anyText(limits.text),
          image: imageElement,
        }),
        limits.contextElements,
      ),
    },
    blockId,
  ),
  actions: typed({ elements: list(byType(elementsOf.actions), limits.actionsElements) }, blockId),
  context_actions: typed(
    { elements: list(byType(elementsOf.contextActions), limits.contextActionsElements) },
    blockId,
  ),
  input: typed(
    { label: plainText(limits.inputLabel), element: byType(elementsOf.input) },
    { ...blockId, hint: plainText(limits.inputHint), optional: boolean, dispatch_action: boolean },
  ),
  image: typed(
    { alt_text: string(limits.altText) },
    { ...blockId, ...imageSource.fields, title: plainText(limits.imageTitle) },
    imageSource.rule,
  ),
  markdown: typed({ text: string(limits.markdownText) }, blockId),
  alert: typed(
    { text: anyText(limits.text) },
    { ...blockId, level: oneOf('default', 'info', 'warning', 'error', 'success') },
  ),
  video: typed(
    {
      video_url: string(),
      thumbnail_url: string(),
      alt_text: string(limits.altText),
      title: plainText(limits.videoTitle),
    },
    {
      ...blockId,
      title_url: string(),
      author_name: string(limits.videoAuthor),
      provider_name: string(),
      provider_icon_url: string(),
      description: plainText(limits.text),
    },
  ),
};
