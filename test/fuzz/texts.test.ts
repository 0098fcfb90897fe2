import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTargetsFile } from '../../src/targets/file/read-targets-file.ts';
import { readQuestion } from '../../src/turnover/read-question.ts';
import { commandTexts, fuzzTimeout, runsOf, texts } from './support/runs.ts';

const departments = [
  { _id: 'd1', name: 'Bakery' },
  { _id: 'd2', name: 'Flowers' },
];

const cell = fc.oneof(
  texts,
  fc.constantFrom('Bakery', 'monday', 'maandag', '2025-12-26', '1.234,50', '"', ';', '\r\n', '\uFEFF'),
);

test('any file of targets is read, or every wrong line is told', { timeout: fuzzTimeout }, () => {
  const rows = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 12 });
  fc.assert(
    fc.property(rows, fc.constantFrom(',', ';', '\t'), (lines, between) => {
      const text = lines.map((line) => line.join(between)).join('\n');

      const read = readTargetsFile(text, { departments, currency: 'EUR' });

      if (read.kind !== 'targets') return;
      for (const { weekdays, days } of read.targets) {
        for (const amount of [...weekdays.values(), ...days.values()]) {
          expect(amount === null || Number.isSafeInteger(amount)).toBe(true);
        }
      }
    }),
    runsOf(0.1),
  );
});

test('any words after /turnover are read as days or answered with a question', {
  timeout: fuzzTimeout,
}, () => {
  fc.assert(
    fc.property(commandTexts, (typed) => {
      const read = readQuestion(typed, { today: '2025-11-13', departments });

      expect(JSON.stringify(read)).not.toContain('Invalid');
    }),
    runsOf(0.1),
  );
});
