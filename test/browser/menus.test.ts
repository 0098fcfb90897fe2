import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { asText } from '../../demo/slack/json.ts';
import {
  closeModals,
  launchBrowser,
  type OpenWorkspace,
  openPage,
  openWorkspace,
  picture,
} from './browser.ts';
import { callAsApp, everyMenu, openGallery, stacked } from './gallery.ts';
import { type Hands, keyboard } from './hands.ts';
import { type Puppet, startPuppet } from './puppet.ts';

let browser: Browser;
let workspace: OpenWorkspace;
let puppet: Puppet | undefined;

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
  await puppet?.close();
  puppet = undefined;
  for (const context of browser.contexts()) await context.close();
});

const towns = ['Amersfoort', 'Amsterdam', 'Rotterdam'];
const option = (name: string) => ({ text: { type: 'plain_text', text: name }, value: name.toLowerCase() });

/** Offers the towns that begin with what is typed. */
const offerTowns = ({ value }: Record<string, unknown>) => ({
  options: towns.filter((name) => name.toLowerCase().startsWith(asText(value).toLowerCase())).map(option),
});

const values = () => workspace.slack().as('U1MANAGER').modal()?.values ?? {};

test('every kind of menu is used by keyboard, those the app fills by searching', async () => {
  const { page, complaints } = await openPage(browser, workspace.url);
  await openGallery(workspace.slack(), everyMenu);
  puppet = await startPuppet(workspace, { block_suggestion: offerTowns });
  const hands = keyboard(page);
  const menu = (name: string) => page.getByRole('combobox', { name, exact: true });

  await hands.choose(menu('Town'), 'Amsterdam');
  await chooseSeveral(page, hands, 'Towns', ['Rotterdam', 'Amersfoort']);
  await chooseSeveral(page, hands, 'Team', ['Sam', 'Marieke']);
  await chooseSeveral(page, hands, 'Places', ['#general', '#sales']);
  await hands.choose(menu('Channel'), '#sales');
  await chooseSeveral(page, hands, 'Channels', ['#general']);
  await hands.choose(menu('Grouped'), 'Wine');
  await page.getByLabel('Moment').fill('2025-11-13T09:30');
  await page.getByRole('button', { name: 'Save' }).focus();
  await picture(page, 'every-menu');
  await workspace.slack().waitFor(() => held('moment')['selected_date_time'], 2_000, 'the moment');

  expect(held('town')).toMatchObject({ selected_option: { value: 'amsterdam' } });
  expect(held('towns')).toMatchObject({
    selected_options: [{ value: 'rotterdam' }, { value: 'amersfoort' }],
  });
  expect(held('team')).toMatchObject({ selected_users: ['U2MEMBER', 'U1MANAGER'] });
  expect(held('places')).toMatchObject({ selected_conversations: ['C2GENERAL', 'C1SALES'] });
  expect(held('channel')).toMatchObject({ selected_channel: 'C1SALES' });
  expect(held('channels')).toMatchObject({ selected_channels: ['C2GENERAL'] });
  expect(held('grouped')).toMatchObject({ selected_option: { value: 'wine' } });
  expect(complaints).toEqual([]);
});

const held = (block: string) => values()[block]?.['it'] ?? {};

async function chooseSeveral(page: Page, hands: Hands, name: string, entries: string[]): Promise<void> {
  for (const entry of entries) {
    await hands.choose(page.getByRole('combobox', { name, exact: true }), entry);
    await page
      .getByRole('button', { name: `Remove ${entry}`, exact: true })
      .first()
      .waitFor();
  }
}

test('a menu of the app says from how many letters on it looks, what it found, and when that is nothing', async () => {
  const { page } = await openPage(browser, workspace.url);
  await openGallery(workspace.slack(), everyMenu);
  puppet = await startPuppet(workspace, { block_suggestion: offerTowns });
  const town = page.getByRole('combobox', { name: 'Town', exact: true });

  await town.fill('A');
  await page.getByRole('option', { name: 'Type 2 letters or more' }).waitFor();
  await town.fill('Am');
  await page.getByRole('option', { name: 'Amersfoort' }).waitFor();
  const offered = await page.getByRole('listbox').getByRole('option').allTextContents();
  await town.fill('Zz');
  await page.getByRole('option', { name: 'Nothing found' }).waitFor();

  expect(offered).toEqual(['Amersfoort', 'Amsterdam']);
});

test('a menu takes no more than it may, says so, and gives up what is taken away', async () => {
  const { page } = await openPage(browser, workspace.url);
  await openGallery(workspace.slack(), everyMenu);
  const hands = keyboard(page);
  await chooseSeveral(page, hands, 'Team', ['Sam', 'Marieke']);

  await hands.choose(page.getByRole('combobox', { name: 'Team', exact: true }), 'Guest');
  await page.getByText('takes at most 2 choices').first().waitFor();
  await hands.press(page.getByRole('button', { name: 'Remove Sam', exact: true }));
  await page.getByRole('button', { name: 'Remove Sam', exact: true }).waitFor({ state: 'detached' });

  expect(held('team')).toMatchObject({ selected_users: ['U1MANAGER'] });
});

test('Escape closes the menu first, then the modal', async () => {
  const { page } = await openPage(browser, workspace.url);
  await openGallery(workspace.slack(), everyMenu);
  await page.getByRole('combobox', { name: 'Channel', exact: true }).click();
  await page.getByRole('option', { name: '#sales' }).waitFor();

  await page.keyboard.press('Escape');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
  const isStillOpen = await page.getByRole('dialog').isVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  expect(isStillOpen).toBe(true);
});

const told = (depth: number) => stacked(depth, { notify_on_close: true });

test('modals stack three deep by a button and by submit, and each is as it was on the way back', async () => {
  const { page, complaints } = await openPage(browser, workspace.url);
  await openGallery(workspace.slack(), told(1));
  puppet = await startPuppet(workspace, {
    block_actions: ({ trigger_id }) =>
      void callAsApp(workspace.slack(), 'views.push', { trigger_id, view: told(2) }),
    view_submission: () => ({ response_action: 'push', view: told(3) }),
  });
  const hands = keyboard(page);
  const level = (depth: number) => page.getByRole('dialog', { name: `Level ${depth}` });
  const note = page.getByRole('textbox', { name: 'Note' });

  await hands.write(note, 'first');
  await hands.press(page.getByRole('button', { name: 'Deeper' }));
  await level(2).waitFor();
  await hands.write(note, 'second');
  await hands.press(page.getByRole('button', { name: 'Next', exact: true }));
  await level(3).waitFor();
  await picture(page, 'stacked');
  const below = await level(3).getByText('2 more below').count();
  await hands.press(page.getByRole('button', { name: 'Back' }));
  await level(2).waitFor();
  const second = await note.inputValue();
  await page.keyboard.press('Escape');
  await level(1).waitFor();

  expect(below).toBe(1);
  expect(second).toBe('second');
  expect(await note.inputValue()).toBe('first');
  const closed = puppet.payloads.filter(({ type }) => type === 'view_closed');
  expect(closed).toHaveLength(2);
  expect(complaints).toEqual([]);
});
