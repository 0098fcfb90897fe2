import { dateText } from './dates.ts';
import { type Child, h } from './dom.ts';
import { emoji } from './emoji.ts';
import { type Json, list, obj, str } from './json.ts';
import { link, type Names } from './mrkdwn.ts';

/** A rich_text block or cell. */
export function richText(block: Json, names: Names): Child[] {
  return list(block['elements']).map((part) => {
    const elements = list(part['elements']);
    switch (part['type']) {
      case 'rich_text_list':
        return h(
          part['style'] === 'ordered' ? 'ol' : 'ul',
          { class: 'rich' },
          elements.map((item) => h('li', {}, inline(list(item['elements']), names))),
        );
      case 'rich_text_quote':
        return h('blockquote', {}, inline(elements, names));
      case 'rich_text_preformatted':
        return h('pre', {}, inline(elements, names));
      default:
        return h('p', {}, inline(elements, names));
    }
  });
}

function inline(elements: Json[], names: Names): Child[] {
  return elements.map((each) => styled(obj(each['style']), leaf(each, names)));
}

function leaf(each: Json, names: Names): Child {
  switch (each['type']) {
    case 'link':
      return link(str(each['url']), str(each['text']) || str(each['url']));
    case 'user':
      return h('span', { class: 'mention' }, `@${names.person(str(each['user_id']))}`);
    case 'channel':
      return h(
        'a',
        { class: 'mention', href: `#/${str(each['channel_id'])}` },
        `#${names.channel(str(each['channel_id']))}`,
      );
    case 'emoji':
      return emoji(str(each['name'])) ?? `:${str(each['name'])}:`;
    case 'date':
      return dateText(
        `!date^${String(each['timestamp'])}^${str(each['format'])}`,
        str(each['fallback']),
        names,
      );
    case 'broadcast':
      return h('span', { class: 'mention' }, `@${str(each['range'])}`);
    default:
      return str(each['text']);
  }
}

const tags = { bold: 'strong', italic: 'em', strike: 'del', code: 'code', underline: 'u' };

function styled(style: Json, child: Child): Child {
  return Object.entries(tags).reduce(
    (inner, [name, tag]) => (style[name] === true ? h(tag, {}, inner) : inner),
    child,
  );
}
