import type { Exchange } from '../slack/traffic.ts';
import type { FarExchange } from './far-traffic.ts';
import type { PageExchange } from './shared.ts';
import { mostExchanges, type Stage } from './stage.ts';

/** The newest exchanges with both far ends, newest first; secrets are masked already. */
export function exchangesOf({ workspace, farTraffic }: Stage): {
  exchanges: PageExchange[];
  remarks: string[];
} {
  const { traffic, state } = workspace.slack;
  const log = traffic.log.slice(-mostExchanges);
  const first = traffic.total() - log.length;
  const told = log.map((each, index) => ({ number: first + index, shown: toldOf(each) }));
  // One that came after so many others belongs between the last of those and the next.
  const far = farTraffic.map((each) => ({ number: each.after - 0.5, shown: farOf(each) }));
  return {
    exchanges: [...told, ...far]
      .sort((one, other) => one.number - other.number)
      .map(({ shown }) => shown)
      .reverse(),
    remarks: [
      ...state.warnings,
      ...state.unknownMethods.map((method) => `${method} is not known to this stand-in`),
    ],
  };
}

function toldOf({ at, from, name, verdict, request, response }: Exchange): PageExchange {
  const way = from === 'app' ? 'Daybook → workspace' : 'workspace → Daybook';
  return { at, end: 'workspace', way, name, verdict, request, response: response ?? null };
}

function farOf({ at, series, method, path, query, status, answer }: FarExchange): PageExchange {
  return {
    at,
    end: 'lightspeed',
    way: `Daybook → Lightspeed ${series}`,
    name: `${method} ${path}`,
    verdict: status === 200 ? 'ok' : String(status || 'no answer'),
    request: query,
    response: answer,
  };
}
