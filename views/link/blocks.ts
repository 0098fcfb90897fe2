import type { KnownBlock, ModalView } from '@slack/types';
import type { Link } from '../../models/link.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Linked } from '../../src/lightspeed/link-account.ts';
import type { Message } from '../../src/slack/message.ts';
import type { LinkStatus } from '../../src/turnover/status.ts';
import { asText, button, buttons, section } from '../blocks.ts';
import { actions, callbacks } from '../ids.ts';
import { modal, noticeModal } from '../modal.ts';

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

/** Told to a person whose consent linked an account. */
export function linkedMessage({ link, stores }: Linked, language: Language): Message {
  const say = texts(language).link;
  const open = stores.filter(({ archived }) => !archived).length;
  const text = `${say.linked(asText(link.name))} ${say.stores(open)} ${say.nextStep}`;
  return { text, blocks: [section(text), buttons(mapButton(link, language))] };
}

/** A row a link, with the button that maps its stores, or gives it a new key where it needs one. */
export function linksTable(links: readonly LinkStatus[], language: Language): KnownBlock[] {
  const say = texts(language).links;
  return links.map(({ link, stores }) => {
    const accessory = link.state === 'refused' ? reconnectButton(link, language) : mapButton(link, language);
    return section(
      `${say.row(asText(link.name), howText(link, language))}\n${say.stores(stores)}`,
      accessory,
    );
  });
}

/** Opens the link form, set to what this link needs. */
export function reconnectButton(link: Link, language: Language) {
  const say = texts(language).links;
  return button({
    action: actions.openLink,
    text: say.reconnect,
    value: link._id,
    label: say.reconnectLabel(link.name),
    style: 'primary',
  });
}

/** Opens the form that maps a link's stores. */
export function mapButton(link: Pick<Link, '_id' | 'name'>, language: Language) {
  const say = texts(language).links;
  return button({
    action: actions.openMapping,
    text: say.map,
    value: link._id,
    label: say.mapLabel(link.name),
  });
}

/** How an account is opened. */
export function howText({ credential, keyHint, prefix }: Link, language: Language): string {
  return texts(language).links.how[credential](keyHint, prefix ?? '');
}
