import { spawn } from 'node:child_process';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../../src/database/connect.ts';
import { runningUri } from '../../src/database/embedded.ts';
import { freePort, portAt } from '../../src/database/mongod/address.ts';
import { markOf } from '../../src/database/process-life.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { addOne, embedded, theMongod, until, withConnection } from './support/embedded.ts';
import { emptyFolder } from './support/folder.ts';
import { heldByAnother, kill } from './support/hold.ts';

describe('startEmbedded', () => {
  it('runs a replica set with transactions, in a folder that it makes', async () => {
    const { uri } = await embedded(join(await emptyFolder(), 'not', 'there'));

    const count = await withConnection(uri, async (connection) => {
      const marks = connection.collection('marks');
      await inTransaction(connection, (session) => marks.insertOne({}, { session }));
      return marks.countDocuments();
    });

    expect(count).toBe(1);
  });

  it('keeps the data over a stop, with the storage engine that is durable', async () => {
    const dataDir = await emptyFolder();
    const first = await embedded(dataDir);
    await addOne(first.uri);
    await first.stop();

    const second = await embedded(dataDir);

    expect(await addOne(second.uri)).toBe(2);
    const status = await withConnection(second.uri, async ({ db }) => db?.command({ serverStatus: 1 }));
    expect(status?.['storageEngine']).toMatchObject({ name: 'wiredTiger', persistent: true });
  });

  it('removes what is past its time, but not where the app goes by another clock than the machine', async () => {
    const usual = await embedded(await emptyFolder());
    const keeping = await embedded(await emptyFolder(), { expires: false });
    // It looks once a minute: longer than a test waits.
    const isRemoving = (uri: string) =>
      withConnection(uri, async ({ db }) => {
        const asked = await db?.admin().command({ getParameter: 1, ttlMonitorEnabled: 1 });
        return asked?.['ttlMonitorEnabled'];
      });

    expect([await isRemoving(usual.uri), await isRemoving(keeping.uri)]).toEqual([true, false]);
  });

  it('lets only its own user in', async () => {
    const dataDir = await emptyFolder();
    const { uri } = await embedded(dataDir);

    const socket = await stat(join(dataDir, 'mongod.sock'));
    const data = await stat(join(dataDir, 'db'));

    expect(uri).toContain('mongod.sock');
    expect([socket.mode & 0o777, data.mode & 0o777]).toEqual([0o700, 0o700]);
  });

  it('finds another place for its socket when the path of the folder is too long', async () => {
    const dataDir = join(await emptyFolder(), 'x'.repeat(100));

    const { uri } = await embedded(dataDir);

    expect(uri).toMatch(/%2Fdaybook-\d+%2F[0-9a-f]{16}\.sock/);
    expect(await addOne(uri)).toBe(1);
  });

  it('works on a port, on another port the next time, and when a port is busy', async () => {
    const dataDir = await emptyFolder();
    const busy = await listener();
    const first = await embedded(dataDir, { addresses: [freePort] });
    await addOne(first.uri);
    await first.stop();

    const second = await embedded(dataDir, { addresses: [async () => portAt(busy), freePort] });

    expect(second.uri).not.toBe(first.uri);
    expect(await addOne(second.uri)).toBe(2);
  });

  it('can be stopped twice, and frees the folder', async () => {
    const dataDir = await emptyFolder();
    const server = await embedded(dataDir);

    await server.stop();
    await server.stop();

    await expect(runningUri(dataDir)).resolves.toBeUndefined();
  });

  it('starts its server again when that is killed, and open connections go on', async () => {
    const dataDir = await emptyFolder();
    const { uri } = await embedded(dataDir);
    const pid = await serverPid(dataDir);
    const told: unknown[] = [];
    const tell = (message: unknown) => told.push(message);

    const connection = await connect({ uri, logger: { debug: tell, info: tell, warn: tell, error: tell } });
    process.kill(pid, 'SIGKILL');
    // For a moment the new server is there and not yet writable.
    const write = () => connection.collection('marks').insertOne({});
    await until(() => write().then(Boolean, () => false));
    await until(() => told.length === 2);
    await connection.close();

    expect(told).toEqual(['The connection to MongoDB is lost', 'The connection to MongoDB is back']);
  });

  it('says what the server said when it does not start', async () => {
    const dataDir = await emptyFolder();
    const nowhere = async () => ({
      host: '/nowhere/m.sock',
      args: ['--bind_ip', '/nowhere/m.sock', '--nounixsocket'],
    });

    const problem = await embedded(dataDir, { addresses: [nowhere] }).catch((error) => error);

    expect(problem.name).toBe('EmbeddedStartError');
    expect(problem.message).toMatch(
      /^The embedded database \(MongoDB .*\) did not start\. It said:\n {2}- .*No such file/,
    );
    await expect(runningUri(dataDir)).resolves.toBeUndefined();
  });
});

