import type { BlockAction } from '@slack/bolt';
import type { Engine } from '../../src/context.ts';
import { askerOf, pressedValue } from '../bolt-args.ts';
import { actions } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { type Ask, answerTurnover, type Way } from './ask.ts';
import { sendShown } from './file.ts';
import { readLook } from './look.ts';

/** Every button that leads to an answer, those of a day's log among them. */
const ways = {
  [actions.showDay]: 'instead',
  [actions.showNextDay]: 'instead',
  [actions.openDay]: 'beside',
  [actions.shareDay]: 'shared',
  [actions.previousRange]: 'instead',
  [actions.nextRange]: 'instead',
  [actions.rangeParts]: 'instead',
  [actions.rangeByDay]: 'instead',
  [actions.rangeByWeek]: 'instead',
  [actions.rangeByMonth]: 'instead',
  [actions.rangePreviousPage]: 'instead',
  [actions.rangeNextPage]: 'instead',
  [actions.pickRangeDepartment]: 'instead',
  [actions.shareRange]: 'shared',
} as const satisfies Record<string, Way>;

const formats = { [actions.rangeCsv]: 'csv', [actions.rangeXlsx]: 'xlsx' } as const;

export function registerRange(on: Listeners, engine: Engine): void {
  for (const [action, way] of Object.entries(ways)) {
    on.action(action, async ({ ack, body, respond }) => {
      await ack();
      await answerTurnover(engine, { asker: askerOf(body), ask: askOf(chosenValue(body)), respond, way });
    });
  }
  // Of several departments that may have been meant each button has its number behind it.
  for (let index = 0; index < 10; index += 1) {
    on.action(`${actions.askDepartment}_${index}`, async ({ ack, body, respond }) => {
      await ack();
      const ask = askOf(chosenValue(body));
      await answerTurnover(engine, { asker: askerOf(body), ask, respond, way: 'instead' });
    });
  }
  for (const [action, format] of Object.entries(formats)) {
    on.action(action, async ({ ack, body, respond }) => {
      await ack();
      const asker = askerOf(body);
      const ask = askOf(chosenValue(body));
      if ('look' in ask) await sendShown(engine, { asker, look: ask.look, format, respond });
      else await answerTurnover(engine, { asker, ask, respond, way: 'beside' });
    });
  }
}

/** What a value asks for; one that no button of ours has is read like something typed, and answered. */
function askOf(value: string): Ask {
  const look = readLook(value);
  return look ? { look } : { typed: value };
}

/** The value of a button, or of what was chosen in a menu. */
function chosenValue(body: BlockAction): string {
  const [action] = body.actions;
  return action?.type === 'static_select' ? (action.selected_option?.value ?? '') : pressedValue(body);
}
