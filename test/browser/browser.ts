import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Stage, Start } from '../../demo/page-server/stage.ts';
import { showPage } from '../../demo/show-page.ts';
import type { Handle } from '../../demo/slack/handle.ts';
import { freshDatabase } from '../support/database.ts';

const pictures = 'test-output';

/** Debian's chromium, or the one CHROMIUM_PATH names. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface OpenWorkspace {
  url: string;
  /** The play behind the page: stand-ins, clock, till. */
  stage(): Stage;
  /** The stand-in for Slack in it. */
  slack(): Handle;
  /** Stops it and starts it again over the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** The local workspace with a database and a data folder of its own. */
export async function openWorkspace(start: Start): Promise<OpenWorkspace> {
  const database = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'daybook-page-'));
  const show = (port: number) =>
    showPage({ port, dataDir, mongodbUri: database.uri, start, tell: () => {}, env: process.env });
  let shown = await show(0);
  return {
    url: shown.url,
    stage: () => shown.theatre.stage(),
    slack: () => shown.theatre.stage().workspace.slack,
    async restart() {
      await shown.close();
      shown = await show(Number(new URL(shown.url).port));
    },
    async close() {
      await shown.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A page that fails the test when something goes wrong in it. */
export async function openPage(
  browser: Browser,
  url: string,
  { width = 1280, height = 860 }: { width?: number; height?: number } = {},
): Promise<{ page: Page; complaints: string[] }> {
  // axe is put into the page from outside, which the page itself forbids.
  const context = await browser.newContext({ viewport: { width, height }, bypassCSP: true, locale: 'en-GB' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.setDefaultTimeout(10_000);
  await page.goto(url);
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  return { page, complaints };
}

/** Saves what the page shows, for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** Modals stay on a person's screen, whichever page shows it: the next test begins without any. */
export async function closeModals(slack: Handle): Promise<void> {
  for (const id of Object.keys(slack.state.people)) {
    const person = slack.as(id);
    for (let left = person.modal(); left; left = person.modal()) await person.close(left);
  }
}
