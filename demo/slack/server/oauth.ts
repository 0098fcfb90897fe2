import type { ServerResponse } from 'node:http';
import { scopesOf } from '../methods/access.ts';
import type { World } from '../world/world.ts';

/**
 * The page where a workspace lets the app in; here the person named `person` (or the first admin) always agrees, unless
 * `answer` is `no`; with `where` = `org` it is for the whole organisation.
 */
export function authorize(world: World, query: URLSearchParams, response: ServerResponse): void {
  const { settings, state } = world;
  const people = Object.values(state.people);
  const person = query.get('person') ?? people.find(({ is_admin }) => is_admin)?.id ?? people[0]?.id;
  const given = query.get('redirect_uri') ?? undefined;
  const redirect = given ?? registered(world)[0] ?? own(world);
  const problem = person === undefined ? 'no_person' : problemOf(world, query, given);
  if (problem !== undefined || redirect === undefined || person === undefined) {
    response.writeHead(400, { 'content-type': 'text/plain' });
    response.end(`Local stand-in, not Slack: ${problem ?? 'bad_redirect_uri'}`);
    return;
  }
  const target = new URL(redirect);
  if (query.get('answer') === 'no') target.searchParams.set('error', 'access_denied');
  else {
    const code = world.ids.make('code-');
    const isOrgWide = query.get('where') === 'org';
    state.oauthCodes[code] = { person, used: false, at: world.now(), redirect: given, isOrgWide };
    target.searchParams.set('code', code);
  }
  target.searchParams.set('state', query.get('state') ?? '');
  world.traffic.add({
    from: 'app',
    name: 'oauth/v2/authorize',
    transport: 'http',
    request: { team: settings.clientId === undefined ? '' : state.team.id },
    response: '',
    verdict: 'ok',
  });
  response.writeHead(302, { location: target.href });
  response.end();
}

/** What Slack's page says instead of asking. */
function problemOf(world: World, query: URLSearchParams, redirect: string | undefined): string | undefined {
  const { settings, state } = world;
  if (query.get('client_id') !== settings.clientId) return 'invalid_client_id';
  const wanted = (query.get('scope') ?? '').split(',').filter((scope) => scope !== '');
  const strange = wanted.find((scope) => !scopesOf(world).includes(scope));
  if (strange !== undefined) return `invalid_scope ${strange}`;
  const known = registered(world);
  if (redirect !== undefined && known.length > 0 && !known.some((start) => redirect.startsWith(start)))
    return 'bad_redirect_uri';
  if (query.get('where') !== 'org') return undefined;
  const isReady = settings.manifest.settings.org_deploy_enabled === true && state.enterprise !== undefined;
  return isReady ? undefined : 'org_deploy_not_enabled';
}

function registered(world: World): string[] {
  return world.settings.manifest.oauth_config.redirect_urls ?? [];
}

function own({ settings }: World): string | undefined {
  return settings.appUrl && `${settings.appUrl}/slack/oauth_redirect`;
}
