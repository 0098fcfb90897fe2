import { decimals } from '../turnover/money.ts';
import { cutToWidth, drawable, textWidth } from './lettering.ts';
import { type ChartSpec, colours, innerWidth, lettering, paper, written } from './theme.ts';
import { ticks } from './ticks.ts';

/** Turnover over a range, by day, week or month, with an earlier range as a line. */
export interface Trend {
  title: string;
  subtitle: string;
  /** ISO 4217. */
  currency: string;
  /** What the columns are, such as `May 2024`. */
  nowText: string;
  /** What the line is, such as `April 2024`; null: there is none. */
  beforeText: string | null;
  /** In order of time, at most `mostPoints`. */
  points: readonly TrendPoint[];
  /** A round amount (minor units) as it is written at the axis. */
  amountText(minor: number): string;
}

export interface TrendPoint {
  /** Such as `Mon 6`; those that do not fit are left out. */
  label: string;
  /** Minor units; null: not in, which is not zero. */
  turnover: number | null;
  /** Minor units, of the earlier range; null where nothing is known. */
  before: number | null;
}

/** Two months by day; a longer range is told by week or month. */
export const mostPoints = 62;

const plotHeight = 240;
const labelHeight = 32;

/** The chart of a range: a column a day (or week, or month), a dash where nothing is in, and the earlier range's line. */
export function trend(data: Trend): ChartSpec {
  const { title, subtitle, points } = data;
  const amounts = points.flatMap(({ turnover, before }) => [turnover ?? 0, before ?? 0]);
  const steps = ticks(Math.min(0, ...amounts), Math.max(0, ...amounts), {
    smallest: 10 ** decimals(data.currency),
  });
  const place = placesOf(data, steps);
  const values = points.map((point, index) => ({
    x: place.x(index),
    left: place.x(index) - place.column / 2,
    right: place.x(index) + place.column / 2,
    zero: place.y(0),
    now: point.turnover === null ? null : place.y(point.turnover),
    before: point.before === null ? null : place.y(point.before),
    below: point.turnover !== null && point.turnover < 0,
    label: place.hasLabel(index) ? drawable(point.label) : '',
  }));
  return {
    ...paper({ title, subtitle, height: plotHeight + labelHeight }),
    data: { values },
    layer: [
      ...axis(data, steps, place),
      {
        transform: [{ filter: 'isValid(datum.now)' }],
        mark: { type: 'rect' },
        encoding: {
          x: across('left'),
          x2: { field: 'right' },
          y: down('zero'),
          y2: { field: 'now' },
          color: { condition: { test: 'datum.below', value: colours.below }, value: colours.bar },
        },
      },
      {
        transform: [{ filter: '!isValid(datum.now)' }],
        mark: { ...written(lettering.label, colours.quiet), align: 'center' },
        encoding: { x: across('x'), y: { value: place.y(0) - 8 }, text: { value: '–' } },
      },
      ...(data.beforeText === null ? [] : earlierLine()),
      {
        mark: { ...written(lettering.small, colours.quiet), align: 'center' },
        encoding: {
          x: across('x'),
          y: { value: plotHeight + 18 },
          text: { field: 'label', type: 'nominal' },
        },
      },
      ...legend(data),
    ],
  };
}

/** Positions are worked out here, in pixels, so that all columns of a picture stand where they should. */
const across = (field: string) => position(field, innerWidth);
const down = (field: string) => position(field, plotHeight);
const position = (field: string, length: number) => ({
  field,
  type: 'quantitative' as const,
  axis: null,
  scale: { domain: [0, length], range: [0, length] },
});

/** The line, on a wider white one that sets it off from the columns. A gap stays a gap: nothing is known of those days. */
function earlierLine() {
  const encoding = { x: across('x'), y: down('before') };
  const line = { type: 'line' as const, invalid: 'break-paths-show-domains' as const };
  return [
    { mark: { ...line, color: 'white', strokeWidth: 5 }, encoding },
    {
      mark: {
        ...line,
        color: colours.mark,
        strokeWidth: 2,
        strokeDash: dashes,
        point: { color: colours.mark, size: 22, opacity: 1 },
      },
      encoding,
    },
  ];
}

const dashes = [5, 3];

interface Places {
  x(index: number): number;
  y(amount: number): number;
  /** How wide a column is. */
  column: number;
  /** Where the plot begins, right of the axis. */
  left: number;
  hasLabel(index: number): boolean;
}

function placesOf({ points, amountText }: Trend, steps: readonly number[]): Places {
  const widest = Math.max(...steps.map((step) => textWidth(drawable(amountText(step)), lettering.small)));
  const left = Math.ceil(widest) + 12;
  const slot = (innerWidth - left) / Math.max(points.length, 1);
  const [low, high] = [steps[0] ?? 0, steps.at(-1) ?? 1];
  const longest = Math.max(...points.map(({ label }) => textWidth(drawable(label), lettering.small)), 1);
  const every = Math.ceil((longest + 10) / slot);
  return {
    x: (index) => round(left + (index + 0.5) * slot),
    y: (amount) => round(plotHeight * (1 - (amount - low) / (high - low))),
    column: Math.min(slot * 0.72, 48),
    left,
    hasLabel: (index) => index % every === 0,
  };
}

function axis({ amountText }: Trend, steps: readonly number[], { y, left }: Places) {
  const values = steps.map((step) => ({
    y: y(step),
    text: drawable(amountText(step)),
    from: left,
    to: innerWidth,
  }));
  return [
    {
      data: { values },
      mark: { type: 'rule' as const, color: colours.hairline },
      encoding: { x: across('from'), x2: { field: 'to' }, y: down('y') },
    },
    {
      data: { values },
      mark: { ...written(lettering.small, colours.quiet), align: 'right' as const },
      encoding: {
        x: { value: left - 10 },
        y: down('y'),
        text: { field: 'text', type: 'nominal' as const },
      },
    },
  ];
}

/** Which is which, over the plot: a block for the columns, a dashed stroke for the line. */
function legend({ nowText, beforeText }: Trend) {
  const now = cutToWidth(drawable(nowText), innerWidth / 2 - 40, lettering.small);
  const second = 46 + textWidth(now, lettering.small);
  const at = (x: number, text: string) => ({
    data: { values: [{ text }] },
    mark: { ...written(lettering.small, colours.quiet), align: 'left' as const },
    encoding: { x: { value: x }, y: { value: -23 }, text: { field: 'text', type: 'nominal' as const } },
  });
  const block = {
    data: { values: [{}] },
    mark: { type: 'rect' as const, color: colours.bar },
    encoding: { x: { value: 0 }, x2: { value: 14 }, y: { value: -30 }, y2: { value: -16 } },
  };
  if (beforeText === null) return [block, at(22, now)];
  const stroke = {
    data: { values: [{}] },
    mark: { type: 'rule' as const, color: colours.mark, strokeWidth: 2, strokeDash: dashes },
    encoding: { x: { value: second }, x2: { value: second + 22 }, y: { value: -23 } },
  };
  const before = cutToWidth(drawable(beforeText), innerWidth - second - 28, lettering.small);
  return [block, at(22, now), stroke, at(second + 28, before)];
}

const round = (pixels: number) => Math.round(pixels * 100) / 100;
