import { expect, test } from 'vitest';
import { domainPrefix, tidyPrefix, xSeriesBaseUrl } from '../../../src/lightspeed/x-series/base-url.ts';
import { TOKEN } from './till.ts';

const TEMPLATE = 'https://{prefix}.retail.lightspeed.app';

test.each([
  'myshop',
  ' MyShop ',
  'myshop.retail.lightspeed.app',
  'MYSHOP.retail.lightspeed.app/',
  'https://myshop.retail.lightspeed.app',
  'https://myshop.retail.lightspeed.app/setup/personal_tokens?x=1#y',
  'http://myshop.retail.lightspeed.app',
])('%j is the shop myshop', (typed) => {
  expect(xSeriesBaseUrl(TEMPLATE, typed)).toBe('https://myshop.retail.lightspeed.app');
});

test.each(['a', '1-shop', 'x'.repeat(63)])('%j is a prefix', (prefix) => {
  expect(domainPrefix(TEMPLATE, prefix)).toBe(prefix);
});

test.each([
  '',
  '-shop',
  'my shop',
  'my_shop',
  'my.shop',
  'x'.repeat(64),
  '{prefix}',
  'evil.example',
  'https://evil.example/',
  'https://evil.example/.retail.lightspeed.app',
  'evil.example#.retail.lightspeed.app',
  'a@evil.example',
  'https://user:password@myshop.retail.lightspeed.app',
  'myshop.retail.lightspeed.app.evil.example',
  'myshop.retail.lightspeed.app:8443',
  '.retail.lightspeed.app',
  'my.shop.retail.lightspeed.app',
  'ftp://myshop.retail.lightspeed.app',
  'myshop\n.evil',
])('%j holds no prefix', (typed) => {
  expect(() => xSeriesBaseUrl(TEMPLATE, typed)).toThrow(RangeError);
});

test('a token typed into the wrong field is not repeated', () => {
  expect(() => domainPrefix(TEMPLATE, TOKEN)).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining(TOKEN) }),
  );
});

test('the address of another domain than Lightspeed is read by the template', () => {
  const template = 'https://{prefix}.till.example:8443/x';

  expect(xSeriesBaseUrl(template, 'https://myshop.till.example:8443/sales')).toBe(
    'https://myshop.till.example:8443/x',
  );
  expect(xSeriesBaseUrl(template, 'myshop.retail.lightspeed.app')).toBe('https://myshop.till.example:8443/x');
});

test('a template without a place for the prefix is used as it is, but the prefix is still looked at', () => {
  expect(xSeriesBaseUrl('http://127.0.0.1:4000', 'myshop')).toBe('http://127.0.0.1:4000');
  expect(() => xSeriesBaseUrl('http://127.0.0.1:4000', 'no prefix')).toThrow(RangeError);
});

test('a prefix may be a path of the template', () => {
  expect(xSeriesBaseUrl('http://127.0.0.1:4000/{prefix}', 'myshop')).toBe('http://127.0.0.1:4000/myshop');
});

test.each([
  ['https://MyShop.retail.lightspeed.app/setup', 'myshop'],
  [' MyShop ', 'myshop'],
  ['shop.till.example', 'shop.till.example'],
])('%j is kept as %j', (typed, kept) => {
  expect(tidyPrefix(typed)).toBe(kept);
});
