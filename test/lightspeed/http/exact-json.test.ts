import { expect, test } from 'vitest';
import { parseExact } from '../../../src/lightspeed/http/exact-json.ts';

test('a number is the text it was written as', () => {
  const text = '{"a":12.10,"b":-0.30000000000000000001,"c":[1e2,9007199254740993],"d":{"e":-0}}';

  expect(parseExact(text)).toEqual({
    a: '12.10',
    b: '-0.30000000000000000001',
    c: ['1e2', '9007199254740993'],
    d: { e: '-0' },
  });
});

test('everything else is as it was', () => {
  const text = '{"a":"12.10","b":true,"c":null,"d":[],"e":""}';

  expect(parseExact(text)).toEqual(JSON.parse(text));
});

test('what is no JSON is refused', () => {
  expect(() => parseExact('{"a":')).toThrow(SyntaxError);
});
