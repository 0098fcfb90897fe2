import type { ServerResponse } from 'node:http';
import type { Fault } from '../faults.ts';
import type { Reply } from './reply.ts';

/**
 * Puts an answer on the wire, as the fault has it.
 * @returns the status for the log: 0 when nothing was sent.
 */
export const send = (response: ServerResponse, reply: Reply, fault?: Fault): number => {
  if (fault?.kind === 'hang') return 0;
  if (fault?.kind === 'drop') {
    response.destroy();
    return 0;
  }
  const whole = Buffer.from(reply.text);
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  const body = fault?.kind === 'truncated' ? half : whole;
  response.writeHead(reply.status, {
    'Content-Type': reply.type,
    'Content-Length': body.length,
    ...reply.headers,
  });
  if (fault?.kind === 'drop-midway') response.write(half, () => response.destroy());
  else if (fault?.kind === 'slow') sendSlowly(response, whole, half.length, fault.ms ?? 1000);
  else response.end(body);
  return reply.status;
};

const sendSlowly = (response: ServerResponse, whole: Buffer, half: number, ms: number): void => {
  response.write(whole.subarray(0, half));
  const rest = setTimeout(() => response.end(whole.subarray(half)), ms);
  response.once('close', () => clearTimeout(rest));
};
