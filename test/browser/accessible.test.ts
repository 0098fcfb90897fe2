import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  closeModals,
  launchBrowser,
  type OpenWorkspace,
  openPage,
  openWorkspace,
  picture,
} from './browser.ts';
import { callAsApp, everyBlock, everyInput, everyMenu, openGallery, stacked } from './gallery.ts';
import { type } from './steps.ts';

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
  await closeModals(workspace.slack());
  for (const context of browser.contexts()) await context.close();
});

/** Types a command of the app and waits for what it shows. */
const byCommand = (line: string, shown: (page: Page) => Locator) => async (page: Page) => {
  await type(page, line);
  await shown(page).last().waitFor();
};
const dialogWith = (words: string | RegExp) => (page: Page) => page.getByRole('dialog').getByText(words);
const saying = (words: string | RegExp) => (page: Page) => page.getByText(words);

/** How to come to each surface from the start of the page. */
const surfaces: Record<string, (page: Page) => Promise<unknown>> = {
  channel: (page) => page.getByRole('article').first().waitFor(),
  thread: async (page) => {
    await page
      .getByRole('link', { name: /[1-9] repl(?:y|ies) in thread/ })
      .first()
      .click();
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
  menus: async (page) => {
    await openGallery(workspace.slack(), everyMenu);
    await page.getByRole('combobox', { name: 'Grouped', exact: true }).click();
    await page.getByRole('option', { name: 'Wine' }).waitFor();
  },
  stacked: async (page) => {
    await openGallery(workspace.slack(), stacked(1));
    const trigger_id = newTriggerInModal();
    await callAsApp(workspace.slack(), 'views.push', { trigger_id, view: stacked(2) });
    await page.getByText('1 more below').waitFor();
  },
  question: async (page) => {
    await page.getByRole('link', { name: '# general' }).click();
    await page.getByRole('button', { name: 'Drop' }).last().click();
    await page.getByRole('dialog', { name: 'Sure?' }).waitFor();
  },
  'channel-menu': (page) => page.getByLabel('About #sales').click(),
  'bar-menu': async (page) => {
    const till = page.locator('.till');
    if ((await till.getAttribute('open')) === null) await till.locator('summary').first().click();
    await till.locator('summary', { hasText: /^More$/ }).click();
  },
  turnover: byCommand('/turnover yesterday', saying('only you see this')),
  'turnover-menu': async (page) => {
    await type(page, '/turnover yesterday');
    await page.getByLabel(/^More/).last().click();
  },
  range: byCommand('/turnover 2025-10-01..2025-10-31', saying('only you see this')),
  status: byCommand('/lightspeed status', saying('How Daybook is doing')),
  help: byCommand('/lightspeed help', saying('What Daybook can do')),
  link: byCommand('/lightspeed link', (page) => page.getByRole('textbox', { name: 'API key' })),
  mapping: byCommand('/lightspeed map', (page) => page.getByRole('combobox', { name: 'Amsterdam' })),
  departments: byCommand('/lightspeed departments', dialogWith('Harbour')),
  settings: byCommand('/lightspeed settings', dialogWith('Morning digest')),
  unlink: byCommand('/lightspeed unlink', dialogWith(/Unlink/)),
  'start-over': async (page) => {
    await page.getByRole('button', { name: 'Start over…' }).click();
    await page.getByRole('dialog').waitFor();
  },
};

/** As if something in the open modal had been pressed: only then may a view be put on top. */
function newTriggerInModal(): string {
  const { state } = workspace.slack();
  const view = workspace.slack().as('U1MANAGER').modal()?.id;
  const id = `trigger-${view}`;
  state.triggers[id] = {
    id,
    person: 'U1MANAGER',
    view,
    channel: undefined,
    bornAt: Date.now(),
    used: false,
  };
  return id;
}

describe.each(Object.entries(surfaces))('%s', (name, goThere) => {
  test.each([1280, 380])(
    'axe finds nothing at %i pixels, light or dark, and nothing runs over the edge',
    async (width) => {
      const { page, complaints } = await openPage(browser, workspace.url, { width });
      await goThere(page);

      const found: string[] = [];
      for (const colours of ['light', 'dark'] as const) {
        await wear(page, colours);
        await picture(page, `${name}-${width}-${colours}`);
        for (const each of await violations(page, width > 1000)) found.push(`${colours}: ${each}`);
      }

      expect(found).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(complaints).toEqual([]);
    },
  );
});

/** In these colours, whatever is in front of the menu for them. */
async function wear(page: Page, colours: 'light' | 'dark'): Promise<void> {
  await page.evaluate((theme) => {
    document.documentElement.dataset['theme'] = theme;
  }, colours);
  // Colours that fade are looked at when they have faded.
  await page.waitForTimeout(200);
}

/** Rules that axe runs only when told to. */
const alsoRun = ['label-content-name-mismatch', 'css-orientation-lock', 'identical-links-same-purpose'];

/** What axe says is wrong, with where. */
async function violations(page: Page, isWide: boolean): Promise<string[]> {
  await page.evaluate(axe.source);
  const enabled = alsoRun.map((id) => [id, { enabled: true }]);
  // On a narrow screen the composer stays in sight over what is below it, and axe takes what is half covered for small.
  const rules = Object.fromEntries([...enabled, ['target-size', { enabled: isWide }]]);
  return page.evaluate(async (chosen) => {
    const inPage: typeof axe = Reflect.get(window, 'axe');
    const { violations: found } = await inPage.run(document, { rules: chosen });
    return found.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${String(target)}: ${failureSummary}`),
    );
  }, rules);
}
