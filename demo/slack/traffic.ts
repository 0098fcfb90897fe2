import { mask } from './mask.ts';

/** One exchange between the app and the workspace, with secrets masked. */
export type Exchange = {
  /** milliseconds of the workspace's clock */
  at: number;
  /** who began it */
  from: 'app' | 'workspace';
  /** a method name, 'response_url', or the kind of a payload such as view_submission */
  name: string;
  transport: 'http' | 'socket';
  request: unknown;
  response: unknown;
  /** 'ok', or the error as Slack names it */
  verdict: string;
  /** a retry or a duplicate of an event */
  retry?: number;
};

export type Traffic = {
  log: readonly Exchange[];
  /** How many there were since the start, those dropped included. */
  total(): number;
  add(exchange: Omit<Exchange, 'at'>): void;
};

/** Keeps the newest `most` exchanges, beginning with those of `before`. */
export function createTraffic(
  now: () => number,
  changed: () => void,
  { most = 2000, before = [] }: { most?: number; before?: readonly Exchange[] } = {},
): Traffic {
  const log: Exchange[] = [...before];
  let total = log.length;
  return {
    log,
    total: () => total,
    add: (exchange) => {
      total += 1;
      log.push({
        ...exchange,
        at: now(),
        request: mask(exchange.request),
        response: mask(exchange.response),
      });
      if (log.length > most) log.shift();
      changed();
    },
  };
}
