import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { createProgram } from '../../cli/program.ts';
import manifest from '../../manifest.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };
import { createMetrics } from '../../src/metrics.ts';
import { codeIn, found, pathsIn, settingNames } from './repository.ts';

/** All that a page may name. */
export interface Facts {
  /** Folders end with a slash. */
  paths: ReadonlySet<string>;
  scripts: ReadonlySet<string>;
  program: Command;
  slashCommands: ReadonlySet<string>;
  settings: ReadonlySet<string>;
  metrics: ReadonlySet<string>;
  /** What is answered over HTTP. */
  routes: ReadonlySet<string>;
  /** The headings of a page, as links name them. */
  anchorsOf(page: string): Promise<ReadonlySet<string>>;
}

/** What the code and the folders say. */
export async function readFacts(): Promise<Facts> {
  const paths = await pathsIn();
  const environment = await codeIn(paths, 'src/', 'cli/', 'demo/', 'test/');
  const answering = await codeIn(paths, 'src/', 'views/', 'jobs/', 'cli/');
  return {
    paths: new Set(paths),
    scripts: new Set(Object.keys(packageJson.scripts)),
    program: createProgram(),
    slashCommands: new Set(manifest.features.slash_commands.map(({ command }) => command)),
    settings: new Set([
      ...(await settingNames()),
      ...found(environment, /\benv\[['"]([A-Z][A-Z0-9_]+)['"]\]/g),
    ]),
    metrics: new Set(await metricNames(paths)),
    routes: new Set(
      found(
        `${answering}\n${JSON.stringify(manifest)}`,
        /(?:['"`}]|\.com)(\/[a-z][a-z_/-]*[a-z_])(?=['"`?])/g,
      ),
    ),
    anchorsOf: async (page) => new Set(anchorsOf(await readFile(page, 'utf8'))),
  };
}

/** The names of all metrics, those of the process too. */
async function metricNames(paths: readonly string[]): Promise<string[]> {
  const { registry } = createMetrics({ ofProcess: true });
  const counted = registry.getMetricsAsArray().map(({ name }) => name);
  const stored = found(await codeIn(paths, 'src/operations/'), /\bmeasured\('([a-z_]+)'/g);
  return [...counted, ...stored.map((name) => `daybook_${name}`)];
}

function anchorsOf(text: string): string[] {
  return found(text, /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}
