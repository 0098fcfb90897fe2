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
import { callAsApp, everyBlock, everyInput, openGallery } from './gallery.ts';
import { keyboard } from './hands.ts';

let browser: Browser;
let workspace: OpenWorkspace;

beforeAll(async () => {
  browser = await launchBrowser();
  workspace = await openWorkspace('empty');
});
afterAll(async () => {
  await browser.close();
  await workspace.close();
});
afterEach(async () => {
  await closeModals(workspace.slack());
  for (const context of browser.contexts()) await context.close();
});

test('every kind of input is filled in by keyboard and holds what was meant', async () => {
  const { page, complaints } = await openPage(browser, workspace.url);
  await openGallery(workspace.slack(), everyInput);

  await fillEverything(page);
  await picture(page, 'every-input');
  const { modal } = workspace.slack().as('U1MANAGER');
  await workspace
    .slack()
    .waitFor(() => modal()?.values['name']?.['it']?.['value'] === 'Corner', 2_000, 'the name');

  const values = modal()?.values ?? {};
  const at = (block: string) => values[block]?.['it'];
  expect(at('story')).toMatchObject({ value: 'Two\nlines' });
  expect(at('mail')).toMatchObject({ value: 'a@example.com' });
  expect(at('site')).toMatchObject({ value: 'https://example.com' });
  expect(at('count')).toMatchObject({ value: '7' });
  expect(at('styled')).toMatchObject({ rich_text_value: { elements: [{ elements: [{ text: 'Plain' }] }] } });
  expect(at('goods')).toMatchObject({ selected_option: { value: 'flowers' } });
  expect(at('several')).toMatchObject({ selected_options: [{ value: 'bread' }, { value: 'wine' }] });
  expect(at('who')).toMatchObject({ selected_user: 'U2MEMBER' });
  expect(at('where')).toMatchObject({ selected_conversation: 'C2GENERAL' });
  expect(at('day')).toMatchObject({ selected_date: '2025-11-13' });
  expect(at('hour')).toMatchObject({ selected_time: '08:30' });
  expect(at('ticks')).toMatchObject({ selected_options: [{ value: 'wine' }] });
  expect(at('one')).toMatchObject({ selected_option: { value: 'bread' } });
  expect(at('file')).toMatchObject({ files: [{ name: 'targets.csv', size: 7 }] });
  expect(complaints).toEqual([]);
});

async function fillEverything(page: Page): Promise<void> {
  const hands = keyboard(page);
  const box = (name: string) => page.getByRole('textbox', { name, exact: true });
  await hands.write(box('Name'), 'Corner');
  await hands.write(box('Story'), 'Two\nlines');
  await hands.write(box('Mail'), 'a@example.com');
  await hands.write(box('Site'), 'https://example.com');
  await hands.write(box('Count'), '7');
  await hands.write(box('Styled'), 'Plain');
  const menu = (name: string) => page.getByRole('combobox', { name, exact: true });
  await hands.choose(menu('Goods'), 'Flowers');
  await hands.choose(menu('Several goods'), 'Bread');
  await page.getByRole('button', { name: 'Remove Bread' }).waitFor();
  await hands.choose(menu('Several goods'), 'Wine');
  await hands.choose(menu('Who'), 'Sam');
  await hands.choose(menu('Where'), '#general');
  await page.getByLabel('Day', { exact: true }).fill('2025-11-13');
  await page.getByLabel('Hour', { exact: true }).fill('08:30');
  await page.getByRole('checkbox', { name: 'Wine' }).press('Space');
  await page.getByRole('radio', { name: 'Bread' }).press('Space');
  await page
    .getByLabel('File')
    .setInputFiles({ name: 'targets.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2') });
  await page.getByText('targets.csv').waitFor();
}

test('a form says which field is missing and stays as it was typed', async () => {
  const { page } = await openPage(browser, workspace.url);
  await openGallery(workspace.slack(), everyInput);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Kept');

  await page.getByRole('button', { name: 'Save' }).click();

  await page.getByRole('alert').filter({ hasText: "'Mail' is required" }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Kept');
});

test('every kind of block is shown, and nothing from outside becomes markup', async () => {
  const { page, complaints } = await openPage(browser, workspace.url);
  await callAsApp(workspace.slack(), 'chat.postMessage', {
    channel: 'C1SALES',
    text: 'Every block',
    blocks: everyBlock,
  });

  const message = page.getByRole('article').filter({ hasText: 'Every block' });
  await message.waitFor();
  await picture(page, 'every-block');

  expect(await message.locator('strong', { hasText: 'bold' }).count()).toBe(1);
  expect(await message.getByText('<b>not markup</b>').count()).toBe(1);
  expect(await message.getByText('@Marieke').count()).toBe(1);
  expect(await message.getByRole('table').count()).toBe(2);
  expect(await message.getByText('is not shown here').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('a question is asked before a button with one does anything', async () => {
  const { page } = await openPage(browser, workspace.url);
  await callAsApp(workspace.slack(), 'chat.postMessage', {
    channel: 'C2GENERAL',
    text: 'q',
    blocks: everyBlock,
  });
  await page.getByRole('link', { name: '# general' }).click();
  const before = workspace.slack().traffic.log.filter(({ name }) => name === 'block_actions').length;

  await page.getByRole('button', { name: 'Drop' }).last().click();
  await page.getByRole('dialog', { name: 'Sure?' }).getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  const after = workspace.slack().traffic.log.filter(({ name }) => name === 'block_actions').length;
  expect(after).toBe(before);
});
