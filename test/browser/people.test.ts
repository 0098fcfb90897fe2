import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  closeModals,
  launchBrowser,
  type OpenWorkspace,
  openPage,
  openWorkspace,
  picture,
} from './browser.ts';
import { keyboard } from './hands.ts';
import { atBar, becomes, fromMore, newest, type } from './steps.ts';

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
  await closeModals(workspace.slack());
  for (const context of browser.contexts()) await context.close();
});

const dialog = (page: Page) => page.getByRole('dialog');

test('a member asks for turnover but may change nothing', async () => {
  const { page } = await openPage(browser, workspace.url);
  await becomes(page, 'Sam (member)');

  await type(page, '/turnover yesterday');
  await newest(page, 'only you see this').getByText('City').first().waitFor();
  await type(page, '/lightspeed link');

  await page
    .getByText(/[Oo]nly managers/)
    .last()
    .waitFor();
  expect(await page.getByRole('textbox', { name: 'API key' }).count()).toBe(0);
});

test('a guest gets no figures, by command or on Home', async () => {
  const { page } = await openPage(browser, workspace.url);
  await becomes(page, 'Guest');

  await type(page, '/turnover yesterday');
  await page.getByText('Turnover is not shown to guests').last().waitFor();
  await page.getByRole('link', { name: 'Home' }).click();
  await page.locator('.home .block').first().waitFor();
  await picture(page, 'home-guest');

  expect(await page.locator('.home').textContent()).not.toMatch(/€\s?\d/);
});

test('two people in two tabs: each sees what is theirs, both what is the channel’s', async () => {
  const { page: marieke } = await openPage(browser, workspace.url);
  const { page: sam } = await openPage(browser, workspace.url);
  await becomes(sam, 'Sam (member)');

  await type(marieke, '/lightspeed settings');
  await dialog(marieke).waitFor();
  await type(sam, 'Roadworks in front of the door today');
  await marieke.getByText('Roadworks in front of the door').waitFor();
  const samsDialogs = await dialog(sam).count();
  await type(sam, '/turnover yesterday');
  await newest(sam, 'only you see this').getByRole('button', { name: 'Share in channel' }).click();
  // Beside the digest of that morning.
  const told = marieke.getByRole('article').filter({ hasText: 'Turnover of Tue 11 Nov 2025' });
  await told.nth(1).waitFor();

  expect(samsDialogs).toBe(0);
  expect(await dialog(marieke).count()).toBe(1);
  expect(await marieke.getByText('only you see this').count()).toBe(0);
  await marieke.keyboard.press('Escape');
});

test('the same person in two tabs fills in one form', async () => {
  const { page: one } = await openPage(browser, workspace.url);
  const { page: other } = await openPage(browser, workspace.url);

  await type(one, '/lightspeed settings');
  await dialog(other).waitFor();
  await dialog(other).getByRole('radio', { name: /incl/ }).check();
  await dialog(one).getByRole('radio', { name: /incl/, checked: true }).waitFor();
  await dialog(one).getByRole('button', { name: 'Cancel' }).click();

  await dialog(other).waitFor({ state: 'detached' });
});

test('what only one person sees is in their language, and screen readers are told which that is', async () => {
  const { page } = await openPage(browser, workspace.url);
  workspace.slack().join({ id: 'U8DUTCH', name: 'Hanneke', locale: 'nl-NL' });
  await becomes(page, 'Hanneke (member)');

  await type(page, '/turnover gisteren');
  const answer = newest(page, 'only you see this').filter({ hasText: 'Omzet van di 11 nov 2025' });
  await answer.waitFor();
  await page.getByRole('link', { name: 'Home' }).click();
  const home = page.getByRole('group', { name: 'Home' });
  await home.getByText('omzet').first().waitFor();
  const languageOfHome = await home.getAttribute('lang');
  await page.getByRole('link', { name: '# sales' }).click();
  const digest = page.getByRole('article').filter({ hasText: 'Open the day' }).last();

  expect(await answer.locator('.said').getAttribute('lang')).toBe('nl-NL');
  expect(languageOfHome).toBe('nl-NL');
  expect(await digest.locator('.said').getAttribute('lang')).toBe('en');
  expect(await page.getByLabel('Language').inputValue()).toBe('nl-NL');
});

test('another language is chosen at the top, for one person only', async () => {
  const { page } = await openPage(browser, workspace.url);

  await page.getByLabel('Language').selectOption({ label: 'Nederlands' });
  await page.getByRole('status').filter({ hasText: 'Changed the language.' }).waitFor();
  const { people } = workspace.slack().state;
  await type(page, '/turnover 2025-11-10');
  await newest(page, 'only you see this').filter({ hasText: 'Omzet van ma 10 nov 2025' }).waitFor();

  expect(await page.locator('time.now').textContent()).toContain('woensdag');
  expect([people['U1MANAGER']?.locale, people['U2MEMBER']?.locale]).toEqual(['nl-NL', 'en-US']);
  workspace.slack().setLocale('U1MANAGER', 'en-US');
});

test('who types in the thread of a digest is seen there by all', async () => {
  const { page } = await openPage(browser, workspace.url);
  await page
    .getByRole('link', { name: /in thread/ })
    .last()
    .click();
  const thread = page.getByRole('complementary', { name: 'Thread' });

  await thread.getByRole('combobox', { name: 'Reply in the thread' }).fill('Closed at four: no <power>');
  await page.keyboard.press('Enter');

  await thread.getByText('Closed at four: no <power>').waitFor();
  const said = workspace.slack().as('U2MEMBER').seen('sales').at(-1);
  expect(said).toMatchObject({ text: 'Closed at four: no &lt;power&gt;', threadTs: expect.any(String) });
});

test('a colleague joins by keyboard and is one of the people then', async () => {
  const { page } = await openPage(browser, workspace.url);
  const hands = keyboard(page);

  await hands.press(page.locator('summary', { hasText: /^More$/ }));
  await hands.press(page.getByRole('button', { name: 'A colleague joins' }));
  await page.getByRole('status').filter({ hasText: 'joined the workspace' }).waitFor();
  const newcomer = page
    .getByLabel('Person')
    .locator('option', { hasText: /^(?:Noor|Emre|Pim|Aylin|Joris|Fleur) / });
  await newcomer.waitFor({ state: 'attached' });

  expect(await newcomer.textContent()).toContain('(member)');
});

test('an app taken out of a channel is asked in again', async () => {
  const { page } = await openPage(browser, workspace.url);
  await page.getByRole('link', { name: '# general' }).click();
  await page.getByText('Daybook is not in this channel').waitFor();

  await page.getByLabel('About #general').click();
  await page.getByRole('button', { name: 'Invite Daybook' }).click();
  await page.getByText('Daybook is in this channel').waitFor();
  await page.getByLabel('About #general').click();
  await page.getByRole('button', { name: 'Remove Daybook' }).click();

  await page.getByText('Daybook is not in this channel').waitFor();
});

test('an uninstalled app has no commands and no Home; installed again it answers as before', async () => {
  const { page } = await openPage(browser, workspace.url);

  await fromMore(page, 'Uninstall the app', 'Took the app out of the workspace.');
  await type(page, '/turnover yesterday');
  await page.getByRole('status').filter({ hasText: 'is not a command' }).waitFor();
  await fromMore(page, 'Install the app again', 'Let the app in again.');
  await page.getByLabel('About #sales').click();
  await atBar(page, 'Invite Daybook', 'The app is in #sales now.');
  await type(page, '/turnover 2025-11-10');

  await newest(page, 'only you see this').getByText('Turnover of Mon 10 Nov 2025').waitFor();
});
