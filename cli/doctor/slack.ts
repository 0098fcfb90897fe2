import { z } from 'zod';
import manifest from '../../manifest.json' with { type: 'json' };
import { acrossWorkspaces } from '../../models/wall.ts';
import type { Opened } from '../open.ts';
import { clockFinding } from './clock.ts';
import { type Found, fault, ok } from './finding.ts';

const patience = 10_000;
/** The Date header counts in whole seconds. */
const headerExactTo = 1_000;

const answered = z.object({ ok: z.boolean(), error: z.string().optional(), team: z.string().optional() });

interface Token {
  what: string;
  token: string;
  /** How its app comes by what it lacks. */
  again: string;
}

/** Each workspace's token, whether it may do all that the manifest asks for, and Slack's clock. */
export async function slackFindings(opened: Opened): Promise<Found[]> {
  const { findings, tokens } = await tokensOf(opened);
  let clock: Found | undefined;
  for (const token of tokens) {
    const { finding, date } = await tokenFinding(opened, token);
    findings.push(finding);
    if (date !== null) {
      clock ??= clockFinding('Slack', { theirs: date, ours: opened.engine.clock(), exactTo: headerExactTo });
    }
  }
  return clock ? [...findings, clock] : findings;
}

async function tokensOf({ engine, credentials }: Opened): Promise<{ findings: Found[]; tokens: Token[] }> {
  // What is missing is said with the settings.
  if (!credentials) return { findings: [], tokens: [] };
  if (credentials.kind === 'one') {
    const again = 'On the app\'s page "OAuth & Permissions" add them and press "Reinstall to Workspace".';
    return { findings: [], tokens: [{ what: 'Slack', token: credentials.botToken, again }] };
  }
  const again = `Have it installed again at ${engine.installations?.address ?? '/slack/install (PUBLIC_URL is not set)'}.`;
  const findings: Found[] = [];
  const tokens: Token[] = [];
  const installations = await engine.models.installations.find({}, null, acrossWorkspaces).lean();
  for (const { workspaceId } of installations) {
    const what = `Slack workspace ${workspaceId}`;
    try {
      const bot = await engine.installations?.botOf(workspaceId);
      if (bot) tokens.push({ what, token: bot.accessToken, again });
    } catch (error) {
      findings.push(fault(what, { wrong: `its token cannot be had (${wordsOf(error)})`, next: again }));
    }
  }
  if (installations.length === 0) findings.push(ok('Slack: no workspace has installed Daybook yet'));
  return { findings, tokens };
}

async function tokenFinding(
  { config, engine }: Opened,
  { what, token, again }: Token,
): Promise<{ finding: Found; date: number | null }> {
  let response: Response;
  let answer: z.infer<typeof answered>;
  try {
    response = await fetch(`${config.slack.apiUrl}auth.test`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    answer = answered.parse(await response.json());
  } catch (error) {
    engine.logger.debug({ err: error }, 'Slack did not answer the doctor');
    const next = `See whether this machine reaches ${new URL(config.slack.apiUrl).origin}.`;
    return { finding: fault(what, { wrong: 'Slack does not answer', next }), date: null };
  }
  const date = Date.parse(response.headers.get('date') ?? '');
  const granted = response.headers.get('x-oauth-scopes');
  return {
    finding: scopesFinding(answer, { what, again, granted }),
    date: Number.isNaN(date) ? null : date,
  };
}

function scopesFinding(
  { ok: isGood, error, team }: z.infer<typeof answered>,
  { what, again, granted }: Pick<Token, 'what' | 'again'> & { granted: string | null },
): Found {
  if (!isGood) {
    return fault(what, {
      wrong: `Slack does not take the token (${error ?? 'no reason given'})`,
      next: again,
    });
  }
  const has = new Set(granted?.split(/\s*,\s*/));
  const missing = granted === null ? [] : manifest.oauth_config.scopes.bot.filter((scope) => !has.has(scope));
  const named = `${what}: ${team ?? 'a workspace'}`;
  if (missing.length === 0) return ok(named);
  return fault(named, { wrong: `the app lacks ${missing.join(', ')}`, next: again });
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
