import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { showPage } from './show-page.ts';

/** Makes the pictures of the guides, light and dark, into docs/pictures. */

const folder = join('docs', 'pictures');

/** A picture's name and the way to what it shows. */
const surfaces: [name: string, goThere: (page: Page) => Promise<unknown>][] = [
  ['digest', (page) => page.getByRole('article').last().waitFor()],
  [
    'correction',
    async (page) => {
      await page.getByRole('link', { name: '1 reply in thread' }).last().click();
      await page.getByRole('complementary', { name: 'Thread' }).waitFor();
    },
  ],
  ['turnover', (page) => command(page, '/turnover yesterday', page.getByText('only you see this').last())],
  [
    'turnover-last-year',
    (page) => command(page, '/turnover 2024-11-16', page.getByText('Sat 16 Nov 2024').last()),
  ],
  ['commands', (page) => page.getByRole('combobox', { name: 'Message #sales' }).fill('/')],
  ['status', (page) => command(page, '/lightspeed status', page.getByText('How Daybook is doing').last())],
  ['link', (page) => command(page, '/lightspeed link', page.getByRole('textbox', { name: 'API key' }))],
  ['mapping', (page) => command(page, '/lightspeed map', page.getByRole('combobox', { name: 'Amsterdam' }))],
  ['departments', (page) => command(page, '/lightspeed departments', page.getByRole('textbox').last())],
  ['settings', (page) => command(page, '/lightspeed settings', page.getByRole('radio').last())],
  ['help', (page) => command(page, '/lightspeed help', page.getByText('What Daybook can do').last())],
  [
    'home',
    async (page) => {
      await page.getByRole('link', { name: 'Home' }).click();
      await page.locator('.home .headline').first().waitFor();
    },
  ],
  [
    'traffic',
    async (page) => {
      await page.getByRole('link', { name: 'Raw traffic' }).click();
      await page.locator('.exchanges summary').first().waitFor();
    },
  ],
];

async function command(page: Page, line: string, shown: ReturnType<Page['getByRole']>): Promise<void> {
  const composer = page.getByRole('combobox', { name: 'Message #sales' });
  await composer.fill(line);
  await composer.press('Escape');
  await composer.press('Enter');
  await shown.waitFor();
}

async function takePictures(page: Page, url: string, colours: 'light' | 'dark'): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Colours').selectOption(colours);
  for (const [name, goThere] of surfaces) {
    // A fresh page each time: nothing is half typed.
    await page.goto('about:blank');
    await page.goto(`${url}/#/C1SALES`);
    await goThere(page);
    await page.screenshot({ path: join(folder, `${name}-${colours}.png`) });
    if (await page.getByRole('dialog').isVisible()) {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  }
}

const dataDir = await mkdtemp(join(tmpdir(), 'daybook-pictures-'));
const shown = await showPage({ port: 0, dataDir, start: 'year', tell: () => {}, env: process.env });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--headless', '--disable-gpu'],
});
try {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1200, height: 820 }, locale: 'en-GB' });
  page.setDefaultTimeout(8_000);
  for (const colours of ['light', 'dark'] as const) await takePictures(page, shown.url, colours);
  process.stdout.write(`${surfaces.length * 2} pictures in ${folder}\n`);
} finally {
  await browser.close();
  await shown.close();
  await rm(dataDir, { recursive: true, force: true });
}
