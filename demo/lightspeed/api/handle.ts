import type { Fault } from '../faults.ts';
import { requireScope } from '../oauth/scopes.ts';
import type { World } from '../world/world.ts';
import { accessFor, type UseToken } from './access.ts';
import { faultRefusal, Twister } from './disturb.ts';
import { ApiError } from './errors.ts';
import { Limiter, type Limits, limitsFor } from './limiter.ts';
import { badGateway, type Reply, refusal, success, wantsJson } from './reply.ts';
import { type Route, routeTo } from './route.ts';

type Asked = {
  method: string;
  /** On the public base: `next` is built from it. */
  address: URL;
  accept: string | undefined;
  authorization: string | undefined;
};

export type Handler = (asked: Asked, fault: Fault | undefined) => Reply;

export type HandlerOptions = {
  worlds: readonly World[];
  /** The simulated now: what happens later is not seen yet. */
  clock: () => number;
  /** Real time, for the limits. */
  now: () => number;
  limits: Partial<Limits>;
  useToken: UseToken;
  /** The scopes of which one opens sales. */
  saleScopes: readonly string[];
};

/** From a request to an answer, without any network. */
export const createHandler = (options: HandlerOptions): Handler => {
  const { worlds, clock, now, limits, useToken, saleScopes } = options;
  const limiters = new Map<string, Limiter>();
  const twister = new Twister();
  let ray = 0;

  const limiterOf = (world: World, client: string): Limiter => {
    const known = limiters.get(client);
    if (known !== undefined) return known;
    const registers = world.shops.reduce((all, shop) => all + shop.registers, 0);
    const limiter = new Limiter({ ...limitsFor(registers), ...limits }, now);
    limiters.set(client, limiter);
    return limiter;
  };

  const answer = (asked: Asked, fault: Fault | undefined, headers: Record<string, string>): Reply => {
    const access = accessFor(worlds, asked.authorization, useToken);
    const { world } = access;
    const { pathname, searchParams } = asked.address;
    const limiter = limiterOf(world, `${world.account.accountID} ${access.client}`);
    Object.assign(headers, { 'X-LS-Acct-Id': world.account.accountID, 'X-LS-OAuth-Client-Id': '51661' });
    const route = routeOrRefusal(world, asked, saleScopes);
    try {
      limiter.admit(route.cost);
    } finally {
      Object.assign(headers, limiter.headers(route.cost));
    }
    requireScope(access.scopes, route.scopes);
    const refused = fault && faultRefusal(fault);
    if (refused !== undefined) throw refused;
    const body = twister.twist(route.answer(clock()), fault, asked.address);
    const asJson = wantsJson(asked.accept, pathname.endsWith('.json'));
    return success(body, asJson, searchParams.has('pretty_print'));
  };

  return (asked, fault) => {
    if (fault?.kind === 'bad-gateway') return badGateway;
    ray += 1;
    const headers = { 'Cf-Ray': `${ray.toString(16).padStart(16, '3afe6bf03de43fdd')}-YUL` };
    const reply = answerOrRefuse(() => answer(asked, fault, headers));
    return { ...reply, headers: { ...headers, ...reply.headers } };
  };
};

/** An address that leads nowhere costs a drip like any other request. */
const routeOrRefusal = (world: World, { method, address }: Asked, saleScopes: readonly string[]): Route => {
  const refuse = (error: unknown): Route => ({
    cost: 1,
    scopes: 'any',
    answer: () => {
      throw error;
    },
  });
  if (method !== 'GET') return refuse(new ApiError(405, `${method} is not possible here.`));
  try {
    return routeTo(world, address, saleScopes);
  } catch (error) {
    return refuse(error);
  }
};

const answerOrRefuse = (answer: () => Reply): Reply => {
  try {
    return answer();
  } catch (error) {
    return refusal(error);
  }
};
