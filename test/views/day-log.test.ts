import { describe, expect, test } from 'vitest';
import { type DayLogLook, dayLogMessage } from '../../views/day-log/blocks.ts';
import {
  dayLogOf,
  department,
  emptyLog,
  figure,
  hardNames,
  hugeLog,
  id,
  normalLog,
  storeLine,
} from './support/records.ts';
import { expectGoodMessage, wordsIn } from './support/words.ts';

const look: DayLogLook = { language: 'en', zone: 'Europe/Amsterdam', lastDay: '2025-11-12', isManager: true };
const said = (message: { blocks: unknown[] }) => wordsIn(message.blocks).join('\n');

describe('a day log', () => {
  test('names the day, each department and its amount in the text alone', () => {
    const { text } = dayLogMessage(normalLog, look);

    expect(text).toBe(
      'Turnover 2025-11-12 (Wed 12 Nov 2025): €1,731.40 excl. VAT. Bakery: €1,734.50; Flowers: -€3.10',
    );
  });

  test('shows stores, their state and how a figure changed', () => {
    const message = dayLogMessage(normalLog, look);

    expectGoodMessage(message);
    expect(said(message)).toContain('• Amsterdam: €1,234.50, 12 sales, provisional');
    expect(said(message)).toContain('€1,210.00 → €1,189.00 (one sale voided -€21.00)');
    expect(said(message)).toContain('• Rotterdam: -€3.10, 1 sale, provisional');
  });

  test('names the part of a store that is split, as each language writes it', () => {
    const stores = [{ ...storeLine(1, 'Market', figure(1)), percent: 33.33 }];
    const log = dayLogOf([department(1, 'Bakery', stores)]);

    expect(said(dayLogMessage(log, look))).toContain('• Market (33.33%): ');
    expect(said(dayLogMessage(log, { ...look, language: 'nl' }))).toContain('• Market (33,33%): ');
  });

  test('of which nothing is known can still be read, and is no file', () => {
    const message = dayLogMessage(emptyLog, look);

    expectGoodMessage(message);
    expect(said(message)).not.toContain('Excel');
  });

  test('can be had as a file, of the one department where it tells of one, but not by a whole channel', () => {
    const bakery = { _id: id(1), name: 'Bakery' };

    const one = JSON.stringify(dayLogMessage(normalLog, { ...look, department: bakery }).blocks);

    expect(said(dayLogMessage(normalLog, look))).toMatch(/CSV[\s\S]*Excel/);
    expect(one).toContain(`"action_id":"range_csv","text":{"type":"plain_text","text":"CSV"`);
    expect(one).toContain(`"value":"2025-11-12 - 0 ${id(1)}"`);
    expect(said(dayLogMessage(normalLog, { ...look, sharedBy: 'U1' }))).not.toContain('Excel');
  });

  test('of 300 stores in 150 departments fits, and the text begins with day and total', () => {
    const log = hugeLog();

    const message = dayLogMessage(log, look);

    expectGoodMessage(message);
    expect(message.text).toMatch(/^Turnover 2025-11-12 \(Wed 12 Nov 2025\): €[\d,.]+ excl\. VAT\./);
  });

  test('of one department with 60 stores shows each of them', () => {
    const stores = Array.from({ length: 60 }, (_, number) =>
      storeLine(number, `Store number ${number} in the street`, figure(number)),
    );

    const message = dayLogMessage(dayLogOf([department(1, 'All', stores)]), look);

    expectGoodMessage(message);
    for (const { name } of stores) expect(said(message)).toContain(`• ${name}: `);
  });

  test.each(hardNames)('shows the name %s as it is, and it pings nobody', (name) => {
    const log = dayLogOf([department(1, name, [storeLine(1, name, figure(1))])]);

    const message = dayLogMessage(log, look);

    expectGoodMessage(message);
    expect(unescaped(said(message))).toContain(name);
    expect(unescaped(message.text)).toContain(name);
  });

  test('keeps currencies apart, with the decimals each of them has', () => {
    const log = dayLogOf([
      department(1, 'World', [
        storeLine(1, 'Kyoto', figure(1_234, { currency: 'JPY' })),
        storeLine(2, 'Kuwait', figure(1_234, { currency: 'KWD' })),
        storeLine(3, 'Paris', figure(-5, { currency: 'EUR' })),
      ]),
    ]);

    const message = dayLogMessage(log, look);

    expectGoodMessage(message);
    expect(message.text.replaceAll('\u00a0', ' ')).toContain('World: -€0.05, JP¥1,234 and KWD 1.234');
  });

  test('says which stores are not in, and that the total is not whole', () => {
    const log = dayLogOf(
      [department(1, 'City', [storeLine(1, 'In', figure(100)), storeLine(2, 'Out', null)])],
      { state: 'partial' },
    );

    const message = dayLogMessage(log, look);

    expectGoodMessage(message);
    expect(said(message)).toContain('• Out: not in');
    expect(said(message)).toContain('1 of 2 stores in');
  });

  test('of a department without any store in says that, and no zero', () => {
    const message = dayLogMessage(
      dayLogOf([department(1, 'City', [storeLine(1, 'Out', null)])], { state: 'missing' }),
      look,
    );

    expectGoodMessage(message);
    expect(message.text).toContain('City: not in');
    expect(message.text).not.toContain('€0');
  });

  test('that was shared says by whom and has no buttons', () => {
    const message = dayLogMessage(normalLog, { ...look, sharedBy: 'U1' });

    expectGoodMessage(message);
    expect(said(message)).toContain('Shared by <@U1>');
    expect(JSON.stringify(message.blocks)).not.toContain('"actions"');
  });
});

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
