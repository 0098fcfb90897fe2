import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type OpenWorkspace, openPage, openWorkspace } from './browser.ts';
import { atBar, newest, type } from './steps.ts';

let browser: Browser;
let workspace: OpenWorkspace;

beforeAll(async () => {
  browser = await launchBrowser();
  workspace = await openWorkspace('year');
});
afterAll(async () => {
  await browser.close();
  await workspace.close();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

test('it begins with digests that have something to compare with, and a day a year ago has its log', async () => {
  const { page, complaints } = await openPage(browser, workspace.url);
  await page.getByRole('heading', { name: 'Turnover of Tue 11 Nov 2025' }).waitFor();

  const composer = page.getByRole('combobox', { name: 'Message #sales' });
  await composer.fill('/turnover 2024-11-13');
  await composer.press('Enter');

  const answer = page.getByRole('article').filter({ hasText: 'only you see this' });
  await answer.getByRole('heading', { name: 'Turnover of Wed 13 Nov 2024' }).waitFor();
  expect(await answer.getByText('Harbour').count()).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

test('what only one person sees is not shown to another, and a guest gets no figures', async () => {
  const { page } = await openPage(browser, workspace.url);
  await page.getByLabel('Person').selectOption({ label: 'Guest' });
  const composer = page.getByRole('combobox', { name: 'Message #sales' });
  await composer.fill('/turnover');
  await composer.press('Enter');

  await page.getByText('Turnover is not shown to guests').waitFor();
  await page.getByLabel('Person').selectOption({ label: 'Sam (member)' });

  await page.getByText('Turnover is not shown to guests').waitFor({ state: 'detached' });
});

test('everything is there again after a restart, the till included', async () => {
  const { page } = await openPage(browser, workspace.url);
  await page.getByRole('combobox', { name: 'Message #sales' }).fill('Good morning all');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('Good morning all').waitFor();
  await page.getByRole('button', { name: 'Revoke the key' }).click();
  await page.getByRole('button', { name: 'Make a new key' }).click();
  await page.getByText('demo-key-2', { exact: true }).waitFor();

  await workspace.restart();
  await page.reload();

  await page.getByText('Good morning all').waitFor();
  await page.getByText('demo-key-2', { exact: true }).waitFor();
  await page.getByRole('heading', { name: 'Turnover of Tue 11 Nov 2025' }).waitFor();
});

test('traffic is shown with its verdicts and without secrets', async () => {
  const { page } = await openPage(browser, workspace.url);
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByRole('heading', { name: 'Daybook: Home' }).waitFor();
  await page.getByRole('link', { name: 'Raw traffic' }).click();

  const row = page.locator('details', { hasText: 'views.publish' }).first();
  await row.locator('summary').click();
  await row.getByRole('heading', { name: 'Answer' }).waitFor();

  const text = (await page.locator('main').textContent()) ?? '';
  expect(text).toContain('ok');
  expect(text).not.toContain('xoxb-local');
  expect(text).not.toContain('demo-key-');
});

test('on a narrow screen what is pressed stays where it is, and no amount is broken', async () => {
  const { page } = await openPage(browser, workspace.url, { width: 390 });
  await type(page, '/turnover october 2025');
  const answer = newest(page, 'only you see this').filter({ hasText: 'Turnover of October 2025' });
  await answer.locator('img').waitFor();

  const cells = answer.locator('td', { hasText: '€' });
  const lines = await cells.evaluateAll((all) =>
    all.map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    }),
  );
  // As when somebody presses a link above: the composer is left before the scrolling is heard of.
  const places = await page.evaluate(async () => {
    scrollTo(0, 300);
    const focused = document.activeElement;
    if (focused instanceof HTMLElement) focused.blur();
    await new Promise((done) => setTimeout(done));
    return [focused?.getAttribute('role'), scrollY];
  });

  expect(lines.length).toBeGreaterThan(0);
  expect(new Set(lines)).toEqual(new Set([1]));
  expect(places).toEqual(['combobox', 300]);
});

test('the raw traffic is one list both ways: what was read of Lightspeed stands before what was told of it', async () => {
  const { page } = await openPage(browser, workspace.url);
  await atBar(page, 'Next morning', 'It is ');

  await page.getByRole('link', { name: 'Raw traffic' }).click();
  const read = page.locator('.exchanges li').filter({ hasText: 'Sale.json' });
  await read.first().waitFor();
  // Newest first.
  const names = await page.locator('.exchanges summary code').allTextContents();
  await read.first().locator('summary').click();
  const answer = await read.first().getByRole('group', { name: 'Answer' }).textContent();
  await page.getByLabel('Show').selectOption({ label: 'With Lightspeed' });
  await page
    .locator('.exchanges code', { hasText: 'chat.postMessage' })
    .first()
    .waitFor({ state: 'detached' });

  expect(names.indexOf('chat.postMessage')).toBeGreaterThan(-1);
  expect(names.indexOf('chat.postMessage')).toBeLessThan(
    names.findIndex((name) => name.includes('Sale.json')),
  );
  expect(answer).toContain('"@attributes"');
  expect(answer).toMatch(/… and \d+ more/);
  expect(await read.first().locator('time').textContent()).toMatch(/^\d+ Nov 03:00$/);
});

test('a revoked key is told in the app’s messages', async () => {
  const { page } = await openPage(browser, workspace.url);
  await page.getByRole('button', { name: 'Revoke the key' }).click();
  await page.getByRole('button', { name: 'Next night' }).click();
  await page.getByRole('status').filter({ hasText: 'It is ' }).waitFor();

  await page.getByRole('link', { name: 'Messages' }).click();

  await page.getByText('no longer takes the key').first().waitFor();
});

test('starting over asks first, and then begins empty', async () => {
  const { page } = await openPage(browser, workspace.url);
  await page.getByRole('button', { name: 'Start over…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  expect(await page.getByRole('article').count()).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Start over…' }).click();
  await page.getByRole('radio', { name: 'Empty workspace' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();

  await page.getByText('Nothing here yet.').waitFor();
  await page.getByText('demo-key-nl', { exact: true }).waitFor();
});
