import { worldOf } from '../../../demo/lightspeed/world/hand.ts';
import { linkByConsent } from '../../../src/lightspeed/link-account.ts';
import { type Tokens, tokensFrom } from '../../../src/lightspeed/secret.ts';
import { type Bench, startBench, workspaceId } from '../../support/engine.ts';
import { amsterdam, manager } from '../../support/shop.ts';

export const scopes = ['employee:register_read', 'employee:reports'];
export const client = {
  id: 'daybook',
  secret: 'client-secret',
  redirectUri: 'http://127.0.0.1/lightspeed/oauth',
};
const hour = 3_600_000;

/** A bench whose Daybook is a client of Lightspeed's authorization server. */
export function startOAuthBench(at = '2025-11-13T10:00:00+01:00'): Promise<Bench> {
  const sales = [{ at: '2025-11-12T12:00:00+01:00', gross: 12_100, shopID: '1' }];
  return startBench({
    world: worldOf({ account: { name: 'Blad & Boon' }, shops: [amsterdam], sales }),
    at,
    oauth: { clients: [client] },
    env: { LIGHTSPEED_R_CLIENT_ID: client.id, LIGHTSPEED_R_CLIENT_SECRET: client.secret },
  });
}

/** Links the account as after a consent, with access tokens that live an hour. */
export async function linkedByConsent(bench: Bench) {
  const given = bench.lightspeed.oauth.grant(client.id, scopes);
  const tokens: Tokens = {
    accessToken: given.access_token,
    refreshToken: given.refresh_token,
    expiresAt: bench.clock.now() + hour,
  };
  const { link } = await linkByConsent(await bench.context(), { tokens, userId: manager, deadline: 10_000 });
  return { link, tokens };
}

/** The tokens that are kept of a link now. */
export async function keptTokens({ engine }: Bench, linkId: string): Promise<Tokens> {
  const link = await engine.models.links.findOne({ workspaceId, _id: linkId }).lean();
  return tokensFrom(await engine.vault.open(link?.key ?? '', { workspaceId, linkId }));
}

/** How often the token endpoint answered or lost a request. */
export function tokenRequests({ lightspeed }: Bench): number {
  return lightspeed.requests.filter(({ path }) => path.endsWith('/token')).length;
}
