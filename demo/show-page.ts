import { openDatabase } from '../src/database/open.ts';
import { createLogger } from '../src/logger.ts';
import type { Start } from './page-server/stage.ts';
import type { Theatre } from './page-server/theatre.ts';

export interface PageOptions {
  port: number;
  dataDir: string;
  /** A server that runs already; absent: the embedded one over `dataDir`. */
  mongodbUri?: string;
  start: Start;
  tell(line: string): void;
  env: Record<string, string | undefined>;
}

export interface ShownPage {
  url: string;
  theatre: Theatre;
  close(): Promise<void>;
}

/** Starts the local workspace with its page in the browser: the app, both stand-ins, a database, all on this machine. */
export async function showPage(options: PageOptions): Promise<ShownPage> {
  const { port, dataDir, mongodbUri, start, tell, env } = options;
  const logger = createLogger('error');
  // The database starts, in a process of its own, while the rest is being loaded.
  const [database, { openTheatre }, { startPageServer }] = await Promise.all([
    // The demo goes by a clock of its own, which is behind.
    openDatabase({ mongodbUri, dataDir, logger, env, expires: false }),
    import('./page-server/theatre.ts'),
    import('./page-server/server.ts'),
  ]);
  const theatre = await openTheatre({ connection: database.connection, dataDir, logger, start });
  const closeAll = async () => {
    await theatre.close();
    await database.close();
  };
  const page = await startPageServer(theatre, port).catch(async (error: unknown) => {
    await closeAll();
    throw portError(error, port);
  });
  tell(`Daybook runs beside local stand-ins for Slack and Lightspeed; nothing leaves this machine.`);
  tell(`Open ${page.url}`);
  tell(`Stop with Ctrl+C: everything is there again at the next start.`);
  return {
    url: page.url,
    theatre,
    async close() {
      await page.close();
      await closeAll();
    },
  };
}

function portError(error: unknown, port: number): unknown {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  return isTaken ? new Error(`Port ${port} is taken. Try: npm run demo -- --port ${port + 1}`) : error;
}
