import type { IncomingMessage, ServerResponse } from 'node:http';
import { PersonCannotError } from '../driver/cannot.ts';
import type { PersonDriver } from '../driver/person.ts';
import type { Fault } from '../faults.ts';
import { faultKinds } from '../faults.ts';
import type { Handle } from '../handle.ts';
import type { JsonObject } from '../json.ts';
import { asList, asObject, asText, parseJson } from '../json.ts';
import { mask } from '../mask.ts';
import { sendJson } from './api.ts';
import { readBody } from './body.ts';

export type DriverRequests = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * POST /__driver with {"as":"U1","do":"command","args":["/turnover"]}: what the driver does, for scripts outside.
 * Without "as": state, traffic, shown, clearFaults, fault and the other switches, event, sockets.
 */
export function createDriverRequests(handle: () => Handle): DriverRequests {
  return async (request, response) => {
    const refused = refusal(request);
    if (refused !== undefined) return sendJson(response, 403, { ok: false, error: refused });
    const body = asObject(parseJson((await readBody(request)).toString()));
    try {
      const result = await perform(handle(), body);
      sendJson(response, 200, { ok: true, result: result ?? null });
    } catch (error) {
      const status = error instanceof PersonCannotError ? 409 : 400;
      sendJson(response, status, {
        ok: false,
        error: error instanceof Error ? error.message : String(error),
      });
    }
  };
}

/** A page of another site must not be able to drive the workspace. */
function refusal(request: IncomingMessage): string | undefined {
  if (request.method !== 'POST') return 'POST only';
  if (!request.headers['content-type']?.includes('application/json')) return 'JSON only';
  const { origin, host } = request.headers;
  return origin === undefined || origin === `http://${host}` ? undefined : 'own pages only';
}

async function perform(handle: Handle, { as, do: action, args }: JsonObject): Promise<unknown> {
  const name = asText(action);
  if (as !== undefined) return asPerson(handle.as(asText(as)), name, asList(args));
  const step = Object.hasOwn(switches, name) ? switches[name] : undefined;
  if (!step) throw new Error(`Unknown: '${name}'. There is: ${Object.keys(switches).join(', ')}`);
  return step(handle, asList(args));
}

type Step = (handle: Handle, args: unknown[]) => unknown;

const switches: Record<string, Step> = {
  state: ({ state }) => mask(state),
  traffic: ({ traffic }) => traffic.log,
  shown: ({ state }) => state.shown,
  fault: ({ faults }, [fault]) => faults.add(readFault(fault)),
  clearFaults: ({ faults }) => faults.clear(),
  oneMessageASecond: ({ faults }, [on]) => {
    faults.isOneMessageASecond = on === true;
  },
  dropSocket: (handle) => handle.dropSocket(),
  refreshSocket: (handle) => handle.refreshSocket(),
  revokeToken: (handle) => handle.revokeToken(),
  restoreToken: (handle) => handle.restoreToken(),
  archive: (handle, [channel]) => handle.archive(asText(channel)),
  removeBot: (handle, [channel]) => handle.removeBot(asText(channel)),
  inviteBot: (handle, [channel]) => handle.inviteBot(asText(channel)),
  event: (handle, [event]) => handle.sendEvent(asObject(event)),
  verifyUrl: (handle) => handle.verifyUrl(),
};

/** The arguments come from outside as JSON: the driver itself refuses what does not fit. */
function asPerson(person: PersonDriver, name: string, args: unknown[]): unknown {
  const step: unknown = Object.entries(person).find(([key]) => key === name)?.[1];
  if (typeof step !== 'function') throw new Error(`A person cannot '${name}'`);
  return Reflect.apply(step, person, args);
}

function readFault(value: unknown): Fault {
  const { kind, method, times, retryAfter, ms } = asObject(value);
  const known = faultKinds.find((each) => each === kind);
  if (!known) throw new Error(`There is no fault '${String(kind)}'. There is: ${faultKinds.join(', ')}`);
  return {
    kind: known,
    ...(typeof method === 'string' && { method }),
    ...(typeof times === 'number' && { times }),
    ...(typeof retryAfter === 'number' && { retryAfter }),
    ...(typeof ms === 'number' && { ms }),
  };
}
