import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { surfaces } from './picture-surfaces.ts';
import { showPage } from './show-page.ts';

/** Makes the pictures of the guides, light and dark. With `--width 390 --folder x` as on a phone, elsewhere. */

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: join('docs', 'pictures') },
    width: { type: 'string', default: '1200' },
    height: { type: 'string', default: '820' },
    /** Only surfaces whose names contain this. */
    only: { type: 'string', default: '' },
  },
});

type Clip = { x: number; y: number; width: number; height: number };

/** Around a form, pixels. */
const margin = 32;

async function takePictures(page: Page, url: string): Promise<number> {
  const wanted = surfaces.filter(({ name }) => name.includes(values.only));
  for (const { name, goThere } of wanted) {
    // A fresh page each time: nothing is half typed.
    await page.goto('about:blank');
    await page.goto(`${url}/#/C1SALES`);
    await page.getByRole('article').first().waitFor();
    await goThere(page).catch((error: unknown) => {
      throw new Error(`No picture of ${name}`, { cause: error });
    });
    await makeRoom(page);
    for (const colours of ['light', 'dark'] as const) {
      await page.evaluate((theme) => {
        document.documentElement.dataset['theme'] = theme;
      }, colours);
      await page.screenshot({ path: join(values.folder, `${name}-${colours}.png`), ...(await around(page)) });
    }
    await closeDialogs(page);
  }
  return wanted.length * 2;
}

/** A form is shown with a little of what is behind it: the rest says nothing and weighs much. */
async function around(page: Page): Promise<{ clip?: Clip }> {
  const dialog = page.getByRole('dialog').first();
  const box = (await dialog.isVisible()) && (await dialog.boundingBox());
  const size = page.viewportSize();
  if (!box || !size) return {};
  const [left, top] = [Math.max(0, box.x - margin), Math.max(0, box.y - margin)];
  const [right, bottom] = [box.x + box.width + margin, box.y + box.height + margin];
  return {
    clip: {
      x: left,
      y: top,
      width: Math.min(size.width, right) - left,
      height: Math.min(size.height, bottom) - top,
    },
  };
}

/** Pictures show what is told, not what can be done at the till; the newest message from its beginning. */
async function makeRoom(page: Page): Promise<void> {
  await page.evaluate(() => {
    const till = document.querySelector('details.till');
    if (till instanceof HTMLDetailsElement) till.open = false;
  });
  await page.waitForTimeout(250);
  await page.evaluate(() => {
    const list = document.querySelector('main .messages');
    const last = list?.lastElementChild;
    if (!last || document.querySelector('.overflow[open]')) return;
    if (last.getBoundingClientRect().height > (list?.clientHeight ?? 0)) last.scrollIntoView();
  });
  await page.waitForTimeout(100);
}

async function closeDialogs(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  while (await dialog.isVisible()) {
    const title = await dialog.getAttribute('id');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(title === null ? 50 : 150);
  }
}

const dataDir = await mkdtemp(join(tmpdir(), 'daybook-pictures-'));
const shown = await showPage({ port: 0, dataDir, start: 'year', tell: () => {}, env: process.env });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--headless', '--disable-gpu'],
});
try {
  await mkdir(values.folder, { recursive: true });
  const viewport = { width: Number(values.width), height: Number(values.height) };
  const page = await browser.newPage({ viewport, locale: 'en-GB' });
  page.setDefaultTimeout(30_000);
  const count = await takePictures(page, shown.url);
  process.stdout.write(`${count} pictures in ${values.folder}\n`);
} finally {
  await browser.close();
  await shown.close();
  await rm(dataDir, { recursive: true, force: true });
}
