import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listBody, openSale, refund, saleBody, without } from '../../../src/lightspeed/r-series/fixtures.ts';
import { salePage } from '../../../src/lightspeed/r-series/schema.ts';
import { createUsualPages } from '../../../src/lightspeed/r-series/usual-page.ts';

/** Undefined where it is refused at once, for a beginning that is no JSON. */
function theShortWay(text: string) {
  try {
    return createUsualPages()(text) ?? 'left';
  } catch (error) {
    expect(error).toBeInstanceOf(SyntaxError);
    return undefined;
  }
}

type Body = Record<string, unknown>;

/** What JSON and the schema read in a text; undefined where they refuse it. */
function theLongWay(text: string) {
  try {
    return salePage.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const usual = (over: Body = {}): Body => without(saleBody(over), 'SaleLines');
const pageOf = (rows: Body[], next = '') => JSON.stringify(listBody('Sale', rows, next));
const two = [usual(), usual({ saleID: '3', total: '-1.5' })];

describe('a page of sales that are written alike', () => {
  test('is read from its text, as the schema would read it', () => {
    const text = pageOf(two, 'https://till.example/Sale.json?after=WzNd');

    const read = createUsualPages()(text);

    expect(read?.rows).toHaveLength(2);
    expect(read).toEqual(theLongWay(text));
  });

  test('may have another order of fields than the page before, and its address escaped slashes', () => {
    const usualPages = createUsualPages();
    const turned = two.map((row) => Object.fromEntries(Object.entries(row).reverse()));
    const texts = [two, turned, two].map((rows) =>
      pageOf(rows, 'https://till.example/?after=2').replaceAll('/', '\\/'),
    );

    for (const text of texts) {
      expect(usualPages(text)).toMatchObject({ next: 'https://till.example/?after=2' });
      expect(usualPages(text)).toEqual(theLongWay(text));
    }
  });
});

test.each<[what: string, text: string]>([
  ['a single sale', pageOf([usual()])],
  ['no sales', pageOf([])],
  ['other fields in a later sale', pageOf([usual(), refund])],
  ['fewer fields in a later sale', pageOf([usual(), openSale])],
  ['a relation in each', pageOf([saleBody({ SaleLines: { SaleLine: {} } }), saleBody({ SaleLines: {} })])],
  ['an escape in a text', pageOf([usual({ referenceNumber: 'a "b"' }), usual()])],
  ['a line break in a text', pageOf(two).replace('"true"', '"tr\nue"')],
  ['a time that is empty', pageOf([usual({ completeTime: '' }), usual({ completeTime: '' })])],
  ['an id that is no number', pageOf([usual({ saleID: 'a' }), usual()])],
  ['a flag that is none', pageOf([usual({ completed: 'yes' }), usual()])],
  ['a missing flag', pageOf(two.map((row) => without(row, 'voided')))],
  ['a field twice', pageOf(two).replaceAll('"total":', '"total":"1","total":')],
  ['numbers', pageOf([usual({ total: 1 }), usual({ total: 2 })])],
  ['spaces', JSON.stringify(listBody('Sale', two), null, 1)],
  ['more after the end', `${pageOf(two)} {}`],
  ['a page that is cut', pageOf(two).slice(0, -40)],
  ['no word of a next page', JSON.stringify({ '@attributes': {}, Sale: two })],
  ['an error', '{"httpCode":"500","httpMessage":"Internal Server Error"}'],
])('%s: that page is for JSON and the schema', (_what, text) => {
  expect(createUsualPages()(text)).toBeUndefined();
});

test('whatever is done to the text, it is read as the schema reads it, or left to it', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom(
      '"',
      '\\',
      ',',
      '}',
      '{',
      ']',
      ':',
      '"total":"9"',
      '"voided":"true",',
      '\u0000',
      'é',
      '0',
    ),
  );
  const edit = fc.record({ at: fc.nat(2_000), cut: fc.nat(12), piece });
  const value = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('1.00', '', 'true', '-0', '7'));
  const name = fc.constantFrom('total', 'calcTax1', 'referenceNumber', 'saleID', 'voided');
  const over = fc.dictionary(name, value, { maxKeys: 2 });

  let quick = 0;
  fc.assert(
    fc.property(
      fc.array(over, { minLength: 2, maxLength: 3 }),
      fc.array(edit, { maxLength: 1 }),
      (overs, edits) => {
        const whole = pageOf(overs.map((fields) => usual(fields)));
        const text = edits.reduce(
          (left, { at, cut, piece: put }) => left.slice(0, at) + put + left.slice(at + cut),
          whole,
        );

        const read = theShortWay(text);

        if (read === 'left') return;
        if (read !== undefined) quick += 1;
        expect(read).toEqual(theLongWay(text));
      },
    ),
    { numRuns: 3_000 },
  );
  expect(quick).toBeGreaterThan(100);
});
