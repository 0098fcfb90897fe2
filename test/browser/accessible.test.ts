import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type OpenWorkspace, openPage, openWorkspace, picture } from './browser.ts';
import { callAsApp, everyBlock, everyInput, openGallery } from './gallery.ts';

let browser: Browser;
let workspace: OpenWorkspace;

beforeAll(async () => {
  browser = await launchBrowser();
  workspace = await openWorkspace('year');
  await callAsApp(workspace.slack(), 'chat.postMessage', {
    channel: 'C2GENERAL',
    text: 'Every block',
    blocks: everyBlock,
  });
});
afterAll(async () => {
  await browser.close();
  await workspace.close();
});
afterEach(async () => {
  const manager = workspace.slack().as('U1MANAGER');
  const left = manager.modal();
  if (left) await manager.close(left);
  for (const context of browser.contexts()) await context.close();
});

/** How to come to each surface from the start of the page. */
const surfaces: Record<string, (page: Page) => Promise<unknown>> = {
  channel: (page) => page.getByRole('article').first().waitFor(),
  thread: async (page) => {
    await page.getByRole('link', { name: '1 reply in thread' }).first().click();
    await page.getByRole('complementary', { name: 'Thread' }).waitFor();
  },
  blocks: async (page) => {
    await page.getByRole('link', { name: '# general' }).click();
    await page.getByRole('article').first().waitFor();
  },
  home: async (page) => {
    await page.getByRole('link', { name: 'Home' }).click();
    await page.locator('.home .headline').first().waitFor();
  },
  messages: (page) => page.getByRole('link', { name: 'Messages' }).click(),
  traffic: async (page) => {
    await page.getByRole('link', { name: 'Raw traffic' }).click();
    await page.locator('.exchanges summary').first().click();
  },
  completion: async (page) => {
    await page.getByRole('combobox', { name: 'Message #sales' }).pressSequentially('/light');
    await page.getByRole('listbox', { name: 'Commands' }).waitFor();
  },
  modal: async (page) => {
    await openGallery(workspace.slack(), everyInput);
    await page.getByRole('combobox', { name: 'Goods', exact: true }).click();
    await page.getByRole('option', { name: 'Wine' }).waitFor();
  },
  'wrong-modal': async (page) => {
    await openGallery(workspace.slack(), everyInput);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').waitFor();
  },
  'start-over': async (page) => {
    await page.getByRole('button', { name: 'Start over…' }).click();
    await page.getByRole('dialog').waitFor();
  },
};

describe.each(Object.entries(surfaces))('%s', (name, goThere) => {
  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [380, 'light'],
    [380, 'dark'],
  ] as const)(
    'axe finds nothing at %i pixels in %s colours, and nothing runs over the edge',
    async (width, colours) => {
      const { page, complaints } = await openPage(browser, workspace.url, { width });
      await page.getByLabel('Colours').selectOption(colours);
      await goThere(page);
      await picture(page, `${name}-${width}-${colours}`);

      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(complaints).toEqual([]);
    },
  );
});

/** What axe says is wrong, with where. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const inPage: typeof axe = Reflect.get(window, 'axe');
    // What the app calls its own buttons is not the page's doing: names are compared outside its blocks only.
    const names = 'label-content-name-mismatch';
    const found = [
      await inPage.run(document, { rules: { [names]: { enabled: false } } }),
      await inPage.run({ exclude: ['.block'] }, { runOnly: [names] }),
    ];
    return found.flatMap((results) =>
      results.violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${String(target)}: ${failureSummary}`),
      ),
    );
  });
}
