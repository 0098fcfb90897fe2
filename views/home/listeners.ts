import type { App } from '@slack/bolt';
import type { Engine } from '../../src/context.ts';
import { standingOf } from '../../src/security/permissions.ts';
import { statusOf } from '../../src/turnover/status.ts';
import { answering } from '../answering.ts';
import { section } from '../blocks.ts';
import { homeView } from './blocks.ts';

export function registerHome(app: App, engine: Engine): void {
  app.event('app_home_opened', async ({ event, client, context: bolt }) => {
    if (event.tab !== 'home') return;
    const asker = { workspaceId: bolt.teamId ?? '', userId: event.user };
    const publish = (view: ReturnType<typeof homeView>) =>
      client.views.publish({ user_id: asker.userId, view });
    await answering(
      engine,
      asker,
      (text) => publish({ type: 'home', blocks: [section(text)] }),
      async ({ context, userId, language }) => {
        const [standing, status] = [await standingOf(context, userId), await statusOf(context)];
        await publish(homeView({ status, standing }, language));
      },
    );
  });
}
