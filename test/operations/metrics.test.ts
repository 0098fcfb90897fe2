import { expect, test } from 'vitest';
import { runDue } from '../../src/run-due.ts';
import { type CuttableWay, cuttableWay } from '../story/support/cuttable.ts';
import { ask } from '../story/support/look.ts';
import { openScene, type Scene } from '../story/support/scene.ts';
import { imported } from '../story/support/setup.ts';

const token = 'a-token-for-metrics';

/** What a collector reads: the value of each series. */
async function collect(scene: Scene, headers: Record<string, string> = {}) {
  const answer = await fetch(`http://127.0.0.1:${scene.workspace.daybook.port}/metrics`, { headers });
  const text = await answer.text();
  const values = new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
  return { status: answer.status, type: answer.headers.get('content-type'), text, values };
}

test.each(['http', 'socket'] as const)(
  'over %s what Daybook did is counted, and nothing tells whose it was',
  async (transport) => {
    const scene = await openScene({ transport });
    await imported(scene);
    scene.clock.moveTo('2025-11-14T03:10:00+01:00');
    await runDue(scene.engine);
    await ask(scene, '/turnover 2025-11-12');
    await scene.engine.inFlight.settled(5_000);

    const { status, type, text, values } = await collect(scene);

    expect(status).toBe(200);
    expect(type).toContain('text/plain');
    expect(values.get('daybook_nights_total{outcome="done"}')).toBeGreaterThanOrEqual(1);
    expect(values.get('daybook_nights_running')).toBe(0);
    expect(values.get('daybook_night_lag_seconds_sum')).toBe(600);
    expect(values.get('daybook_night_lag_seconds_count')).toBe(1);
    expect(values.get('daybook_lightspeed_requests_total{series="r",outcome="200"}')).toBeGreaterThan(2);
    expect(values.get('daybook_lightspeed_bucket_level_ratio_count{series="r"}')).toBeGreaterThan(2);
    expect(values.get('daybook_slack_calls_total{method="users.info",outcome="ok"}')).toBeGreaterThan(0);
    expect(values.get('daybook_slack_ack_seconds_count{kind="command"}')).toBe(1);
    expect(values.get('daybook_figures')).toBeGreaterThanOrEqual(4);
    expect(values.get('daybook_nights_overdue')).toBe(0);
    const { team } = scene.slack.state;
    for (const theirs of [team.id, 'U1MANAGER', 'C2GENERAL', 'Blad', 'Amsterdam', 'key-1', 'xoxb']) {
      expect(text).not.toContain(theirs);
    }
  },
);

test('a digest that comes late is measured from the hour that its channel chose, and one that Slack refuses is no good call', async () => {
  const scene = await openScene({ tolerated: { verdicts: ['channel_not_found'] } });
  await imported(scene);
  const context = await scene.context();
  const chosen = {
    workspaceId: context.workspace._id,
    hour: 8,
    zone: 'Europe/Amsterdam',
    chosenBy: 'U1MANAGER',
    chosenAt: new Date(scene.clock.now()),
  };
  await scene.engine.models.channels.create([
    { ...chosen, channelId: 'C1SALES' },
    { ...chosen, channelId: 'C9NONE' },
  ]);
  scene.clock.moveTo('2025-11-14T08:05:00+01:00');

  await runDue(scene.engine);

  const { values } = await collect(scene);
  expect(values.get('daybook_digest_delay_seconds_sum')).toBe(300);
  expect(values.get('daybook_slack_calls_total{method="chat.postMessage",outcome="ok"}')).toBeGreaterThan(0);
  expect(values.get('daybook_slack_calls_total{method="chat.postMessage",outcome="refused"}')).toBe(1);
});

test('with METRICS_TOKEN only who brings it reads the metrics', async () => {
  const scene = await openScene({ env: { METRICS_TOKEN: token } });

  const without = await collect(scene);
  const wrong = await collect(scene, { authorization: 'Bearer another-token-altogether' });
  const right = await collect(scene, { authorization: `Bearer ${token}` });

  expect([without.status, wrong.status, right.status]).toEqual([401, 401, 200]);
  expect(without.text).not.toContain('daybook_');
});

test('while the database is gone the metrics of the process are still told, and soon', async () => {
  let way: CuttableWay | undefined;
  const scene = await openScene({
    reach: async (uri) => {
      way = await cuttableWay(uri);
      return way;
    },
  });
  way?.cut();

  const { status, values } = await collect(scene);

  expect(status).toBe(200);
  expect(values.get('daybook_nights_running')).toBe(0);
  expect(values.get('daybook_figures')).toBeNaN();
  // What looked in vain ends after that, and must not end the process.
  await way?.connection.db?.command({ ping: 1 }).catch(() => undefined);
});
