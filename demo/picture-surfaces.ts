import type { Locator, Page } from 'playwright-core';

/** What a picture shows, and the way there from the page with #sales. */
export interface Surface {
  name: string;
  goThere(page: Page): Promise<unknown>;
}

/** In order: the last ones change what there is. */
export const surfaces: readonly Surface[] = [
  surface('digest', (page) => newest(page, 'Open the day').scrollIntoViewIfNeeded()),
  surface('correction', openThread),
  surface('turnover', (page) => ask(page, '/turnover yesterday')),
  surface('turnover-menu', async (page) => {
    await ask(page, '/turnover yesterday');
    await dayMenu(page).click();
  }),
  surface('turnover-last-year', (page) => ask(page, '/turnover 2024-11-16')),
  surface('turnover-month', (page) => ask(page, '/turnover october 2025')),
  surface('commands', (page) => composer(page).fill('/')),
  surface('status', (page) =>
    command(page, '/lightspeed status', page.getByText('How Daybook is doing').last()),
  ),
  surface('link', (page) =>
    command(page, '/lightspeed link', page.getByRole('textbox', { name: 'API key' })),
  ),
  surface('link-x-series', linkXSeries),
  surface('mapping', (page) =>
    command(page, '/lightspeed map', page.getByRole('combobox', { name: 'Amsterdam' })),
  ),
  surface('departments', (page) =>
    command(page, '/lightspeed departments', dialog(page).getByText('Harbour').first()),
  ),
  surface('settings', (page) => command(page, '/lightspeed settings', page.getByRole('radio').last())),
  surface('settings-channel', async (page) => {
    await command(page, '/lightspeed settings', page.getByRole('radio').last());
    await dialog(page).getByRole('button', { name: 'Edit' }).first().click();
    await page.getByText('more below').waitFor();
  }),
  surface('access', (page) => fromSettings(page, 'Who sees turnover…', 'Who may see turnover')),
  surface('managers', (page) => fromSettings(page, 'Managers…', 'Managers beside them')),
  surface('monthly-file', (page) => fromSettings(page, 'Monthly file…', 'Send it to')),
  surface('who-did-what', (page) => fromSettings(page, 'Who did what', 'mapped')),
  surface('targets', (page) =>
    command(page, '/lightspeed targets', dialog(page).getByText('Without targets').first()),
  ),
  surface('targets-week', targetsOfWeek),
  surface('unlink', (page) => command(page, '/lightspeed unlink', dialog(page))),
  surface('help', (page) => command(page, '/lightspeed help', page.getByText('What Daybook can do').last())),
  surface('reimport', (page) => fromDayMenu(page, 'Import this day again')),
  surface('by-hand', (page) => fromDayMenu(page, 'Enter a figure by hand')),
  surface('reconcile', (page) => fromDayMenu(page, 'Reconcile')),
  surface('check', (page) => fromDayMenu(page, 'Check against Lightspeed')),
  surface('older-days', (page) => fromHome(page, 'Import older days…', 'From')),
  surface('business-days', (page) => fromHome(page, 'Business days', 'Its day begins at')),
  surface('closed-days', (page) => fromHome(page, 'Closed days', 'Public holidays of')),
  surface('home', home),
  surface('home-member', async (page) => {
    await page.getByLabel('Person').selectOption('U2MEMBER');
    await home(page);
    await page.evaluate(() => sessionStorage.removeItem('person'));
  }),
  surface('traffic', async (page) => {
    await page.getByRole('link', { name: 'Raw traffic' }).click();
    await page.locator('.exchanges summary').first().waitFor();
  }),
  surface('note', async (page) => {
    await newest(page, 'Open the day').getByRole('button', { name: 'Add note' }).click();
    await dialog(page).getByRole('textbox').fill('Street market until four; the lift was out of order.');
  }),
  surface('note-reply', async (page) => {
    await newest(page, 'Open the day').getByRole('link', { name: 'in thread' }).click();
    const reply = page.getByRole('combobox', { name: 'Reply in the thread' });
    await reply.fill('Street market until four; the lift was out of order.');
    await reply.press('Enter');
    await page.getByRole('button', { name: 'Undo' }).waitFor();
  }),
  surface('note-in-day', (page) => ask(page, '/turnover yesterday')),
  surface('export', async (page) => {
    await ask(page, '/turnover october 2025 xlsx');
    await page.getByRole('link', { name: 'Messages' }).click();
    await page.locator('a.file').last().waitFor();
  }),
  surface('key-refused', async (page) => {
    await atBar(page, 'Revoke the key', 'Revoked the key');
    await atBar(page, 'Next night', 'It is ');
    await page.getByRole('link', { name: 'Messages' }).click();
    await page.getByText('no longer takes the key').last().waitFor();
  }),
  surface('key-refused-home', home),
];

