import { connect as connectNet, createServer, type Socket } from 'node:net';
import type { Connection } from 'mongoose';
import { connect } from '../../../src/database/connect.ts';
import { silent } from '../../support/silent.ts';

/** A way to the database that can be cut and mended, as when its machine goes away. */
export interface CuttableWay {
  connection: Connection;
  /** Breaks every connection and refuses new ones. */
  cut(): void;
  /** Cuts, and waits until the driver has noticed: from then on it looks for a server in vain. */
  cutLongAgo(): Promise<void>;
  mend(): void;
  close(): Promise<void>;
}

/** Connects through a relay on loopback; `patienceMs` is how long the driver looks for a server, its usual time when absent. */
export async function cuttableWay(uri: string, patienceMs?: number): Promise<CuttableWay> {
  const target = new URL(uri);
  const host = decodeURIComponent(target.hostname);
  const isSocket = host.startsWith('/');
  const open = new Set<Socket>();
  let isCut = false;
  const relay = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = isSocket ? connectNet({ path: host }) : connectNet(Number(target.port), host);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      socket.on('error', () => undefined);
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  const address = relay.address();
  if (address === null || typeof address === 'string') throw new Error('the relay has no port');

  // Direct, else the driver learns the server's own address and goes round the relay.
  const through = `mongodb://127.0.0.1:${address.port}${target.pathname}?directConnection=true`;
  const connection = await connect({
    uri: through,
    logger: silent,
    ...(patienceMs === undefined ? {} : { patienceMs }),
  });
  const cut = () => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    connection,
    cut,
    async cutLongAgo() {
      cut();
      await connection.db?.command({ ping: 1 }).catch(() => undefined);
    },
    mend() {
      isCut = false;
    },
    async close() {
      await connection.close();
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => relay.close(resolve));
    },
  };
}
