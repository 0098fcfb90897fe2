import type { ServerResponse } from 'node:http';
import type { World } from '../world/world.ts';

/** The page where a workspace lets the app in; here the person named `person` (or the first admin) always agrees. */
export function authorize(world: World, query: URLSearchParams, response: ServerResponse): void {
  const redirect =
    query.get('redirect_uri') ?? (world.settings.appUrl && `${world.settings.appUrl}/slack/oauth_redirect`);
  const people = Object.values(world.state.people);
  const person = query.get('person') ?? people.find(({ is_admin }) => is_admin)?.id ?? people[0]?.id;
  if (!redirect || !person || query.get('client_id') !== world.settings.clientId) {
    response.writeHead(400, { 'content-type': 'text/plain' });
    response.end('Local stand-in, not Slack: wrong client_id, or no redirect_uri');
    return;
  }
  const code = world.ids.make('code-');
  world.state.oauthCodes[code] = { person, used: false };
  const target = new URL(redirect);
  target.searchParams.set('code', code);
  target.searchParams.set('state', query.get('state') ?? '');
  response.writeHead(302, { location: target.href });
  response.end();
}
