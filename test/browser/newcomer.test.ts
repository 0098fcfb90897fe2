import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type OpenWorkspace, openPage, openWorkspace, picture } from './browser.ts';
import { type Hands, keyboard, mouse } from './hands.ts';

let browser: Browser;
let workspace: OpenWorkspace | undefined;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await workspace?.close();
  workspace = undefined;
});

describe.each([
  ['keyboard', keyboard],
  ['mouse', mouse],
])('a newcomer with nothing but a %s', (name, handsOf) => {
  test('comes from an empty workspace to a corrected digest', async () => {
    workspace = await openWorkspace('empty');
    const { page, complaints } = await openPage(browser, workspace.url);
    const hands = handsOf(page);

    await link(page, hands, name);
    await map(page, hands, name);
    await liveThroughTheDay(page, hands, name);

    expect(complaints).toEqual([]);
  });
});

async function link(page: Page, hands: Hands, name: string): Promise<void> {
  const composer = page.getByRole('combobox', { name: 'Message #sales' });
  await hands.write(composer, '/lightspeed link');
  await hands.press(page.getByRole('button', { name: 'Send', exact: true }));
  const key = page.getByRole('textbox', { name: 'API key' });
  await hands.write(key, 'not-the-key');
  await hands.press(page.getByRole('button', { name: 'Link', exact: true }));
  await page.getByRole('alert').filter({ hasText: 'refused' }).waitFor();
  await picture(page, `${name}-1-refused`);
  await hands.write(key, 'demo-key-nl');
  await hands.press(page.getByRole('button', { name: 'Link', exact: true }));
  await hands.press(page.getByRole('button', { name: 'Map the stores of Blad & Boon' }));
}

async function map(page: Page, hands: Hands, name: string): Promise<void> {
  for (const [store, department] of [
    ['Amsterdam', 'City'],
    ['Rotterdam', 'Harbour'],
    ['Utrecht', 'City'],
  ] as const) {
    await hands.choose(page.getByRole('combobox', { name: store }), 'New department…');
    await hands.write(page.getByRole('textbox', { name: `New department for ${store}` }), department);
  }
  await picture(page, `${name}-2-mapping`);
  await hands.press(page.getByRole('button', { name: 'Save' }));
  const channel = page.getByRole('combobox', { name: 'Choose a channel' });
  await hands.choose(channel, '#sales');
  await page.getByText('The morning digest goes to').waitFor();
  await picture(page, `${name}-3-mapped`);
  await hands.press(page.getByRole('button', { name: 'Close' }));
}

async function liveThroughTheDay(page: Page, hands: Hands, name: string): Promise<void> {
  const digests = page.getByRole('list', { name: 'Messages in #sales' }).getByRole('article');
  await hands.press(page.getByRole('button', { name: 'Next morning' }));
  await digests.first().waitFor();
  const before = await digests.first().textContent();
  await picture(page, `${name}-4-digest`);

  await hands.press(page.getByRole('button', { name: 'Void a sale of yesterday' }));
  await page.getByRole('status').filter({ hasText: 'Voided sale' }).waitFor();
  await hands.press(page.getByRole('button', { name: 'Next night' }));
  await digests.first().getByText('edited').waitFor();
  expect(await digests.first().textContent()).not.toBe(before);

  await hands.press(digests.first().getByRole('link', { name: 'in thread' }));
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.getByText('Corrected:').waitFor();
  await thread.getByText('voided').first().waitFor();
  await picture(page, `${name}-5-corrected`);
}
