import type { PageExchange, Snapshot } from '../page-server/shared.ts';
import { clockText, shortDayText } from './dates.ts';
import { type Child, h } from './dom.ts';
import { redraw } from './store.ts';

type Exchanges = { exchanges: PageExchange[]; remarks: string[] };
type Chosen = PageExchange['end'] | 'all';

const ends = [
  ['all', 'Everything'],
  ['workspace', 'With the workspace'],
  ['lightspeed', 'With Lightspeed'],
] as const satisfies readonly (readonly [Chosen, string])[];

let known: Exchanges | undefined;
let fetchedAt = '';
let chosen: Chosen = 'all';

/** Every request and payload both ways, newest first, with what the validator said. */
export function traffic(snapshot: Snapshot): Child {
  void refresh(snapshot);
  return h(
    'section',
    { key: 'traffic', class: 'place traffic', 'aria-labelledby': 'place-title' },
    h(
      'header',
      {},
      h('h2', { id: 'place-title', tabindex: -1 }, 'Raw traffic'),
      h('span', { class: 'quiet' }, 'Newest first; tokens and keys are masked.'),
      choice(),
    ),
    h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': 'Exchanges' },
      known && known.remarks.length > 0 && remarks(known.remarks),
      exchanges(
        (known?.exchanges ?? []).filter(({ end }) => chosen === 'all' || chosen === end),
        snapshot,
      ),
    ),
  );
}

function choice(): Child {
  return h(
    'label',
    { class: 'pair' },
    'Show',
    h(
      'select',
      {
        id: 'traffic-ends',
        value: chosen,
        onchange: (event: Event) => {
          const { target } = event;
          if (target instanceof HTMLSelectElement)
            chosen = ends.find(([each]) => each === target.value)?.[0] ?? 'all';
          redraw();
        },
      },
      ends.map(([value, name]) => h('option', { value }, name)),
    ),
  );
}

async function refresh({ exchanges: count, now }: Snapshot): Promise<void> {
  const wanted = `${count} ${now}`;
  if (wanted === fetchedAt) return;
  fetchedAt = wanted;
  const response = await fetch('/exchanges');
  if (response.ok) known = await response.json();
  redraw();
}

function remarks(all: string[]): Child {
  return h(
    'div',
    {},
    h('h3', {}, 'Remarks'),
    h(
      'ul',
      {},
      [...new Set(all)].map((each) => h('li', {}, each)),
    ),
  );
}

function exchanges(all: PageExchange[], { me, zone }: Snapshot): Child {
  if (all.length === 0) return h('p', { class: 'quiet' }, 'Nothing yet.');
  return h(
    'ol',
    { class: 'exchanges' },
    all.map((each, index) =>
      h(
        'li',
        { key: `${all.length - index}` },
        h(
          'details',
          {},
          h(
            'summary',
            {},
            h(
              'time',
              { datetime: new Date(each.at).toISOString() },
              `${shortDayText(each.at, me.locale, zone)} ${clockText(each.at, me.locale, zone)}`,
            ),
            h('span', { class: 'quiet' }, each.way),
            h('code', {}, each.name),
            h('span', { class: each.verdict === 'ok' ? 'verdict' : 'verdict wrong' }, each.verdict),
          ),
          h('h3', {}, 'Request'),
          raw('Request', each.request),
          each.response !== null && h('h3', {}, 'Answer'),
          each.response !== null && raw('Answer', each.response),
        ),
      ),
    ),
  );
}

function raw(name: string, value: unknown): Child {
  return h('pre', { tabindex: 0, role: 'group', 'aria-label': name }, JSON.stringify(value, null, 2) ?? '');
}
