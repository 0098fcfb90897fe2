import type { BlockAction } from '@slack/bolt';
import type { Engine } from '../../src/context.ts';
import { openingOf, pressedValue } from '../bolt-args.ts';
import { actions, callbacks } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import type { Opening } from '../surface.ts';
import { openCheck } from './check.ts';
import { openManual, releaseFigure, submitManual } from './manual.ts';
import { type Deed, readMenuValue } from './menu.ts';
import { openReconcile, submitReconcile } from './reconcile.ts';
import { openReimport, submitReimport } from './reimport.ts';

const openers: Record<Deed, (engine: Engine, opening: Opening, day: string) => Promise<void>> = {
  reimport: openReimport,
  check: openCheck,
  enter: openManual,
  reconcile: openReconcile,
};

/** What a manager does with a day: the menu beside it, and the forms it opens. */
export function registerDayActions(on: Listeners, engine: Engine): void {
  on.action(actions.dayMore, async ({ ack, ...args }) => {
    await ack();
    const value = chosenValue(args.body);
    const chosen = readMenuValue(value);
    if (!chosen) return;
    await openers[chosen.deed](engine, openingOf(args, { action: actions.dayMore, value }), chosen.day);
  });
  on.action(actions.releaseFigure, async ({ ack, body, client }) => {
    await ack();
    await releaseFigure(engine, { body, client });
  });
  on.submit(callbacks.reimport, (args) => submitReimport(engine, args));
  on.submit(callbacks.enterFigure, (args) => submitManual(engine, args));
  on.submit(callbacks.reconcile, (args) => submitReconcile(engine, args));
}

/** The entry of the menu, or the value of the button that opens the same form once more. */
function chosenValue(body: BlockAction): string {
  const [action] = body.actions;
  return action?.type === 'overflow' ? action.selected_option.value : pressedValue(body);
}
