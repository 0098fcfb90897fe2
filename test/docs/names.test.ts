import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readFacts } from './facts.ts';
import { strangersOn } from './strangers.ts';

const facts = await readFacts();
const pages = [...facts.paths].filter((path) => /^(?:docs\/)?[^/]+\.md$/.test(path));

test('there are pages to look at', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/figures.md', 'docs/guide-operators.md']));
});

test.each(pages)('everything that %s names is there', async (path) => {
  expect(await strangersOn({ path, text: await readFile(path, 'utf8') }, facts)).toEqual([]);
});

test.each([
  ['a link', '[a page](nowhere.md)', ['link nowhere.md']],
  ['an anchor', '[a part](figures.md#no-such-part)', ['link figures.md#no-such-part']],
  ['an anchor of the page itself', '[a part](#no-such-part)', ['link #no-such-part']],
  ['a picture', '![a form](pictures/nothing-light.png)', ['link pictures/nothing-light.png']],
  ['a folder', 'in `src/nowhere/`', ['path src/nowhere/']],
  ['a file', 'in `src/turnover/nowhere.ts`', ['path src/turnover/nowhere.ts']],
  ['a file of no folder', 'in `nowhere.ts`', ['path nowhere.ts']],
  ['a file in a command', '```sh\nnpm test test/nowhere.test.ts\n```', ['path test/nowhere.test.ts']],
  ['a script', 'run `npm run nothing`', ['script nothing']],
  [
    'a command',
    'run `npm run daybook -- nothing --all`',
    ['daybook daybook nothing', 'daybook daybook --all'],
  ],
  ['an option', 'run `daybook doctor --nothing`', ['daybook doctor --nothing']],
  [
    'a command in a command',
    '```sh\nnpm run -s daybook -- keys nothing | cat\n```',
    ['daybook keys nothing'],
  ],
  ['a slash command', 'type `/nothing yesterday`', ['slash /nothing yesterday']],
  ['a word after one', 'type `/lightspeed nothing`', ['slash /lightspeed nothing']],
  ['days that cannot be read', 'type `/turnover 2024-02-31`', ['slash /turnover 2024-02-31']],
  ['an address', 'at `/slack/nothing`', ['slash /slack/nothing']],
  ['a setting', 'set `DAYBOOK_NOTHING=1`', ['setting DAYBOOK_NOTHING']],
  ['a metric', 'see `rate(daybook_nothing_bucket[5m])`', ['metric daybook_nothing']],
])('%s that is not there is noticed', async (_what, text, strangers) => {
  expect(await strangersOn({ path: 'docs/planted.md', text }, facts)).toEqual(strangers);
});
