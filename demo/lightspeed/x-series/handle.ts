import { badGateway, type Reply } from '../api/reply.ts';
import type { Fault } from '../faults.ts';
import type { Asked } from '../host.ts';
import type { World } from '../world/world.ts';
import { tokenOf, worldFor } from './access.ts';
import { faultRefusal, Twister } from './disturb.ts';
import { limitFor, Window } from './limiter.ts';
import { notFound, refusal, success, XError } from './refuse.ts';
import { retailerOf } from './retailer.ts';
import { answerTo, type Instants } from './route.ts';

export type XHandlerOptions = {
  worlds: readonly World[];
  /** Instead of the retailer's own. */
  prefix?: string | undefined;
  instants: () => Instants;
  /** Real time, for the limits. */
  now: () => number;
  /** Requests in five minutes; by the registers when absent. */
  limit?: number | undefined;
};

/** From a request to an answer, without any network. */
export const createXHandler = ({ worlds, prefix, instants, now, limit }: XHandlerOptions) => {
  const windows = new Map<string, Window>();
  const twister = new Twister();

  const windowOf = (world: World, token: string): Window => {
    const known = windows.get(token);
    if (known !== undefined) return known;
    const registers = world.shops.reduce((all, shop) => all + (shop.archived ? 0 : shop.registers), 0);
    const window = new Window(limit ?? limitFor(registers), now);
    windows.set(token, window);
    return window;
  };

  const answer = (asked: Asked, fault: Fault | undefined, headers: Record<string, string>): Reply => {
    // Documented as required; that its lack is refused, and how, is invented.
    if (!asked.headers['user-agent']) throw new XError(403, 'Forbidden', 'A User-Agent header is required.');
    const token = tokenOf(asked.headers.authorization);
    const world = worldFor(worlds, token);
    const domainPrefix = prefix ?? retailerOf(world).domainPrefix;
    const path = pathWithout(domainPrefix, asked.address.pathname);
    const window = windowOf(world, token);
    try {
      window.admit();
    } finally {
      Object.assign(headers, window.headers());
    }
    const refused = fault && faultRefusal(fault, now());
    if (refused !== undefined) throw refused;
    if (asked.method !== 'GET') throw new XError(405, 'Method Not Allowed');
    const { searchParams } = asked.address;
    const body = answerTo(world, path, searchParams, domainPrefix, instants());
    return success(twister.twist(body, fault, searchParams));
  };

  return (asked: Asked, fault: Fault | undefined): Reply => {
    if (fault?.kind === 'bad-gateway') return badGateway;
    const headers: Record<string, string> = {};
    const reply = answerOrRefuse(() => answer(asked, fault, headers));
    return { ...reply, headers: { ...headers, ...reply.headers } };
  };
};

/**
 * The real API has the domain prefix in its host name; here it may stand first in the path, or be left out.
 * @throws XError 404 when it is another retailer's
 */
const pathWithout = (domainPrefix: string, path: string): string => {
  if (path.startsWith('/api/')) return path;
  if (path.startsWith(`/${domainPrefix}/`)) return path.slice(domainPrefix.length + 1);
  throw notFound('retailer');
};

const answerOrRefuse = (answer: () => Reply): Reply => {
  try {
    return answer();
  } catch (error) {
    return refusal(error);
  }
};
