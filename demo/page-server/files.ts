import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = new URL('../page/', import.meta.url);

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  // The browser takes TypeScript as Node does: with its types blanked out.
  ts: 'text/javascript; charset=utf-8',
};

/** A file of the page, or undefined when there is none by that name. Folders are one deep at most. */
export async function pageFile(path: string): Promise<{ type: string; text: string } | undefined> {
  const name = path === '/' ? 'index.html' : path.slice(1);
  const ending = /^(?:[a-z-]+\/)?[a-z-]+\.([a-z]+)$/.exec(name)?.[1] ?? '';
  const type = types[ending];
  if (type === undefined) return undefined;
  try {
    const text = await readFile(fileURLToPath(new URL(name, folder)), 'utf8');
    return { type, text: ending === 'ts' ? stripTypeScriptTypes(text) : text };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
