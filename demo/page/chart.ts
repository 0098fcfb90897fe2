import { type Child, h } from './dom.ts';
import { type Json, list, obj, str } from './json.ts';

/** A chart as a table whose numbers have bars: the stand-in shows what the chart says, not how it would look. */
export function chart(block: Json): Child {
  const what = obj(block['chart']);
  const title = str(block['title']);
  const series = what['type'] === 'pie' ? [{ name: title, data: what['segments'] }] : list(what['series']);
  const labels = [...new Set(series.flatMap(({ data }) => list(data).map(({ label }) => str(label))))];
  const most = Math.max(
    1,
    ...series.flatMap(({ data }) => list(data).map(({ value }) => Math.abs(Number(value)))),
  );
  const numberOf = (of: Json, label: string) =>
    Number(list(of['data']).find((point) => point['label'] === label)?.['value'] ?? 0);
  return h(
    'figure',
    { class: 'chart' },
    h('figcaption', {}, title, h('small', {}, ` ${str(what['type'])} chart`)),
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('td'),
          series.map((of) => h('th', { scope: 'col' }, str(of['name']))),
        ),
      ),
      h(
        'tbody',
        {},
        labels.map((label) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, label),
            series.map((of) => bar(numberOf(of, label), most)),
          ),
        ),
      ),
    ),
  );
}

function bar(value: number, most: number): Child {
  return h(
    'td',
    {},
    h('meter', { min: 0, max: most, value: String(Math.abs(value)), 'aria-hidden': 'true' }),
    ` ${new Intl.NumberFormat('en-GB').format(value)}`,
  );
}
