import { limits } from '../limits.ts';
import type { Check, Fields } from './check.ts';
import { boolean, byType, list, number, oneOf, record, string, typed } from './check.ts';

const style: Fields = {
  style: record(
    {},
    {
      bold: boolean,
      italic: boolean,
      strike: boolean,
      code: boolean,
      underline: boolean,
      highlight: boolean,
      client_highlight: boolean,
      unlink: boolean,
    },
  ),
};

const text = typed({ text: string() }, style);
const link = typed({ url: string() }, { ...style, text: string(), unsafe: boolean });

const inline = byType({
  text,
  link,
  broadcast: typed({ range: oneOf('here', 'channel', 'everyone') }, style),
  color: typed({ value: string() }, style),
  channel: typed({ channel_id: string() }, style),
  date: typed({ timestamp: number(), format: string() }, { ...style, url: string(), fallback: string() }),
  emoji: typed({ name: string() }, { ...style, unicode: string(), url: string() }),
  team: typed({ team_id: string() }, style),
  user: typed({ user_id: string() }, style),
  usergroup: typed({ usergroup_id: string() }, style),
});

const border: Fields = { border: number(0, 1, true) };
const section = typed({ elements: list(inline, undefined, 0) });

const parts = byType({
  rich_text_section: section,
  rich_text_list: typed(
    { elements: list(byType({ rich_text_section: section })), style: oneOf('bullet', 'ordered') },
    { ...border, indent: number(0, 8, true), offset: number(0, Infinity, true) },
  ),
  rich_text_quote: typed({ elements: list(inline, undefined, 0) }, border),
  rich_text_preformatted: typed(
    { elements: list(byType({ text, link })) },
    { ...border, language: string() },
  ),
});

/** A rich_text block, alone or inside a table cell, a card or an input. */
export const richText: Check = byType({
  rich_text: typed({ elements: list(parts) }, { block_id: string(limits.blockId) }),
});
