import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Faults, readFaults } from '../faults.ts';
import { ApiError } from './errors.ts';
import { jsonText, type Reply, refusal } from './reply.ts';

export const ADMIN_PATH = '/__faults';

const loopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

const change = async (faults: Faults, request: IncomingMessage): Promise<void> => {
  if (!loopback.test(request.socket.remoteAddress ?? '')) throw new ApiError(403, 'Only from this machine.');
  if (request.method === 'DELETE') faults.clear();
  if (request.method !== 'POST') return;
  const sent = await text(request);
  try {
    faults.add(...readFaults(sent));
  } catch (error) {
    throw error instanceof SyntaxError ? new ApiError(400, 'The faults are not JSON.') : error;
  }
};

/** POST a fault or a list of them, DELETE all, GET what is waiting. Every good answer lists what is waiting. */
export const admin = async (faults: Faults, request: IncomingMessage): Promise<Reply> => {
  try {
    await change(faults, request);
  } catch (error) {
    return refusal(error);
  }
  const waiting = jsonText({ waiting: faults.waiting });
  return { status: 200, type: 'application/json', headers: {}, text: waiting };
};
