import { type Fault, Faults } from '../faults.ts';
import { type Answered, type Host, startHost } from '../host.ts';
import type { World } from '../world/world.ts';
import { createXHandler } from './handle.ts';
import { idsOf } from './ids.ts';
import { retailerOf } from './retailer.ts';

export type XSeriesOptions = {
  /** One retailer, or several; a request sees the one its token opens. */
  world: World | readonly World[];
  /** The simulated now in epoch milliseconds: what happens later does not exist yet. */
  clock: () => number;
  /** Any free port when absent. */
  port?: number;
  /** Real time in epoch milliseconds, for the window and Retry-After. */
  now?: () => number;
  /** The domain prefix it answers to; the retailer's own when absent. */
  prefix?: string;
  /** Requests in five minutes; 300 a register and 50 more when absent. */
  limit?: number;
  /** How far /search lags behind the clock, in milliseconds; not at all when absent. */
  searchLag?: number;
  answered?: Answered | undefined;
};

/** `url` also works with the domain prefix behind it: `${url}/${prefix}/api/...`. */
export type XSeries = Host & { faults: Faults };

/** Stands in for Lightspeed Retail (X-Series, API 2.0 and the date versions), on loopback only, all in memory. */
export const startXSeries = async (options: XSeriesOptions): Promise<XSeries> => {
  const { clock, port, now = Date.now, prefix, limit, searchLag = 0 } = options;
  const worlds: readonly World[] = [options.world].flat();
  for (const world of worlds) retailerOf(world);
  const faults = new Faults();
  const instants = () => ({ now: clock(), indexed: clock() - searchLag });
  const handle = createXHandler({ worlds, prefix, instants, now, limit });

  const host = await startHost({
    port,
    faults,
    answer: handle,
    answered: options.answered,
    afterAnswer: (fault) => {
      if (fault?.kind === 'changed-after') change(worlds, fault, clock());
    },
  });
  return { ...host, faults };
};

/** What 'changed-after' does; `saleID` is a sale's number or its id. */
const change = (worlds: readonly World[], { after, saleID }: Fault, at: number): void => {
  after?.();
  for (const world of worlds) {
    const number = typeof saleID === 'string' ? idsOf(world).saleID(saleID) : saleID;
    if (number === undefined || world.sale(number) === undefined) continue;
    world.voidSale(number, at);
    return;
  }
};
