import type { Locator, Page } from 'playwright-core';

/** Types a line in the channel that is shown; its completion is closed before it is sent. */
export async function type(page: Page, line: string): Promise<void> {
  const composer = page.getByRole('main').getByRole('combobox', { name: /^Message #/ });
  await composer.fill(line);
  await composer.press('Escape');
  await composer.press('Enter');
}

/** Presses a button of the bar and waits until its work is done and said. */
export async function atBar(page: Page, name: string, said: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('status').filter({ hasText: said }).waitFor({ timeout: 60_000 });
}

/** An entry of the bar's menu for what seldom happens. */
export async function fromMore(page: Page, name: string, said: string | RegExp): Promise<void> {
  await page.locator('summary', { hasText: /^More$/ }).click();
  await atBar(page, name, said);
}

export async function becomes(page: Page, person: string): Promise<void> {
  await page.getByLabel('Person').selectOption({ label: person });
}

/** The newest message with these words. */
export function newest(page: Page, words: string | RegExp): Locator {
  return page.getByRole('article').filter({ hasText: words }).last();
}
