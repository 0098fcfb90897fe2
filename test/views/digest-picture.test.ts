import { describe, expect, test } from 'vitest';
import { mostBars } from '../../src/charts/turnover-bars.ts';
import { compareLogs } from '../../src/digest/comparison.ts';
import type { DigestData } from '../../src/digest/digest.ts';
import type { DayLog } from '../../src/turnover/day-log.ts';
import { digestPicture } from '../../views/digest/picture.ts';
import {
  dayLogOf,
  department,
  digestData,
  emptyLog,
  figure,
  hugeLog,
  id,
  normalLog,
  storeLine,
} from './support/records.ts';

const weekBefore = dayLogOf(
  [
    department(1, 'Bakery', [
      storeLine(1, 'Amsterdam', figure(100_000)),
      storeLine(2, 'Utrecht', figure(50_000)),
    ]),
    department(2, 'Flowers', [storeLine(3, 'Rotterdam', figure(20_000))]),
  ],
  { day: '2025-11-05' },
);

const everything = { departments: null, amounts: 'money', picture: true } as const;

function dataOf(log: DayLog, earlier: DayLog = { ...emptyLog, day: '2025-11-05' }): DigestData {
  return { ...digestData(log, earlier), look: everything, weekBefore: compareLogs(log, earlier) };
}

function pictureOf(log: DayLog, earlier?: DayLog, more: Partial<DigestData> = {}) {
  const picture = digestPicture({ ...dataOf(log, earlier), ...more }, 'en');
  if (!picture) throw new Error('no picture');
  return picture;
}

