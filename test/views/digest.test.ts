import { describe, expect, test } from 'vitest';
import { digestMessage } from '../../views/digest/blocks.ts';
import { correctionMessage } from '../../views/digest/correction.ts';
import {
  change,
  dayLogOf,
  department,
  digestData,
  emptyLog,
  figure,
  hardName,
  hugeLog,
  normalLog,
  storeLine,
} from './support/records.ts';
import { expectGoodMessage, wordsIn } from './support/words.ts';

const said = (message: { blocks: unknown[] }) => wordsIn(message.blocks).join('\n');

describe('a digest', () => {
  test('begins its text with the total, and tells each department', () => {
    const { text } = digestMessage(digestData(normalLog, normalLog), 'en');

    expect(text).toMatch(/^€1,731\.40 excl\. VAT on Wed 12 Nov/);
    expect(text).toContain('Bakery €1,734.50 (0%)');
    expect(text).toContain('Flowers -€3.10');
  });

  test('can be read whatever there is to compare with', () => {
    const before = dayLogOf([
      department(1, 'Bakery', [storeLine(1, 'Amsterdam', figure(100_000))]),
      department(2, 'Flowers', [storeLine(3, 'Rotterdam', figure(0))]),
    ]);

    for (const earlier of [undefined, emptyLog, normalLog, before]) {
      expectGoodMessage(digestMessage(digestData(normalLog, earlier), 'en'));
    }
  });

  test('compares what the same stores brought, and says which share of them that is', () => {
    const before = dayLogOf([department(1, 'Bakery', [storeLine(1, 'Amsterdam', figure(100_000))])]);

    const { text } = digestMessage(digestData(normalLog, before), 'en');

    expect(text).toContain('+23% on Wed 5 Nov, the one store that can be compared');
    expect(text).toContain('Bakery €1,734.50 (+23%)');
  });

  test('of a day of which nothing is in says that, and that it will be completed', () => {
    const log = dayLogOf([department(1, 'City', [storeLine(1, 'Out', null)])], { state: 'missing' });

    const message = digestMessage(digestData(log), 'en');

    expectGoodMessage(message);
    expect(message.text).toMatch(/^No turnover of Wed 12 Nov is in yet\./);
    expect(message.text).not.toContain('€');
  });

  test('of 300 stores in 150 departments fits, and names the total first', () => {
    const log = hugeLog();

    const message = digestMessage(digestData(log, log), 'en');

    expectGoodMessage(message);
    expect(message.text).toMatch(/^€[\d,.]+ excl\. VAT on Wed 12 Nov/);
    expect(said(message)).toMatch(/and \d+ more departments/);
  });

  test('of which a store is missing says so next to the total, and which', () => {
    const log = dayLogOf(
      [department(1, 'City', [storeLine(1, 'In', figure(100)), storeLine(2, 'Out & about', null)])],
      { state: 'partial' },
    );

    const message = digestMessage(digestData(log), 'en');

    expectGoodMessage(message);
    expect(message.text).toContain('€1.00 excl. VAT on Wed 12 Nov, 1 of 2 stores in');
    expect(said(message)).toContain('Not in yet: Out &amp; about');
  });

  test('offers its figures as a file, unless there are none or no amount may be seen', () => {
    const buttonsOf = (message: { blocks: unknown[] }) => JSON.stringify(message.blocks);
    const data = digestData(normalLog, normalLog);
    const missing = dayLogOf([department(1, 'City', [storeLine(1, 'Out', null)])], { state: 'missing' });

    expect(buttonsOf(digestMessage(data, 'en'))).toContain('"Download"');
    expect(buttonsOf(digestMessage(data, 'nl'))).toContain('"Downloaden"');
    for (const without of [
      digestData(missing),
      { ...data, look: { ...data.look, amounts: 'percent' as const } },
    ]) {
      expect(buttonsOf(digestMessage(without, 'en'))).not.toContain('ownload');
    }
  });

  test('with several currencies adds none of them up', () => {
    const log = dayLogOf([
      department(1, 'World', [
        storeLine(1, 'Kyoto', figure(1_000, { currency: 'JPY' })),
        storeLine(2, 'Paris', figure(1_000)),
      ]),
    ]);

    const message = digestMessage(digestData(log, log), 'en');

    expectGoodMessage(message);
    expect(message.text).toMatch(/^€10\.00 and JP¥1,000 excl\. VAT/);
  });

  test.each(['<!channel>', 'A & B', '<!here>'])('whose department is called %s pings nobody', (name) => {
    const log = dayLogOf([department(1, name, [storeLine(1, name, figure(1))])]);

    expectGoodMessage(digestMessage(digestData(log, log), 'en'));
  });
});

describe('a correction', () => {
  const total = normalLog.sums;
  const store = { name: 'Amsterdam', department: 'Bakery', currency: 'EUR', turnover: 118_900 };

  test('says what the total is now, by how much a store changed, and why', () => {
    const message = correctionMessage(
      { day: '2025-11-12', vat: 'excl', total, stores: [{ ...store, change }] },
      'en',
    );

    expectGoodMessage(message);
    expect(message.text).toBe(
      'Corrected: Wed 12 Nov 2025 is now €1,731.40 excl. VAT\n' +
        'Amsterdam: €1,210.00 is now €1,189.00 (one sale voided -€21.00)',
    );
  });

  test('of a store that several departments share says which part it tells of', () => {
    const stores = [{ ...store, percent: 33.33, change: null }];
    const message = correctionMessage({ day: '2025-11-12', vat: 'incl', total, stores }, 'nl');

    expect(message.text).toContain('Amsterdam (33,33%) is binnen');
  });

  test('of a store that came in says so', () => {
    const message = correctionMessage(
      { day: '2025-11-12', vat: 'incl', total, stores: [{ ...store, change: null }] },
      'en',
    );

    expectGoodMessage(message);
    expect(message.text).toContain('Amsterdam is in: €1,189.00');
  });

  test('of 300 stores fits', () => {
    const stores = Array.from({ length: 300 }, (_, number) => ({ ...store, name: hardName(number), change }));

    expectGoodMessage(correctionMessage({ day: '2025-11-12', vat: 'excl', total, stores }, 'en'));
  });
});
