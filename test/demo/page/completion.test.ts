import { describe, expect, test } from 'vitest';
import { completions } from '../../../demo/page/completion.ts';

const commands = [
  { command: '/turnover', hint: '[2024-05-01, last friday] [department] [csv|xlsx]', description: 'A day' },
  { command: '/lightspeed', hint: '[link|map|import [from to]|help]', description: 'Links' },
];
const linesFor = (typed: string) => completions(typed, commands).map(({ line }) => line);

describe('while one types', () => {
  test.each([
    ['hello', []],
    ['/', ['/turnover ', '/lightspeed ']],
    ['/l', ['/lightspeed ']],
    ['/lightspeed m', ['/lightspeed map']],
    ['/lightspeed im', ['/lightspeed import']],
    ['/lightspeed map', []],
    ['/lightspeed map x', []],
    ['/turnover 2', []],
    ['/turnover 2024 c', ['/turnover 2024 csv']],
    ['/unknown x', []],
  ])('%s is completed to %j', (typed, lines) => {
    expect(linesFor(typed)).toEqual(lines);
  });

  test('the entry shows more than it types', () => {
    expect(completions('/lightspeed imp', commands)[0]?.shown).toBe('/lightspeed import [from to]');
  });
});