describe('the picture of a digest', () => {
  test('has a bar a department, with last week as its mark', () => {
    const { bars } = pictureOf(normalLog, weekBefore);

    expect(bars.rows).toMatchObject([
      { name: 'Bakery', turnover: 173_450, before: 150_000, amountText: '€1,734.50', changeText: '+16%' },
      { name: 'Flowers', turnover: -310, before: 20_000, amountText: '-€3.10', changeText: '-102%' },
    ]);
    expect(bars).toMatchObject({
      title: 'Wed 12 Nov 2025',
      subtitle: '€1,731.40 excl. VAT, +2% on Wed 5 Nov',
      markText: 'Wed 5 Nov',
      note: null,
    });
  });

  test('says in words what it shows', () => {
    const { altText, title, name } = pictureOf(normalLog, weekBefore);

    expect(altText).toBe(
      'Bars of the turnover by department, Wed 12 Nov 2025: €1,731.40 excl. VAT, +2% on Wed 5 Nov. ' +
        'Bakery: €1,734.50, +16% on Wed 5 Nov, Wed 5 Nov €1,500.00. ' +
        'Flowers: -€3.10, -102% on Wed 5 Nov, Wed 5 Nov €200.00.',
    );
    expect(title).toContain('Wed 12 Nov');
    expect(name).toBe('turnover-2025-11-12.png');
  });

  test('speaks Dutch to a Dutch workspace', () => {
    const picture = digestPicture(dataOf(normalLog, weekBefore), 'nl');

    expect(picture?.altText).toMatch(/^Balken van de omzet per afdeling, wo 12 nov/);
    expect(picture?.bars.rows[1]?.standIn).toBe('Afdeling 2');
  });

  test('has no marks where there is nothing to compare with', () => {
    const { bars } = pictureOf(normalLog);

    expect(bars.markText).toBeNull();
    expect(bars.rows.map(({ before, changeText }) => [before, changeText])).toEqual([
      [null, ''],
      [null, ''],
    ]);
  });

  test('has no mark where only some of the stores can be held against themselves', () => {
    const grown = dayLogOf([
      department(1, 'Bakery', [
        storeLine(1, 'Amsterdam', figure(110_000)),
        storeLine(9, 'New', figure(900_000)),
      ]),
    ]);

    const [row] = pictureOf(grown, weekBefore).bars.rows;

    expect(row).toMatchObject({ turnover: 1_010_000, before: null, changeText: '+10%' });
  });

  test('tells a department that is not in apart from one that sold nothing', () => {
    const log = dayLogOf([
      department(1, 'Bakery', [storeLine(1, 'Amsterdam', figure(0))]),
      department(2, 'Flowers', [storeLine(3, 'Rotterdam', null)]),
    ]);

    const { bars, altText } = pictureOf(log);

    expect(bars.rows.map(({ turnover, amountText }) => [turnover, amountText])).toEqual([
      [0, '€0.00'],
      [null, 'not in'],
    ]);
    expect(bars.subtitle).toContain('1 of 2 stores in');
    expect(altText).toContain('Flowers: not in.');
  });

  test('says that a department was closed, and is not made where all were', () => {
    const closed = { ...storeLine(3, 'Rotterdam', figure(0)), closed: true } as const;
    const bakery = department(1, 'Bakery', [storeLine(1, 'Amsterdam', figure(10_000))]);
    const flowers = department(2, 'Flowers', [closed]);

    const { bars, altText } = pictureOf(dayLogOf([bakery, flowers]), weekBefore);

    expect(bars.rows[1]).toMatchObject({ amountText: 'closed', changeText: '', before: null });
    expect(altText).toContain('Flowers: closed.');
    expect(digestPicture(dataOf(dayLogOf([flowers])), 'en')).toBeUndefined();
  });

  test('has a row for each currency of a department, and says that they have scales of their own', () => {
    const log = dayLogOf([
      department(1, 'Bakery', [
        storeLine(1, 'Amsterdam', figure(10_000)),
        storeLine(2, 'Toronto', figure(9_000, { currency: 'CAD' })),
      ]),
    ]);

    const { bars } = pictureOf(log);

    expect(bars.rows.map(({ currency, amountText }) => [currency, amountText])).toEqual([
      ['CAD', 'CA$90.00'],
      ['EUR', '€100.00'],
    ]);
    expect(bars.note).toBe('Each currency has a scale of its own.');
  });

  test('of very many departments shows the largest, in their order, and says how many are missing', () => {
    const log = dayLogOf(
      Array.from({ length: 30 }, (_none, number) =>
        department(number, `No. ${number}`, [storeLine(number, 'S', figure(number * 100))]),
      ),
    );

    const { bars } = pictureOf(log);

    expect(bars.rows).toHaveLength(mostBars);
    expect(bars.rows.map(({ name }) => name)).toEqual(
      Array.from({ length: mostBars }, (_none, index) => `No. ${index + 30 - mostBars}`),
    );
    expect(bars.note).toBe('10 more departments are not in the picture.');
  });

  test('keeps its words within what Slack takes, however many departments there are', () => {
    expect(pictureOf(hugeLog(), hugeLog()).altText.length).toBeLessThanOrEqual(2_000);
  });

  test('holds no amount at all where the channel sees changes only', () => {
    const percent = { look: { ...everything, amounts: 'percent' } } as const;

    const { bars, altText } = pictureOf(normalLog, weekBefore, percent);

    const texts = [
      altText,
      bars.title,
      bars.subtitle,
      bars.note,
      ...bars.rows.map(({ amountText }) => amountText),
    ];
    expect(texts.join(' ')).not.toMatch(/€|1,7|173/);
    expect(altText).toContain('Bakery: +16% on Wed 5 Nov.');
  });

  test('is not made where the channel wants none, or nothing is in', () => {
    const nothingIn = dayLogOf([department(1, 'Bakery', [storeLine(1, 'Amsterdam', null)])]);

    expect(
      digestPicture({ ...dataOf(normalLog), look: { ...everything, picture: false } }, 'en'),
    ).toBeUndefined();
    expect(digestPicture(dataOf(nothingIn), 'en')).toBeUndefined();
  });

  test('shows no id', () => {
    expect(JSON.stringify(pictureOf(normalLog, weekBefore))).not.toContain(id(1).slice(0, 20));
  });
});
