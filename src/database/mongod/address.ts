import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where an embedded server listens. */
export interface Address {
  /** Its name in the replica set's configuration. */
  host: string;
  /** What makes mongod listen there and nowhere else. */
  args: string[];
}

/** A way to listen, tried in turn: the first may be impossible on this file system or busy. */
export type AddressChoice = () => Promise<Address>;

/** The kernel allows 107 bytes on Linux and 103 on macOS, and mongod makes no use of shorter tricks. */
const longestSocketPath = 100;

/**
 * Ways to listen, best first. A socket file only its owner may open, in the data folder or (its path being too long, or
 * the folder being on a file system without sockets) in a private temporary folder; last a free port on loopback,
 * which every user of the machine can reach.
 */
export function socketFirst(dataDir: string): AddressChoice[] {
  if (process.platform === 'win32') return [freePort];
  const inFolder = resolve(dataDir, 'mongod.sock');
  const choices = [async () => privateSocket(dataDir), freePort];
  return Buffer.byteLength(inFolder) <= longestSocketPath
    ? [async () => socketAt(inFolder), ...choices]
    : choices;
}

/** A port nobody listens on at this moment; somebody may be faster. */
export async function freePort(): Promise<Address> {
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no free port on loopback');
  return portAt(address.port);
}

/** That port on loopback. */
export function portAt(port: number): Address {
  return {
    host: `127.0.0.1:${port}`,
    args: ['--bind_ip', '127.0.0.1', '--port', String(port), '--nounixsocket'],
  };
}

/**
 * The connection string. A direct connection, because the server's name may be a file, which drivers do not follow
 * when they look for the members of a set.
 */
export function uriOf({ host }: Address, database = 'daybook'): string {
  const name = host.startsWith('/') ? encodeURIComponent(host) : host;
  return `mongodb://${name}/${database}?directConnection=true`;
}

function socketAt(path: string): Address {
  // Without --nounixsocket it would also take /tmp/mongodb-27017.sock, which may be another server's.
  return { host: path, args: ['--bind_ip', path, '--nounixsocket', '--filePermissions', '0700'] };
}

async function privateSocket(dataDir: string): Promise<Address> {
  const folder = join(tmpdir(), `daybook-${process.getuid?.() ?? 0}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  // In a place open to all, somebody else may have made it first to listen instead of us.
  if (!found.isDirectory() || found.uid !== process.getuid?.())
    throw new Error(`${folder} is not this user's own`);
  await chmod(folder, 0o700);
  const name = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16);
  return socketAt(join(folder, `${name}.sock`));
}
