import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CustomRoute } from '@slack/bolt';
import express from 'express';
import { SettingsError } from '../config.ts';
import type { Logger } from '../logger.ts';
import { plainErrors } from './plain-errors.ts';

/** A web server of our own, where Bolt has none: for a worker, and in Socket Mode. Throws a SettingsError for a busy port. */
export async function startWebServer(
  routes: readonly CustomRoute[],
  { port, logger }: { port: number; logger: Logger },
): Promise<Server> {
  const app = express().disable('x-powered-by');
  for (const { path, method, handler } of routes) {
    const methods = [method].flat();
    app.all(path, (request, response, next) => {
      if (methods.includes(request.method)) handler(request, response);
      else next();
    });
  }
  app.use(plainErrors(logger));
  const server = createServer(app);
  await onPort(port, () => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    server.once('error', reject).listen(port, resolve);
    return promise;
  });
  return server;
}

/** Begins to listen. Throws a SettingsError in words where the port cannot be had. */
export async function onPort<Result>(port: number, listen: () => Promise<Result>): Promise<Result> {
  try {
    return await listen();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new SettingsError(
        `Port ${port} is taken by another program, perhaps by another Daybook on this machine. ` +
          'Each process needs a port of its own, a worker too: set PORT to another number.',
        { cause: error },
      );
    }
    if (code === 'EACCES') {
      throw new SettingsError(`This user may not listen on port ${port}. Set PORT to one above 1023.`, {
        cause: error,
      });
    }
    throw error;
  }
}

/** The port that a server listens on. */
export function portOf(server: Server): number | undefined {
  const address = server.address() as AddressInfo | string | null;
  return typeof address === 'object' ? address?.port : undefined;
}

/** Takes no more requests. Those under way are waited for so long (milliseconds), then their connections are cut. */
export async function closeServer(server: Server, patience: number): Promise<void> {
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  const cut = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearTimeout(cut);
}
