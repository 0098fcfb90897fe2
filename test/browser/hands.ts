import type { Locator, Page } from 'playwright-core';

/** What a person does with their hands, by keyboard or by mouse. */
export interface Hands {
  press(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  /** In a menu in which one types to find an entry. */
  choose(menu: Locator, entry: string): Promise<void>;
}

export function mouse(page: Page): Hands {
  return {
    press: (target) => target.click(),
    async write(target, text) {
      await target.click();
      await target.fill(text);
    },
    async choose(menu, entry) {
      await menu.click();
      await entryOf(page, entry).click();
    },
  };
}

/** An entry of the list that is open; the page's own menus are none of these. */
function entryOf(page: Page, name: string): Locator {
  return page.getByRole('listbox').getByRole('option', { name, exact: true });
}

/** As many Tab presses as a person would bear. */
const patience = 120;

/** Only keys: whatever cannot be reached by Tab cannot be used. */
export function keyboard(page: Page): Hands {
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    for (let presses = 0; presses < patience; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${target} cannot be reached by keyboard`);
  };
  return {
    async press(target) {
      await reach(target);
      await page.keyboard.press('Enter');
    },
    async write(target, text) {
      await reach(target);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
    async choose(menu, entry) {
      await reach(menu);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(entry);
      await entryOf(page, entry).waitFor();
      await page.keyboard.press('Enter');
    },
  };
}
