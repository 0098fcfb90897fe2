import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type OpenWorkspace, openPage, openWorkspace } from './browser.ts';

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
  await page.getByRole('button', { name: 'Send' }).click();
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
