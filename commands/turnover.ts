import type { App } from '@slack/bolt';
import type { Engine } from '../src/context.ts';
import { answerDay } from '../views/day-log/listeners.ts';

/** `/turnover [day]`: a day's log, yesterday's by default. */
export function registerTurnover(app: App, engine: Engine): void {
  app.command('/turnover', async ({ ack, command, respond }) => {
    await ack();
    await answerDay(engine, {
      asker: { workspaceId: command.team_id, userId: command.user_id },
      typed: command.text,
      respond,
      way: 'beside',
    });
  });
}
