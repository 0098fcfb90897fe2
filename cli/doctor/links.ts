import { acrossWorkspaces } from '../../models/wall.ts';
import { contextOf } from '../../src/context.ts';
import { LightspeedError } from '../../src/lightspeed/errors.ts';
import { openLink } from '../../src/lightspeed/open-link.ts';
import { VaultError } from '../../src/security/vault.ts';
import type { Opened } from '../open.ts';
import { type Found, fault, ok, warning } from './finding.ts';

const patience = 20_000;

/** Whether the key of each link opens its account. */
export async function linkFindings({ engine }: Opened): Promise<Found[]> {
  const { models } = engine;
  const links = await models.links.find({ state: { $ne: 'unlinked' } }, null, acrossWorkspaces).lean();
  const findings: Found[] = [];
  for (const link of links) {
    const workspace = await models.workspaces.findById(link.workspaceId).lean();
    if (!workspace) continue;
    const what = `Lightspeed account ${link.name}`;
    try {
      const connector = await openLink(contextOf(engine, workspace), link, { deadline: patience });
      await connector.account();
      findings.push(ok(link.state === 'paused' ? `${what} (paused)` : what));
    } catch (error) {
      findings.push(troubleOf(what, error));
    }
  }
  return findings;
}

function troubleOf(what: string, error: unknown): Found {
  if (error instanceof VaultError) {
    return fault(what, {
      wrong: error.message,
      next: 'Mend ENCRYPTION_KEYS, or give it a new key with /lightspeed link.',
    });
  }
  if (!(error instanceof LightspeedError)) throw error;
  if (error.blame === 'you-must-act') {
    return fault(what, {
      wrong: error.message,
      next: 'Have a manager type /lightspeed link in Slack and give it a new key.',
    });
  }
  return warning(what, {
    wrong: error.message,
    next: 'Nothing, if it passes: nights are tried again by themselves. Else see whether this machine reaches Lightspeed.',
  });
}
