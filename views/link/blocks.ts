import type { KnownBlock, ModalView } from '@slack/types';
import type { Link } from '../../models/link.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { LinkStatus } from '../../src/turnover/status.ts';
import { asText, button, buttons, option, plain, section } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal, noticeModal } from '../modal.ts';

/** The form that takes an API key. The box is always empty: a key is never shown again. */
export function linkModal(language: Language): ModalView {
  const { link } = texts(language);
  const series = option(link.rSeries, 'r');
  return modal(
    {
      callback: callbacks.link,
      title: link.title,
      submit: link.submit,
      blocks: [
        section(link.intro),
        {
          type: 'input',
          block_id: fields.series,
          label: plain(link.series),
          element: {
            type: 'static_select',
            action_id: actions.input,
            options: [series],
            initial_option: series,
          },
        },
        {
          type: 'input',
          block_id: fields.key,
          label: plain(link.key),
          hint: plain(link.keyHint),
          element: { type: 'plain_text_input', action_id: actions.input, focus_on_load: true },
        },
      ],
    },
    language,
  );
}

/** Shown while Lightspeed takes longer than Slack waits. */
export function checkingModal(language: Language): ModalView {
  const { link } = texts(language);
  return noticeModal({ title: link.title, text: link.checking }, language);
}

/** The key was tried after the form was gone, and did not do. */
export function linkFailedModal({ text }: { text: string }, language: Language): ModalView {
  const { link } = texts(language);
  const again = buttons(button({ action: actions.openLink, text: link.again, style: 'primary' }));
  return noticeModal({ title: link.title, text, more: [again] }, language);
}

/** After linking: what was found, the table of links, and the next step. */
export function linkedModal(
  { link, isNew, links }: { link: Link; isNew: boolean; links: readonly LinkStatus[] },
  language: Language,
): ModalView {
  const say = texts(language).link;
  const done = isNew ? say.linked(asText(link.name)) : say.relinked(asText(link.name));
  return modal(
    {
      callback: callbacks.linkDone,
      title: say.title,
      blocks: [section(`${done} ${say.nextStep}`), { type: 'divider' }, ...linksTable(links, language)],
    },
    language,
  );
}

/** A row a link, with the button that maps its stores, or gives it a new key where it needs one. */
export function linksTable(links: readonly LinkStatus[], language: Language): KnownBlock[] {
  const say = texts(language).links;
  return links.map(({ link, stores }) => {
    const accessory =
      link.state === 'refused'
        ? button({
            action: actions.openLink,
            text: say.reconnect,
            label: say.reconnectLabel(link.name),
            style: 'primary',
          })
        : button({
            action: actions.openMapping,
            text: say.map,
            value: link._id,
            label: say.mapLabel(link.name),
          });
    return section(`${say.row(asText(link.name), link.keyHint)}\n${say.stores(stores)}`, accessory);
  });
}
