import { figuresOf } from '../lightspeed/figures.ts';
import type { World } from '../lightspeed/world.ts';
import type { LocalWorkspace } from '../local-workspace.ts';
import type { PersonDriver } from '../slack/driver/person.ts';
import { amountText } from './amount-text.ts';
import { expectIncludes } from './expect.ts';

/** What a range is asked of. */
export interface RangeCheck {
  workspace: LocalWorkspace;
  world: World;
  /** Every day of the range, each as it stood at an instant (epoch milliseconds): when its last night read it. */
  days: readonly { day: string; at: number }[];
  departments: readonly { name: string; stores: readonly string[] }[];
}

/** Asks for some days as a person types them, and holds the answer against Lightspeed's sales, added up by other code. */
export async function checkRange(
  { workspace, world, days, departments }: RangeCheck,
  { person, typed }: { person: PersonDriver; typed: string },
): Promise<string> {
  const figures = days.flatMap(({ day, at }) => figuresOf(world, { day, at }));
  const net = (stores?: readonly string[]) =>
    figures
      .filter(({ storeId }) => !stores || stores.includes(storeId))
      .reduce((sum, figure) => sum + figure.net, 0);
  const before = person.seen('general').length;
  await person.command(`/turnover ${typed}`, { channel: 'general' });
  const { text, blocks } = await workspace.slack.waitFor(
    () => person.seen('general').slice(before)[0],
    10_000,
    'the range',
  );
  expectIncludes(text, `: ${amountText(net())} `, 'the total of the range');
  for (const { name, stores } of departments) {
    expectIncludes(text, `${name}: ${amountText(net(stores))}`, `the line of ${name} in the range`);
  }
  const types = blocks.map(({ type }) => type).join();
  for (const type of ['table', 'image']) expectIncludes(types, type, 'what the range is shown with');
  return text;
}
