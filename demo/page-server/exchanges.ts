import type { LoggedRequest } from '../lightspeed/host.ts';
import type { PageExchange } from './shared.ts';
import { mostExchanges, type Stage } from './stage.ts';

/** The newest exchanges with both stand-ins, newest first; secrets are masked already. */
export function exchangesOf({ workspace }: Stage): {
  slack: PageExchange[];
  lightspeed: PageExchange[];
  remarks: string[];
} {
  const { traffic, state } = workspace.slack;
  return {
    slack: traffic.log
      .slice(-mostExchanges)
      .map(({ at, from, name, transport, verdict, request, response }) => ({
        at,
        way: from === 'app' ? 'Daybook → workspace' : 'workspace → Daybook',
        name,
        transport,
        verdict,
        request,
        response: response ?? null,
      }))
      .reverse(),
    lightspeed: [
      ...requestsOf(workspace.lightspeed.requests, 'Daybook → Lightspeed R-Series'),
      ...requestsOf(workspace.xSeries?.requests ?? [], 'Daybook → Lightspeed X-Series'),
    ],
    remarks: [
      ...state.warnings,
      ...state.unknownMethods.map((method) => `${method} is not known to this stand-in`),
    ],
  };
}

function requestsOf(all: readonly LoggedRequest[], way: string): PageExchange[] {
  return all
    .slice(-mostExchanges)
    .map(({ method, path, query, status }) => ({
      at: null,
      way,
      name: `${method} ${path}`,
      transport: 'http',
      verdict: status === 200 ? 'ok' : String(status),
      request: query,
      response: null,
    }))
    .reverse();
}
