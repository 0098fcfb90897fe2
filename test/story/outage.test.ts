import { expect, onTestFinished, test } from 'vitest';
import { worldOf, xWorldOf } from '../../demo/lightspeed/world.ts';
import { startXSeries, type XSeries } from '../../demo/lightspeed/x-series/server.ts';
import { saveMapping } from '../../src/departments/save-mapping.ts';
import { chooseChannel } from '../../src/digest/choose-channel.ts';
import { linkAccount } from '../../src/lightspeed/link-account.ts';
import { createConnect } from '../../src/lightspeed/till.ts';
import { runDue } from '../../src/run-due.ts';
import { addDays, daysFrom } from '../../src/turnover/trading-day.ts';
import { ask } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { mapped } from './support/setup.ts';

const zone = 'Europe/Amsterdam';
const rotterdam = '0f0f0f0f-0000-4000-8000-000000000002';
const userId = 'U1MANAGER';

/** The mornings of an outage of three weeks. */
const dark = daysFrom('2025-11-14', '2025-12-04');
const mended = '2025-12-05';
/** The days of which Rotterdam was not read when their digest was told. */
const missed = dark.map((date) => addDays(date, -1));

/** Each store sells at noon of every day; the amount excl. VAT tells the day of the month. */
function noons(shopID: string, hundreds: number) {
  return daysFrom('2025-11-10', '2025-12-10').map((day) => ({
    at: `${day}T12:00:00+01:00`,
    gross: hundreds * 12_100 + Number(day.slice(-2)) * 121,
    tax: hundreds * 2_100 + Number(day.slice(-2)) * 21,
    shopID,
  }));
}

/** Amsterdam on one account and Rotterdam on another, both linked and mapped, with a digest at eight. */
async function twoAccounts(): Promise<{ scene: Scene; x: XSeries; linkId: string }> {
  let now = () => Date.parse('2025-11-12T10:00:00+01:00');
  const x = await startXSeries({
    world: xWorldOf({
      account: { name: 'Rotterdam BV', currency: 'EUR', symbol: '€' },
      shops: [{ shopID: rotterdam, name: 'Rotterdam', timeZone: zone }],
      sales: noons(rotterdam, 2),
      keys: ['lsxs_pt_first', 'lsxs_pt_second'],
    }),
    clock: () => now(),
  });
  onTestFinished(() => x.close());
  const scene = await openScene({
    world: worldOf({
      shops: [{ shopID: '1', name: 'Amsterdam', timeZone: zone }],
      sales: noons('1', 1),
    }),
    at: '2025-11-12T10:00:00+01:00',
    env: { LIGHTSPEED_X_URL: `${x.url}/{prefix}` },
  });
  now = scene.clock.now;
  await mapped(scene);
  const context = await scene.context();
  const { link } = await linkAccount(context, {
    key: 'lsxs_pt_first',
    prefix: 'demo',
    userId,
    deadline: 5_000,
  });
  await saveMapping(context, {
    linkId: link._id,
    choices: [{ storeId: rotterdam, target: { kind: 'new', name: 'Rotterdam' } }],
    userId,
  });
  await chooseChannel(context, { channelId: 'C1SALES', hour: 8, userId });
  await morning(scene, '2025-11-13');
  return { scene, x, linkId: link._id };
}

/** Nobody waits for the retries of a Lightspeed that is away. */
function doWhatIsDue({ engine, workspace }: Scene): Promise<void> {
  const connect = createConnect({ ...workspace.config.lightspeed, sleep: async () => undefined });
  return runDue({ ...engine, connect });
}

/** A night and the digest after it. */
async function morning(scene: Scene, date: string): Promise<void> {
  for (const time of ['03:00:30', '08:00:10']) {
    scene.clock.moveTo(`${date}T${time}+01:00`);
    await doWhatIsDue(scene);
  }
}

/** The digest of a day, and what stands in its thread. */
function digestOf({ manager }: Scene, day: string) {
  const name = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const said = manager.seen('sales').filter(({ fromApp }) => fromApp);
  const digests = said.filter(
    ({ threadTs, text }) => threadTs === undefined && new RegExp(`VAT on \\w{3} ${name}\\b`).test(text),
  );
  const [digest] = digests;
  if (!digest || digests.length > 1) throw new Error(`${digests.length} digests of ${day}`);
  return { digest, thread: said.filter(({ threadTs }) => threadTs === digest.ts) };
}

/** What a day's digest says when all is in, the total excl. VAT. */
function totalOf(day: string): string {
  return `€${300 + 2 * Number(day.slice(-2))}.00 excl. VAT`;
}

async function rotterdamKept(scene: Scene) {
  return scene.engine.models.figures
    .find({ workspaceId: scene.slack.state.team.id, storeId: rotterdam })
    .sort({ day: 1 })
    .lean();
}

