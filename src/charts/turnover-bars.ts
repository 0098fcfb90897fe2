import { cutToWidth, drawable, drawableName, type Lettering, textWidth } from './lettering.ts';
import { type ChartSpec, colours, innerWidth, lettering, paper, written } from './theme.ts';

/** A day's turnover by department, with last week's mark. */
export interface TurnoverBars {
  title: string;
  subtitle: string;
  /** What the mark on a bar stands for, written beside one; null where no bar has one. */
  markText: string | null;
  /** At most `mostBars`. */
  rows: TurnoverBar[];
  /** Said under the bars, such as how many departments are not drawn. */
  note: string | null;
}

export interface TurnoverBar {
  name: string;
  /** Written where the name cannot be drawn. */
  standIn: string;
  /** ISO 4217: bars of one currency share a scale, those of different ones do not. */
  currency: string;
  /** Minor units; null: not in, which is not zero. */
  turnover: number | null;
  /** Minor units; null where there is nothing to hold it against. */
  before: number | null;
  amountText: string;
  changeText: string;
}

/** More would make a picture that nobody reads on a phone. */
export const mostBars = 20;

const rowHeight = 42;
const noteHeight = 34;

/** What is between two columns. */
const gap = 16;
const widestName = 170;

/** Where the columns stand, in pixels from the left edge of the frame: each as wide as what is in it, the bars take the rest. */
interface Columns {
  nameWidth: number;
  bars: readonly [left: number, right: number];
  /** Their right edges. */
  amount: number;
  change: number;
}

function columnsOf(rows: readonly Pick<TurnoverBar, 'name' | 'amountText' | 'changeText'>[]): Columns {
  const widest = (texts: string[], style: Lettering) =>
    Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, style))));
  const nameWidth = Math.min(
    widest(
      rows.map(({ name }) => name),
      lettering.label,
    ),
    widestName,
  );
  const [amounts, changes] = [
    widest(
      rows.map(({ amountText }) => amountText),
      lettering.amount,
    ),
    widest(
      rows.map(({ changeText }) => changeText),
      lettering.amount,
    ),
  ];
  const amount = innerWidth - (changes === 0 ? 0 : changes + gap);
  const right = amount - (amounts === 0 ? 0 : amounts + gap);
  return { nameWidth, bars: [nameWidth + gap, right], amount, change: innerWidth };
}

/** The chart of a day: a bar a department, a mark where the same weekday of the week before was, amount and change at the right. */
export function turnoverBars({ title, subtitle, markText, rows, note }: TurnoverBars): ChartSpec {
  const scales = scalesOf(rows);
  const told = rows.map((row) => ({
    name: drawableName(row.name, row.standIn),
    amountText: drawable(row.amountText),
    changeText: drawable(row.changeText),
  }));
  const columns = columnsOf(told);
  const values = rows.map(({ currency, turnover, before }, index) => {
    const along = placesAlong(columns, scales.get(currency));
    return {
      row: index,
      name: cutToWidth(told[index]?.name ?? '', columns.nameWidth, lettering.label),
      zero: along(0),
      end: turnover === null ? null : along(turnover),
      mark: before === null ? null : along(before),
      below: turnover !== null && turnover < 0,
      amount: told[index]?.amountText ?? '',
      change: told[index]?.changeText ?? '',
    };
  });
  const height = rows.length * rowHeight + (note === null ? 0 : noteHeight);
  return {
    ...paper({ title, subtitle, height }),
    data: { values },
    encoding: {
      y: {
        field: 'row',
        type: 'ordinal',
        axis: null,
        scale: { domain: rows.map((_row, index) => index), range: [0, rows.length * rowHeight] },
      },
    },
    layer: [
      {
        mark: { type: 'bar', height: 22, cornerRadius: 2, invalid: 'filter' },
        encoding: {
          x: { field: 'zero', type: 'quantitative', scale: pixels, axis: null },
          x2: { field: 'end' },
          color: {
            condition: { test: 'datum.below', value: colours.below },
            value: colours.bar,
          },
        },
        transform: [{ filter: 'isValid(datum.end)' }],
      },
      {
        mark: { type: 'tick', color: colours.mark, opacity: 1, thickness: 3, height: 32 },
        encoding: { x: { field: 'mark', type: 'quantitative', scale: pixels, axis: null } },
        transform: [{ filter: 'isValid(datum.mark)' }],
      },
      column('name', 0, 'left', written(lettering.label)),
      column('amount', columns.amount, 'right', written(lettering.amount)),
      column('change', columns.change, 'right', written(lettering.amount, colours.quiet)),
      ...(markText === null ? [] : explanation(drawable(markText), columns)),
      ...(note === null ? [] : [noteBelow(drawable(note), height)]),
    ],
  };
}

/** Positions are worked out here, in pixels, since each currency has a scale of its own. */
const pixels = { domain: [0, innerWidth], range: [0, innerWidth] };

interface Scale {
  low: number;
  high: number;
}

/** From the lowest to the highest amount of each currency, zero always among them. */
function scalesOf(rows: readonly TurnoverBar[]): Map<string, Scale> {
  const scales = new Map<string, Scale>();
  for (const { currency, turnover, before } of rows) {
    const { low, high } = scales.get(currency) ?? { low: 0, high: 0 };
    const amounts = [turnover ?? 0, before ?? 0];
    scales.set(currency, { low: Math.min(low, ...amounts), high: Math.max(high, ...amounts) });
  }
  return scales;
}

/** Where an amount stands among the bars. */
function placesAlong({ bars: [left, right] }: Columns, { low, high }: Scale = { low: 0, high: 0 }) {
  return (amount: number): number => {
    const share = high === low ? 0 : (amount - low) / (high - low);
    return Math.round((left + share * (right - left)) * 100) / 100;
  };
}

function column(field: string, x: number, align: 'left' | 'right', mark: ReturnType<typeof written>) {
  return {
    mark: { ...mark, align },
    encoding: { x: { value: x }, text: { field, type: 'nominal' } },
  } as const;
}

/** The mark itself and what it stands for, over the bars. */
function explanation(text: string, { bars: [left] }: Columns) {
  const here = { data: { values: [{ text }] } };
  return [
    {
      ...here,
      mark: { type: 'rule', color: colours.mark, strokeWidth: 3 },
      encoding: { x: { value: left + 2 }, y: { value: -28 }, y2: { value: -8 } },
    },
    {
      ...here,
      mark: { ...written(lettering.small, colours.quiet), align: 'left' },
      encoding: {
        x: { value: left + 12 },
        y: { value: -18 },
        text: { field: 'text', type: 'nominal' },
      },
    },
  ] as const;
}

function noteBelow(text: string, height: number) {
  return {
    data: { values: [{ text: cutToWidth(text, innerWidth, lettering.small) }] },
    mark: { ...written(lettering.small, colours.quiet), align: 'left' },
    encoding: {
      x: { value: 0 },
      y: { value: height - noteHeight / 2 + 4 },
      text: { field: 'text', type: 'nominal' },
    },
  } as const;
}
