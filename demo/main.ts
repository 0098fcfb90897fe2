import { parseArgs } from 'node:util';
import { checkStory } from './check/check.ts';
import { showPage } from './show-page.ts';

const { values } = parseArgs({
  options: {
    /** Plays the whole story once without a page and says whether the figures are right. */
    check: { type: 'boolean', default: false },
    /** The port of the page; PORT when absent. */
    port: { type: 'string' },
    /** Begins without a linked account where nothing was saved yet. */
    empty: { type: 'boolean', default: false },
    data: { type: 'string', default: 'data/demo' },
  },
});
const tell = (line: string) => process.stdout.write(`${line}\n`);

if (values.check) {
  process.exitCode = await checkStory(tell, process.env);
  process.exit();
} else {
  await show(Number(values.port ?? process.env['PORT'] ?? 4700));
}

async function show(port: number): Promise<void> {
  const start = values.empty ? 'empty' : 'year';
  const shown = await showPage({ port, dataDir: values.data, start, tell, env: process.env }).catch(
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
      process.exit(1);
    },
  );
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= shown.close();
    void stopping.then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
