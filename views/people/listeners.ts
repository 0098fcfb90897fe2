import type { App } from '@slack/bolt';
import type { Engine } from '../../src/context.ts';
import { refreshHomes } from '../../src/home/refresh-homes.ts';
import { workspaceOf } from '../bolt-args.ts';

/** Hears of it when something about a person changed in Slack, such as their language or their role. */
export function registerPeople(app: App, engine: Engine): void {
  app.event('user_change', async ({ event, context }) => {
    const workspaceId = workspaceOf(context);
    if (workspaceId === undefined) return;
    const userId = event.user.id;
    engine.delivery.forgetPerson(workspaceId, userId);
    // Slack tells of every new status of everybody, too: only who looks at Home costs more than this.
    engine.inFlight.track(refreshHomes(engine, { workspaceId, userId }));
  });
}
