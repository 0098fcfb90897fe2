import { expect, test } from 'vitest';
import { runDue } from '../../../src/run-due.ts';
import { addDays } from '../../../src/turnover/trading-day.ts';
import { crashingAt } from '../../support/crash.ts';
import { workspaceId } from '../../support/engine.ts';
import { keptTokens, linkedByConsent, startOAuthBench, tokenRequests } from './consent.ts';

test('a crash at any step of a night that renews tokens never loses the consent: the next process reads the account', async () => {
  const bench = await startOAuthBench();
  const { models } = bench.engine;
  let date = '2025-11-14';
  let crashes = 0;

  // Every night renews, for a token lives an hour; so each one can die a step later than the one before. Each has a consent
  // of its own, since Lightspeed lets none be renewed more than five times a minute.
  for (let at = 1; ; at += 1) {
    bench.clock.moveTo(`${addDays(date, -1)}T10:00:00+01:00`);
    const { link } = await linkedByConsent(bench);
    bench.clock.moveTo(`${date}T03:00:30+01:00`);
    const before = await keptTokens(bench, link._id);
    const crashing = crashingAt(bench.engine, at);
    const died = await runDue(crashing.engine).then(
      () => crashing.crashed(),
      () => true,
    );
    if (!died) break;
    crashes += 1;
    // Longer than a lease, and than the wait after a failure.
    bench.clock.pass(6 * 60_000);
    await runDue(bench.engine);

    const night = await models.nights.findOne({ workspaceId, date }).lean();
    const now = await models.links.findOne({ workspaceId, _id: link._id }).lean();
    const after = await keptTokens(bench, link._id);
    const name = `after a crash at step ${at}`;
    expect(night, name).toMatchObject({ state: 'done' });
    expect([now?.state, now?.troubleSince], name).toEqual(['active', null]);
    expect([after.accessToken, after.refreshToken], name).not.toContain(before.accessToken);
    expect([after.accessToken, after.refreshToken], name).not.toContain(before.refreshToken);
    date = addDays(date, 1);
  }

  const states = await models.figures.distinct('state', { workspaceId, day: { $lt: addDays(date, -1) } });
  expect(states).toEqual(['final']);
  expect(bench.delivery.messages).toEqual([]);
  expect(crashes).toBeGreaterThan(20);
  // Only a crash between the answer and the keeping of it costs one renewal more.
  expect(tokenRequests(bench)).toBeLessThanOrEqual(crashes + 2);
}, 240_000);
