import type { KnownBlock, ModalView } from '@slack/types';
import type { Series } from '../../models/link.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { button, option, plain, section } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal } from '../modal.ts';

export interface LinkForm {
  series: Series;
  /** X-Series: what the box of the prefix begins with. */
  prefix?: string | undefined;
  /** Where consent is given; absent where no OAuth client is set up. */
  consentUrl?: string | undefined;
  /** A page for the key that keeps it out of Slack; absent where browsers cannot reach Daybook. */
  keyPageUrl?: string | undefined;
  /** Said above the fields. */
  remark?: string;
}

/** The form that takes an API key or a personal token. Its box is always empty: a key is never shown again. */
export function linkModal(form: LinkForm, language: Language): ModalView {
  const { link } = texts(language);
  const { series, consentUrl, keyPageUrl, remark } = form;
  return modal(
    {
      callback: callbacks.link,
      title: link.title,
      submit: link.submit,
      blocks: [
        section(link.intro[series]),
        ...(series === 'r' && consentUrl !== undefined ? connectBlocks(consentUrl, language) : []),
        seriesBlock(series, language),
        ...(remark === undefined ? [] : [section(remark)]),
        ...(series === 'x' ? [prefixBlock(form.prefix, language)] : []),
        {
          type: 'input',
          block_id: fields.key,
          label: plain(link.key),
          hint: plain(link.keyHint[series]),
          element: { type: 'plain_text_input', action_id: actions.input, focus_on_load: series === 'r' },
        },
        ...(keyPageUrl === undefined ? [] : [keyPageBlock(keyPageUrl, language)]),
      ],
    },
    language,
  );
}

function connectBlocks(url: string, language: Language): KnownBlock[] {
  const { link } = texts(language);
  const connect = { ...button({ action: actions.connect, text: link.connect, style: 'primary' }), url };
  return [section(link.connectIntro, connect), { type: 'divider' }];
}

function keyPageBlock(url: string, language: Language): KnownBlock {
  const { keyPage } = texts(language);
  return section(keyPage.offer, { ...button({ action: actions.openKeyPage, text: keyPage.button }), url });
}

function seriesBlock(series: Series, language: Language): KnownBlock {
  const { link } = texts(language);
  const options = { r: option(link.rSeries, 'r'), x: option(link.xSeries, 'x') };
  return {
    type: 'input',
    block_id: fields.series,
    dispatch_action: true,
    label: plain(link.series),
    element: {
      type: 'static_select',
      action_id: actions.pickSeries,
      options: [options.r, options.x],
      initial_option: options[series],
    },
  };
}

function prefixBlock(prefix: string | undefined, language: Language): KnownBlock {
  const { link } = texts(language);
  return {
    type: 'input',
    block_id: fields.prefix,
    label: plain(link.prefix),
    hint: plain(link.prefixHint),
    element: {
      type: 'plain_text_input',
      action_id: actions.input,
      focus_on_load: true,
      ...(prefix === undefined ? {} : { initial_value: prefix }),
    },
  };
}
