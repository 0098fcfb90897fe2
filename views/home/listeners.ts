import type { App } from '@slack/bolt';
import type { Engine } from '../../src/context.ts';
import { hearOnce } from '../../src/events/hear-once.ts';
import { showHome } from '../../src/home/show-home.ts';
import { answering, type Tell } from '../answering.ts';
import { section } from '../blocks.ts';
import { workspaceOf } from '../bolt-args.ts';
import { welcomeNewcomer } from '../first-minute/welcome.ts';
import { keepHomesFresh } from './keep-fresh.ts';

/** Shows Home to who opens it, and keeps it as things are for who looks at it. */
export function registerHome(app: App, engine: Engine): void {
  app.event('app_home_opened', async ({ event, body, context: bolt }) => {
    if (event.tab !== 'home') return;
    const asker = { workspaceId: workspaceOf(bolt) ?? '', userId: event.user };
    const tell: Tell = (text, _language, more = []) =>
      engine.delivery.publishHome(asker.workspaceId, asker.userId, {
        type: 'home',
        blocks: [section(text), ...more],
      });
    await hearOnce(engine, { workspaceId: asker.workspaceId, eventId: body.event_id }, async () => {
      await answering(engine, asker, tell, ({ context, userId }) => showHome(context, { userId }));
      await welcomeNewcomer(engine, asker);
    });
  });
  keepHomesFresh(app, engine);
}