/** The last day of each stream of sales that was asked for. */
function streams(x: XSeries): string[] {
  return x.requests
    .filter(({ path, query }) => path.endsWith('/search') && query['offset'] === '0')
    .map(({ query }) => String(query['date_to']).slice(0, 10));
}

test('an account that was away for three weeks fills its days newest first, once, and every digest is completed', async () => {
  const { scene, x, linkId } = await twoAccounts();
  const first = digestOf(scene, '2025-11-12').digest.text;
  x.faults.add({ kind: 'unavailable', times: 'always' });

  for (const date of dark) await morning(scene, date);

  const meanwhile = missed.map((day) => digestOf(scene, day));
  const log = await ask(scene, `/turnover ${missed[3]}`);
  x.faults.clear();
  x.requests.length = 0;
  await morning(scene, mended);
  await scene.engine.models.nights.updateMany(
    { workspaceId: scene.slack.state.team.id, linkId, state: 'done' },
    { $set: { state: 'waiting', dueAt: new Date(scene.clock.now()) } },
  );
  const kept = await rotterdamKept(scene);
  await doWhatIsDue(scene);

  expect(first).toContain(totalOf('2025-11-12'));
  for (const [index, { digest, thread }] of meanwhile.entries()) {
    const day = missed[index] ?? '';
    expect(digest.text, day).toContain(`€${100 + Number(day.slice(-2))}.00 excl. VAT`);
    expect(digest.text, day).toContain('1 of 2 stores in');
    expect(digest.words, day).toContain('Not in yet: Rotterdam. This message is completed when they are.');
    expect(
      thread.filter(({ text }) => text.includes('Corrected')),
      day,
    ).toEqual([]);
  }
  expect(log.words).toContain('• Rotterdam: not in');
  expect(log.words).not.toContain('€0.00');

  for (const day of missed) {
    const { digest, thread } = digestOf(scene, day);
    expect(digest.text, day).toContain(totalOf(day));
    expect(digest.text, day).not.toContain('stores in');
    expect(digest.words, day).not.toContain('Not in yet');
    expect(
      thread.filter(({ text }) => text.includes('Rotterdam is in: €')),
      day,
    ).toHaveLength(1);
  }
  expect(kept.map(({ day, state }) => `${day} ${state}`)).toEqual([
    ...daysFrom('2025-11-11', '2025-12-03').map((day) => `${day} final`),
    '2025-12-04 provisional',
  ]);
  // The day of the last good night was provisional, so it has a second revision; all others have one.
  expect(kept.filter(({ revisions }) => revisions.length > 1).map(({ day }) => day)).toEqual(['2025-11-12']);
  expect(kept.filter(({ day }) => missed.includes(day)).map(({ revisions }) => revisions[0]?.source)).toEqual(
    [...missed.slice(0, -1).map(() => 'catch-up'), 'night'],
  );
  expect(streams(x).slice(0, 4)).toEqual(['2025-12-04', '2025-12-02', '2025-11-25', '2025-11-18']);
  expect(await rotterdamKept(scene)).toEqual(kept);
}, 120_000);

test('people hear of an outage once, after a day, and of its end nothing but figures', async () => {
  const { scene, x } = await twoAccounts();
  x.faults.add({ kind: 'unavailable', times: 'always' });
  const told: string[] = [];

  for (const date of [...dark, mended]) {
    if (date === mended) x.faults.clear();
    await morning(scene, date);
    if (scene.manager.seen('app').length > told.length) told.push(date);
  }

  const [message, ...others] = scene.manager.seen('app');
  expect(told).toEqual(['2025-11-15']);
  expect(message?.text).toContain('*Rotterdam BV* could not be read since');
  expect(others).toEqual([]);
  expect((await ask(scene, '/lightspeed status')).words).toContain(
    'It can again, and the missed days were made up for.',
  );
}, 120_000);

test('a refused token is told at once and once a week; with a new one the days are made up for', async () => {
  const { scene, x } = await twoAccounts();
  x.faults.add({ kind: 'unauthorized', times: 'always' });
  for (const date of dark) await morning(scene, date);
  const told = scene.manager.seen('app').map(({ text }) => text);
  x.faults.clear();

  scene.clock.moveTo(`${mended}T02:00:00+01:00`);
  await linkAccount(await scene.context(), {
    key: 'lsxs_pt_second',
    prefix: 'demo',
    userId,
    deadline: 5_000,
  });
  await morning(scene, mended);

  expect(told).toHaveLength(3);
  expect(told[0]).toMatch(/^Lightspeed no longer takes the key of \*Rotterdam BV\*/);
  for (const reminder of told.slice(1)) expect(reminder).toMatch(/^Still so: /);
  for (const day of missed) expect(digestOf(scene, day).digest.text, day).toContain(totalOf(day));
  expect(
    (await rotterdamKept(scene)).filter(({ state }) => state === 'provisional').map(({ day }) => day),
  ).toEqual(['2025-12-04']);
}, 120_000);