describe('the version of the data', () => {
  it('is remembered, and another series is refused in words', async () => {
    const dataDir = await emptyFolder();
    await (await embedded(dataDir)).stop();
    const newer = async () => ({ ...(await theMongod()), version: '7.0.1' });

    const problem = await embedded(dataDir, { mongod: newer }).catch((error) => error);

    expect(problem.name).toBe('WrongServerVersionError');
    expect(problem.message).toContain('was written by MongoDB 6.0, but the server found');
    expect(problem.message).toContain('Set MONGOMS_SYSTEM_BINARY to a mongod 6.0');
    await expect(readFile(join(dataDir, 'mongod.version'), 'utf8')).resolves.toBe('6.0.5\n');
  });

  it('may change within a series', async () => {
    const dataDir = await emptyFolder();
    await (await embedded(dataDir)).stop();
    const patched = async () => ({ ...(await theMongod()), version: '6.0.9' });

    await embedded(dataDir, { mongod: patched });

    await expect(readFile(join(dataDir, 'mongod.version'), 'utf8')).resolves.toBe('6.0.9\n');
  });
});

describe('two processes and one folder', () => {
  it('tells the second one that Daybook already runs, and where', async () => {
    const dataDir = await emptyFolder();
    const holder = await heldByAnother(dataDir);

    const problem = await embedded(dataDir).catch((error) => error);

    expect(problem).toMatchObject({
      name: 'AlreadyRunningError',
      message: `Daybook already runs on this data folder (process ${holder.process.pid})`,
      uri: holder.uri,
    });
    await expect(runningUri(dataDir)).resolves.toBe(holder.uri);
    expect(await addOne(holder.uri)).toBe(1);
  });

  it('lets exactly one of several have it that come at once', async () => {
    const dataDir = await emptyFolder();

    const starts = await Promise.allSettled([embedded(dataDir), embedded(dataDir), embedded(dataDir)]);

    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const refused = starts.filter((start) => start.status === 'rejected');
    expect(refused.map(({ reason }) => reason.name)).toEqual(['AlreadyRunningError', 'AlreadyRunningError']);
  });

  it('starts at once after the process that had it was killed, with all the data', async () => {
    const dataDir = await emptyFolder();
    const holder = await heldByAnother(dataDir);
    await addOne(holder.uri);

    await kill(holder.process);
    const next = await embedded(dataDir);

    expect(await addOne(next.uri)).toBe(2);
  });

  it('ends the server of a killed process though nobody starts again', async () => {
    const dataDir = await emptyFolder();
    const holder = await heldByAnother(dataDir);
    const pid = await serverPid(dataDir);

    await kill(holder.process);
    await until(() => markOf(pid) === undefined);

    await expect(runningUri(dataDir)).resolves.toBeUndefined();
  });

  it('ends a server whose owner and watch are both dead', async () => {
    const dataDir = await emptyFolder();
    const leftover = spawn('sleep', ['60']);
    const child = markOf(leftover.pid ?? 0);
    const stale = { pid: 1, mark: 'of-another-boot:1', child };
    await writeFile(join(dataDir, 'daybook.lock'), JSON.stringify(stale));

    await embedded(dataDir);

    expect(leftover.signalCode).toBe('SIGTERM');
  });

  it('waits for a server that nobody told of to leave the folder', async () => {
    const dataDir = await emptyFolder();
    const holder = await heldByAnother(dataDir);
    await rm(join(dataDir, 'daybook.lock'));

    const starting = embedded(dataDir, { addresses: [freePort] });
    await sleep(1500);
    await kill(holder.process);

    await expect(starting).resolves.toMatchObject({ uri: expect.stringContaining('127.0.0.1') });
  });

  it('takes over a lock whose process number now belongs to another process', async () => {
    const dataDir = await emptyFolder();
    const stale = { pid: process.pid, mark: 'of-another-boot:1', uri: 'mongodb://gone' };
    await writeFile(join(dataDir, 'daybook.lock'), JSON.stringify(stale));

    const { uri } = await embedded(dataDir);

    expect(await addOne(uri)).toBe(1);
  });

  it('takes over a lock file that was cut short', async () => {
    const dataDir = await emptyFolder();
    await writeFile(join(dataDir, 'daybook.lock'), '{"pid":12');

    const { uri } = await embedded(dataDir);

    expect(await addOne(uri)).toBe(1);
  });
});

async function serverPid(dataDir: string): Promise<number> {
  return JSON.parse(await readFile(join(dataDir, 'daybook.lock'), 'utf8')).child.pid;
}

/** A port that somebody else listens on until the test is over. */
async function listener(): Promise<number> {
  // Whoever calls is hung up on, as by any server that speaks another language.
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
