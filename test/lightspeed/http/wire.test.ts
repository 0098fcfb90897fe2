import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf } from '../../../src/lightspeed/http/wire.ts';

const instants = fc
  .integer({ min: Date.parse('1970-01-01T00:00:00Z'), max: Date.parse('2100-01-01T00:00:00Z') })
  .map((at) => Math.floor(at / 1000) * 1000);
const offsets = fc.constantFrom('Z', '+00:00', '', '+02:00', '-0930');

test('a time is the same instant in whichever way it is written', () => {
  fc.assert(
    fc.property(fc.array(instants, { minLength: 1, maxLength: 5 }), offsets, (times, offset) => {
      for (const at of times) {
        const text = new Date(at).toISOString().slice(0, 19) + offset;
        expect(instantOf(text)).toBe(
          Temporal.Instant.from(offset === '' ? `${text}Z` : text).epochMilliseconds,
        );
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  '2024-02-30T10:00:00Z',
  '2023-02-29T10:00:00+00:00',
  '2024-05-01T24:00:00Z',
  '2024-13-01T00:00:00Z',
])('%s is no time, whatever was read before it', (text) => {
  instantOf('2024-05-01T10:00:00Z');

  expect(() => instantOf(text)).toThrow(RangeError);
});
