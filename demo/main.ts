import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

// What was compiled once, and freed of its types, is not again at the next start. Hence no static imports of ours here.
enableCompileCache();

const { values } = parseArgs({
  options: {
    /** Plays the whole story once without a page and says whether the figures are right. */
    check: { type: 'boolean', default: false },
    /** The port of the page; PORT when absent. */
    port: { type: 'string' },
    /** Begins without a linked account where nothing was saved yet. */
    empty: { type: 'boolean', default: false },
    /** Where everything is kept; a folder in DAYBOOK_DATA_DIR when absent. */
    data: { type: 'string' },
  },
});
const tell = (line: string) => process.stdout.write(`${line}\n`);

if (values.check) {
  const { checkStory } = await import('./check/check.ts');
  process.exitCode = await checkStory(tell, process.env);
  process.exit();
} else {
  await show(Number(values.port ?? process.env['PORT'] ?? 4700));
}

async function show(port: number): Promise<void> {
  const { showPage } = await import('./show-page.ts');
  const start = values.empty ? 'empty' : 'year';
  const dataDir = values.data ?? join(process.env['DAYBOOK_DATA_DIR'] ?? 'data', 'demo');
  const shown = await showPage({ port, dataDir, start, tell, env: process.env }).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  });
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= shown.close();
    void stopping.then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
