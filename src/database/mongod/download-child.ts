import { copyFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Run by download.ts as a process: `download-child.ts <folder> <version> <mirror or ''>`; answers over IPC. */
const [folder = '', version = '', mirror = ''] = process.argv.slice(2);

// The library takes these from the environment only, when it is loaded. This process exists for it alone.
Object.assign(process.env, {
  MONGOMS_SYSTEM_BINARY: '',
  MONGOMS_DOWNLOAD_DIR: folder,
  MONGOMS_MAX_RETRIES: '1',
  MONGOMS_RUNTIME_DOWNLOAD: 'true',
  npm_config_strict_ssl: 'true',
});
if (mirror !== '') {
  Object.assign(process.env, {
    MONGOMS_DOWNLOAD_MIRROR: mirror,
    MONGOMS_USE_HTTP: String(mirror.startsWith('http:')),
  });
}

try {
  process.send?.({ path: await download() });
} catch (error) {
  process.send?.({ problem: error instanceof Error ? error.message : String(error) });
}
process.disconnect?.();

async function download(): Promise<string> {
  const { MongoBinary } = await import('mongodb-memory-server-core');
  const path = await MongoBinary.getPath({ version, downloadDir: folder, checkMD5: true });
  if (!relative(folder, path).startsWith('..')) return path;
  // The library found one in its own cache, which is not ours to take from.
  const copy = join(folder, 'mongod');
  await copyFile(path, copy);
  return copy;
}
