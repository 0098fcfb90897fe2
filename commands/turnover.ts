import type { App } from '@slack/bolt';
import type { Engine } from '../src/context.ts';
import { menuValue } from '../views/day-actions/menu.ts';
import { answerReconcile, openReconcile } from '../views/day-actions/reconcile.ts';
import { answerDay } from '../views/day-log/listeners.ts';
import { actions } from '../views/ids.ts';

/** `/turnover [day] [reconcile [amount]]`: a day's log, yesterday's by default, or the day held against an amount. */
export function registerTurnover(app: App, engine: Engine): void {
  app.command('/turnover', async ({ ack, command, respond, client }) => {
    await ack();
    const asker = { workspaceId: command.team_id, userId: command.user_id };
    const asked = readReconcile(command.text);
    if (!asked) {
      await answerDay(engine, { asker, typed: command.text, respond, way: 'beside' });
    } else if (asked.amount === '') {
      const reopen = { action: actions.dayMore, value: menuValue('reconcile', asked.day) };
      const opening = { client, asker, triggerId: command.trigger_id, respond, reopen };
      await openReconcile(engine, opening, asked.day);
    } else {
      await answerReconcile(engine, { asker, day: asked.day, typed: asked.amount, respond });
    }
  });
}

/** The day and the amount around the word `reconcile`; undefined where the word is not there. */
function readReconcile(text: string): { day: string; amount: string } | undefined {
  const match = /^(.*?)\breconcile\b(.*)$/is.exec(text);
  const [, day = '', amount = ''] = match ?? [];
  return match ? { day: day.trim(), amount: amount.trim() } : undefined;
}
