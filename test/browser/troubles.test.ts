import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { amountText } from '../../demo/check/amount-text.ts';
import { figuresOf } from '../../demo/lightspeed/figures.ts';
import { launchBrowser, type OpenWorkspace, openPage, openWorkspace, picture } from './browser.ts';
import { atBar, newest, type } from './steps.ts';

let browser: Browser;
let workspace: OpenWorkspace;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  workspace = await openWorkspace('year');
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await workspace.close();
});

/** What a day's log must say without tax, worked out from the sales by other code. */
function netOf(day: string): string {
  const { world, clock } = workspace.stage();
  const figures = figuresOf(world, { day, at: clock.now() });
  return amountText(figures.reduce((sum, { net }) => sum + net, 0));
}

/** Asks for a day and waits for its log. */
async function logOf(page: Page, day: string, title: string): Promise<string> {
  await type(page, `/turnover ${day}`);
  const answer = newest(page, 'only you see this').filter({ hasText: `Turnover of ${title}` });
  await answer.waitFor();
  return (await answer.textContent()) ?? '';
}

test('what is rung up is in the log of its day after the night', async () => {
  const { page } = await openPage(browser, workspace.url);
  const before = netOf('2025-11-12');
  await page.getByLabel('Store').selectOption({ label: 'Rotterdam' });
  await page.getByLabel('Amount (EUR)').fill('1234,56');

  await atBar(page, 'Ring up a sale', 'Rang up €1,234.56 incl. VAT in Rotterdam.');
  await atBar(page, 'Next night', 'It is ');
  const log = await logOf(page, '2025-11-12', 'Wed 12 Nov 2025');

  expect(log).toContain(netOf('2025-11-12'));
  expect(netOf('2025-11-12')).not.toBe(before);
});

test('an amount that is none is said to be none', async () => {
  const { page } = await openPage(browser, workspace.url);

  await page.getByLabel('Amount (EUR)').fill('12,345');
  await atBar(page, 'Ring up a sale', 'An amount looks like 24.20.');
});

test('a refund lowers the day it is made on, not the day of the sale', async () => {
  const { page } = await openPage(browser, workspace.url);
  const [of11, of12] = [netOf('2025-11-11'), netOf('2025-11-12')];

  await atBar(page, 'Refund a sale of yesterday', /^Refunded €[\d,.]+ incl. VAT in Amsterdam/);
  const [after11, after12] = [netOf('2025-11-11'), netOf('2025-11-12')];
  await atBar(page, 'Next night', 'It is ');

  expect(after11).toBe(of11);
  expect(after12).not.toBe(of12);
  expect(await logOf(page, '2025-11-11', 'Tue 11 Nov 2025')).toContain(netOf('2025-11-11'));
  expect(await logOf(page, '2025-11-12', 'Wed 12 Nov 2025')).toContain(netOf('2025-11-12'));
});

test('Lightspeed down: the digest waits, then says what is missing, and is made whole when it answers again', async () => {
  const { page } = await openPage(browser, workspace.url);
  const digest = page.getByRole('article').filter({ hasText: 'Turnover of Wed 12 Nov 2025' });
  await atBar(page, 'Lightspeed down', 'Lightspeed is down.');
  const down = page.getByRole('button', { name: 'Lightspeed down', pressed: true });

  await atBar(page, 'Next morning', 'It is Thu 13 Nov, 08:00.');
  const atEight = await digest.count();
  for (const hour of ['09', '10', '11']) await atBar(page, 'An hour on', `It is Thu 13 Nov, ${hour}:00.`);
  await digest.getByText('could not be read').waitFor();
  await picture(page, 'lightspeed-down');

  await down.click();
  await page.getByRole('status').filter({ hasText: 'Lightspeed answers again.' }).waitFor();
  await atBar(page, 'An hour on', 'It is Thu 13 Nov, 12:00.');
  await digest.getByText('could not be read').waitFor({ state: 'detached' });

  expect(atEight).toBe(0);
  expect(await digest.count()).toBe(1);
  expect(await digest.textContent()).toContain(netOf('2025-11-12'));
});

test('Slack slow: whoever asks gets an answer all the same', async () => {
  const { page } = await openPage(browser, workspace.url);
  await atBar(page, 'Slack slow', 'Slack is slow.');

  await type(page, '/lightspeed settings');

  await newest(page, 'only you see this').waitFor();
  await picture(page, 'slack-slow');
  // What the app gave up on must not come after all and lie over what the person does next.
  const given = await workspace
    .slack()
    .waitFor(
      () => workspace.slack().traffic.log.find(({ name }) => name === 'views.open'),
      20_000,
      'the end of views.open',
    );
  await atBar(page, 'Slack slow', 'Slack is quick again.');
  await type(page, '/lightspeed settings');
  await page.getByRole('dialog').waitFor();

  expect(given.verdict).toBe('expired_trigger_id');
});

test('a revoked key is told once to the manager, who gives a new one, and the missed day comes in', async () => {
  const { page } = await openPage(browser, workspace.url);
  await atBar(page, 'Revoke the key', 'Revoked the key');
  await atBar(page, 'Next night', 'It is ');
  await atBar(page, 'An hour on', 'It is ');
  await page.getByRole('link', { name: 'Messages' }).click();
  await page.getByText('no longer takes the key').first().waitFor();
  await picture(page, 'key-revoked');
  const told = await page.getByText('no longer takes the key').count();

  await atBar(page, 'Make a new key', 'Made a new key: demo-key-2');
  await page
    .getByRole('button', { name: /Blad & Boon/ })
    .last()
    .click();
  await page.getByRole('textbox', { name: 'API key' }).fill('demo-key-2');
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await page.getByRole('dialog').getByText('new key').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('link', { name: '# sales' }).click();
  await atBar(page, 'Next night', 'It is ');

  expect(told).toBe(1);
  expect(await logOf(page, '2025-11-12', 'Wed 12 Nov 2025')).toContain(netOf('2025-11-12'));
});

test('what goes wrong on purpose, and the raw traffic, are there again after a restart, and gone when one starts over', async () => {
  const { page } = await openPage(browser, workspace.url);
  await type(page, '/turnover yesterday');
  await newest(page, 'only you see this').waitFor();
  await atBar(page, 'Lightspeed down', 'Lightspeed is down.');
  await atBar(page, 'Slack slow', 'Slack is slow.');

  await workspace.restart();
  await page.goto(`${workspace.url}/#/traffic`);
  await page.reload();
  const troubles = page.getByRole('button', { pressed: true });
  await troubles.first().waitFor();
  const afterRestart = await troubles.allTextContents();
  await page.locator('.exchanges summary', { hasText: '/turnover' }).first().waitFor();
  const ofLightspeed = await page.locator('.exchanges summary', { hasText: '/API/V3/' }).count();

  await page.getByRole('button', { name: 'Start over…' }).click();
  await page.getByRole('radio', { name: 'Empty workspace' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('status').filter({ hasText: 'Started over.' }).waitFor({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Raw traffic' }).click();
  await page.locator('.exchanges summary').first().waitFor();

  expect(afterRestart).toEqual(['Lightspeed down', 'Slack slow']);
  expect(ofLightspeed).toBeGreaterThan(0);
  expect(await troubles.count()).toBe(0);
  expect(await page.locator('.exchanges summary', { hasText: '/turnover' }).count()).toBe(0);
});
