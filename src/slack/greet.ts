import { SettingsError } from '../config.ts';
import type { Engine } from '../context.ts';
import { reinstate } from '../installations/end-installation.ts';
import { enterWorkspace } from '../workspaces.ts';
import { backgroundClient } from './clients.ts';

/**
 * Asks Slack whose token it is, so that a bad one is told at the start and the workspace has its name. Throws a SettingsError.
 */
export async function greet(
  engine: Engine,
  { botToken, apiUrl }: { botToken: string; apiUrl: string },
): Promise<void> {
  const client = backgroundClient(botToken, { apiUrl, logger: engine.logger, metrics: engine.metrics });
  let answer: { team_id?: string; team?: string };
  try {
    answer = await client.auth.test();
  } catch (error) {
    throw new SettingsError(
      'Slack does not take SLACK_BOT_TOKEN, or does not answer. Check the token on the app\'s "OAuth & Permissions" page.',
      { cause: error },
    );
  }
  const { team_id: workspaceId, team: name } = answer;
  if (!workspaceId) return;
  const context = await enterWorkspace(engine, { workspaceId, ...(name === undefined ? {} : { name }) });
  if (context.workspace.uninstalledAt) await reinstate(context);
}