function surface(name: string, goThere: Surface['goThere']): Surface {
  return { name, goThere };
}

const dialog = (page: Page): Locator => page.getByRole('dialog');
const newest = (page: Page, words: string): Locator =>
  page.getByRole('article').filter({ hasText: words }).last();
const composer = (page: Page): Locator => page.getByRole('combobox', { name: 'Message #sales' });
const dayMenu = (page: Page): Locator => newest(page, 'only you see this').locator('.overflow summary');

async function command(page: Page, line: string, shown: Locator): Promise<void> {
  await composer(page).fill(line);
  await composer(page).press('Escape');
  await composer(page).press('Enter');
  await shown.waitFor();
}

/** What a button of the settings opens. */
async function fromSettings(page: Page, name: string, shown: string): Promise<void> {
  await command(page, '/lightspeed settings', page.getByRole('radio').last());
  await dialog(page).getByRole('button', { name, exact: true }).click();
  await dialog(page).getByText(shown).first().waitFor();
}

/** What a button of Home opens. */
async function fromHome(page: Page, name: string, shown: string): Promise<void> {
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByRole('button', { name, exact: true }).click();
  await dialog(page).getByText(shown).first().waitFor();
}

async function targetsOfWeek(page: Page): Promise<void> {
  await command(page, '/lightspeed targets', dialog(page).getByText('Without targets').first());
  await dialog(page).getByRole('combobox').first().click();
  await page.getByRole('option', { name: 'City' }).click();
  await dialog(page).getByText('Saturday').first().waitFor();
}

/** Types a command and waits for what only this person sees. */
async function ask(page: Page, line: string): Promise<void> {
  const before = await page.getByRole('article').count();
  await command(page, line, page.getByRole('article').nth(before));
}

async function openThread(page: Page): Promise<void> {
  await newest(page, 'Final.').getByRole('link', { name: 'in thread' }).click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.getByText('Corrected:').waitFor();
}

async function linkXSeries(page: Page): Promise<void> {
  await command(page, '/lightspeed link', page.getByRole('textbox', { name: 'API key' }));
  await page.getByRole('combobox', { name: 'Lightspeed Retail series' }).click();
  await page.getByRole('option', { name: 'X-Series' }).click();
  await page.getByRole('textbox', { name: 'Domain prefix' }).fill('marrowandpage');
}

/** What an entry of a day's menu opens or answers. */
async function fromDayMenu(page: Page, entry: string): Promise<void> {
  await ask(page, '/turnover yesterday');
  const before = await page.getByRole('article').count();
  await dayMenu(page).click();
  await page.getByRole('button', { name: entry }).last().click();
  await Promise.race([
    dialog(page).getByRole('button').first().waitFor(),
    page.getByRole('article').nth(before).waitFor(),
  ]);
}

async function home(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Home' }).click();
  await page.locator('.home .block').first().waitFor();
}

async function atBar(page: Page, name: string, said: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  if (!(await button.isVisible())) await page.getByText('Till and troubles').click();
  await button.click();
  await page.getByRole('status').filter({ hasText: said }).waitFor();
}
