import mongoose, { type Connection } from 'mongoose';
import type { Engine } from '../context.ts';
import type { Route, WebAnswer } from '../slack/bolt.ts';

/** `/healthz`: the process answers; `/readyz`: its database does, too. */
export function healthRoutes({ connection }: Pick<Engine, 'connection'>): Route[] {
  return [
    { path: '/healthz', method: 'GET', answer: async () => ({ status: 200, body: 'ok\n' }) },
    { path: '/readyz', method: 'GET', answer: () => readiness(connection) },
  ];
}

async function readiness(connection: Connection): Promise<WebAnswer> {
  try {
    // A connection that was closed has no database to ask, which must not pass for an answer.
    if (!connection.db || connection.readyState !== mongoose.ConnectionStates.connected)
      throw new Error('not connected');
    await connection.db.command({ ping: 1 });
    return { status: 200, body: 'ready\n' };
  } catch {
    return { status: 503, body: 'the database does not answer\n' };
  }
}
