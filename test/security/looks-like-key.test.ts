import { expect, test } from 'vitest';
import { looksLikeKey } from '../../src/security/looks-like-key.ts';

const key = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';

test.each([
  key,
  `link ${key}`,
  `status ${key}`,
  `import "${key}"`,
  `key=${key}`,
  `API key: ${key}.`,
  `\`${key}\``,
  `<${key}>`,
  'lsxs_pt_Abc123Def456Ghi789Jkl',
  'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0.abc.def1',
])('%s may be a key', (text) => {
  expect(looksLikeKey(text)).toBe(true);
});

test.each([
  '',
  '2024-05-01..2024-05-31',
  '2024-05-01 2024-05-31 xlsx',
  'yesterday "Bloemen en planten 2024"',
  'Levensmiddelenspeciaalzaak',
  'q2 2024 Harbour',
  '1234567890123456789012345',
  '2024-05-01 reconcile 4.210,50',
])('%s is none', (text) => {
  expect(looksLikeKey(text)).toBe(false);
});
