import { expect, test } from 'vitest';
import { createLogger } from '../../src/logger.ts';
import { ask } from '../story/support/look.ts';
import { openScene, type Scene } from '../story/support/scene.ts';
import { imported } from '../story/support/setup.ts';

/** The lines of a log, as they are written. */
function recordedLog() {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger('debug', { write: (line: string) => void lines.push(JSON.parse(line)) });
  return { logger, lines };
}

/** What the database's profiler has seen of some work. */
async function profiled(scene: Scene, work: () => Promise<unknown>) {
  const { db } = scene.connection;
  if (!db) throw new Error('not connected');
  await db.command({ profile: 2 });
  await work();
  await db.command({ profile: 0 });
  const entries = await db.collection('system.profile').find().sort({ ts: 1 }).toArray();
  return entries.map((entry) => ({
    namespace: String(entry['ns']).replace(/^[^.]+\./, ''),
    op: String(entry['op']),
    comment: entry['command']?.comment as string | undefined,
  }));
}

test('one number leads from a command that fails to its log line, to what the person reads and to the database', async () => {
  const { logger, lines } = recordedLog();
  const scene = await openScene({ logger });
  await imported(scene);
  const { figures } = scene.engine.models;
  const find = figures.find.bind(figures);
  // Slow, and then it fails.
  figures.find = ((...args: Parameters<typeof find>) => {
    const query = find(...args);
    query.transform(() => {
      throw new Error('planted');
    });
    return query;
  }) as typeof figures.find;

  let told = '';
  const seen = await profiled(scene, async () => {
    told = (await ask(scene, '/turnover')).text;
  });
  figures.find = find;

  const [, number = 'none'] = /\b([0-9a-f]{8})\b/.exec(told) ?? [];
  const failure = lines.find(({ msg }) => msg === 'a request failed');
  expect(failure).toMatchObject({ trace: number, errorId: number });
  const asked = seen.filter(({ comment }) => comment === number).map(({ namespace }) => namespace);
  expect(asked).toEqual(expect.arrayContaining(['workspaces', 'stores', 'figures']));
});

test('everything that a command asks of the database carries its number, and another command has another one', async () => {
  const scene = await openScene();
  await imported(scene);

  const seen = await profiled(scene, async () => {
    await ask(scene, '/turnover 2025-11-12');
    await ask(scene, '/lightspeed status');
  });

  const ours = seen.filter(({ namespace, op }) => !namespace.startsWith('system.') && op !== 'insert');
  const withoutNumber = ours.filter(({ comment, op }) => comment === undefined && op !== 'getmore');
  expect(withoutNumber).toEqual([]);
  expect(new Set(ours.map(({ comment }) => comment)).size).toBeGreaterThanOrEqual(2);
});

test('what is written down of a deed names the number under which the log tells of it', async () => {
  const { logger, lines } = recordedLog();
  const scene = await openScene({ logger });
  await imported(scene);

  await ask(scene, '/lightspeed import');
  await scene.engine.inFlight.settled(5_000);

  const { auditEntries } = scene.engine.models;
  const workspaceId = scene.slack.state.team.id;
  const entry = await auditEntries.findOne({ workspaceId, action: 'import.asked' }).sort({ at: -1 }).lean();
  expect(entry?.trace).toMatch(/^[0-9a-f]{8}$/);
  expect(lines.every((line) => line['trace'] === undefined || typeof line['trace'] === 'string')).toBe(true);
});
