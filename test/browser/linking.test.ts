import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser, type OpenWorkspace, openPage, openWorkspace, picture } from './browser.ts';
import { type Hands, keyboard, mouse } from './hands.ts';
import { type } from './steps.ts';

let browser: Browser;
let workspace: OpenWorkspace;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  workspace = await openWorkspace('empty');
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await workspace.close();
});

const dialog = (page: Page) => page.getByRole('dialog');
const mapButton = (page: Page, account: string) =>
  page.getByRole('button', { name: `Map the stores of ${account}` }).last();

async function linkByKey(page: Page): Promise<void> {
  await type(page, '/lightspeed link');
  await page.getByRole('textbox', { name: 'API key' }).fill('demo-key-nl');
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await mapButton(page, 'Blad & Boon').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await dialog(page).waitFor({ state: 'detached' });
}

describe.each([
  ['keyboard', keyboard],
  ['mouse', mouse],
])('by %s', (name, handsOf) => {
  test('an X-Series account is linked by prefix and token, a wrong prefix is told at its field', async () => {
    const { page, complaints } = await openPage(browser, workspace.url);
    const hands = handsOf(page);
    await type(page, '/lightspeed link');

    await hands.choose(page.getByRole('combobox', { name: 'Lightspeed Retail series' }), 'X-Series');
    await fillXSeries(page, hands, 'marrow and page');
    await page.getByRole('alert').filter({ hasText: 'no domain prefix' }).waitFor();
    await picture(page, `x-series-${name}`);
    await fillXSeries(page, hands, 'marrowandpage');
    await mapButton(page, 'Marrow & Page').waitFor();

    expect(await dialog(page).textContent()).toContain('X-Series (marrowandpage)');
    expect(await page.content()).not.toContain('lsxs_pt_demo_uk</textarea>');
    expect(complaints).toEqual([]);
  });
});

async function fillXSeries(page: Page, hands: Hands, prefix: string): Promise<void> {
  await hands.write(page.getByRole('textbox', { name: 'Domain prefix' }), prefix);
  await hands.write(page.getByRole('textbox', { name: 'API key' }), 'lsxs_pt_demo_uk');
  await hands.press(page.getByRole('button', { name: 'Link', exact: true }));
}

/** Opens the form and follows its button to the page at Lightspeed. */
async function toLightspeed(page: Page): Promise<Page> {
  await type(page, '/lightspeed link');
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Connect with Lightspeed' }).click();
  const there = await opened;
  await there.getByRole('heading', { name: 'Allow access to your account?' }).waitFor();
  return there;
}

test('whoever says yes at Lightspeed is told so there and in Slack, and maps on from there', async () => {
  const { page } = await openPage(browser, workspace.url);
  const there = await toLightspeed(page);

  await there.getByRole('button', { name: 'Allow' }).click();
  await there.getByText('Blad & Boon is linked.').waitFor();
  await picture(there, 'consent-given');
  await there.close();
  if (await dialog(page).isVisible()) await page.keyboard.press('Escape');
  await page.getByRole('link', { name: /^Messages/ }).click();
  await mapButton(page, 'Blad & Boon').click();
  await dialog(page).getByRole('combobox', { name: 'Amsterdam' }).waitFor();
});

test('whoever says no is told that nothing was linked', async () => {
  const { page } = await openPage(browser, workspace.url);
  const there = await toLightspeed(page);

  await there.getByRole('button', { name: 'Deny' }).click();

  await there.getByText('You did not let Daybook read your account').waitFor();
});

test('an account is unlinked and linked again, as on the first day', async () => {
  const { page, complaints } = await openPage(browser, workspace.url);
  await linkByKey(page);

  await type(page, '/lightspeed unlink');
  await dialog(page).getByText('Blad & Boon').first().waitFor();
  await dialog(page).getByRole('button', { name: 'Unlink' }).click();
  await dialog(page).getByText('is unlinked and its key deleted').waitFor();
  await picture(page, 'unlinked');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await dialog(page).waitFor({ state: 'detached' });
  await linkByKey(page);
  await type(page, '/lightspeed status');

  await page.getByText('R-Series, key ending in').last().waitFor();
  expect(complaints).toEqual([]);
});
