import type { Button, KnownBlock } from '@slack/types';
import type { Link } from '../../models/link.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { LinkStatus } from '../../src/turnover/status.ts';
import { asText, button, buttons, context, header, section } from '../blocks.ts';
import { actions } from '../ids.ts';
import { howText, mapButton, reconnectButton } from '../link/blocks.ts';
import { pauseOrResume } from '../status/blocks.ts';
import { linkLines } from '../status/link-lines.ts';

/** Most accounts shown: Home holds 100 blocks. */
const most = 20;

/** How many characters the names of stores in one line may take, of the 3000 that a section holds. */
const room = 240;

/** A row an account: its series and stores, last and next night and its state, and for managers what can be done. */
export function linkRows(
  links: readonly LinkStatus[],
  { language, isManager }: { language: Language; isManager: boolean },
): KnownBlock[] {
  const { home } = texts(language);
  return [
    header(home.links),
    ...links
      .slice(0, most)
      .flatMap((status) => [
        section(rowText(status, { language, isManager })),
        ...(isManager ? [buttons(...careButtons(status.link, language))] : []),
      ]),
    ...(links.length > most ? [context(home.moreLinks(links.length - most))] : []),
  ];
}

function rowText(
  status: LinkStatus,
  { language, isManager }: { language: Language; isManager: boolean },
): string {
  const { links, link: form } = texts(language);
  const { link, stores } = status;
  // What a key ends in tells managers their keys apart, and is nobody else's business.
  const how = isManager ? howText(link, language) : link.series === 'r' ? form.rSeries : form.xSeries;
  return [
    links.row(asText(link.name), `${how} · ${links.stores(stores)}`),
    ...linkLines(status, { language, room }),
  ].join('\n');
}

function careButtons(link: Link, language: Language): Button[] {
  const { home, unlink } = texts(language);
  const { style, ...reconnect } = reconnectButton(link, language);
  return [
    mapButton(link, language),
    // A new key stands out only where one is needed.
    link.state === 'refused' && style ? { ...reconnect, style } : reconnect,
    pauseOrResume(link, language),
    button({
      action: actions.openUnlink,
      text: unlink.submit,
      value: link._id,
      label: home.unlinkLabel(link.name),
    }),
  ];
}
