import type { PageExchange } from './shared.ts';
import type { Stage } from './stage.ts';

const most = 200;

/** The newest exchanges with both stand-ins, newest first; secrets are masked already. */
export function exchangesOf({ workspace }: Stage): {
  slack: PageExchange[];
  lightspeed: PageExchange[];
  remarks: string[];
} {
  const { traffic, state } = workspace.slack;
  return {
    slack: traffic.log
      .slice(-most)
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
    lightspeed: workspace.lightspeed.requests
      .slice(-most)
      .map(({ method, path, query, status }) => ({
        at: null,
        way: 'Daybook → Lightspeed',
        name: `${method} ${path}`,
        transport: 'http',
        verdict: status === 200 ? 'ok' : String(status),
        request: query,
        response: null,
      }))
      .reverse(),
    remarks: [
      ...state.warnings,
      ...state.unknownMethods.map((method) => `${method} is not known to this stand-in`),
    ],
  };
}
