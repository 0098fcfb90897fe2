import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Engine } from '../../src/context.ts';
import { endInstallation } from '../../src/installations/end-installation.ts';
import { changeTeams } from '../../src/installations/org-teams.ts';
import { workspaceOf } from '../bolt-args.ts';
import { turnAwayStrangers } from './strangers.ts';

/** That the bot's own token was taken back. */
const revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).min(1) }) });

/** Hears of it when a workspace takes Daybook out, or an organisation lets it into its teams or out of them. */
export function registerInstall(app: App, engine: Engine): void {
  turnAwayStrangers(app, engine);
  app.event('app_uninstalled', async ({ context }) => {
    await end(engine, workspaceOf(context));
  });
  app.event('tokens_revoked', async ({ event, context }) => {
    // A person who takes back what they alone allowed is no matter of ours: Daybook speaks as its bot.
    if (revoked.safeParse(event).success) await end(engine, workspaceOf(context));
  });
  app.event('team_access_granted', async ({ event, context }) => {
    const workspaceId = workspaceOf(context);
    if (workspaceId !== undefined) await changeTeams(engine, { workspaceId, added: event.team_ids });
  });
  app.event('team_access_revoked', async ({ event, context }) => {
    const workspaceId = workspaceOf(context);
    if (workspaceId !== undefined) await changeTeams(engine, { workspaceId, removed: event.team_ids });
  });
}

async function end(engine: Engine, workspaceId: string | undefined): Promise<void> {
  if (workspaceId === undefined) return;
  const work = endInstallation(engine, { workspaceId });
  engine.inFlight.track(work);
  await work;
}
