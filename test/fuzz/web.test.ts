import fc from 'fast-check';
import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { openMany } from '../story/support/many.ts';
import { fuzzTimeout, runsOf, texts } from './support/runs.ts';

const paths = fc.constantFrom(
  '/lightspeed/key',
  '/lightspeed/oauth',
  '/slack/install',
  '/slack/oauth_redirect',
  '/slack/events',
  '/healthz',
  '/readyz',
  '/metrics',
  '/nothing',
);

const names = fc.oneof(fc.constantFrom('token', 'code', 'state', 'error', 'key', '__proto__'), texts);
const queries = fc
  .array(fc.tuple(names, texts), { maxLength: 4 })
  .map((pairs) => new URLSearchParams(pairs).toString());

test('any query, header or form that a browser may bring is answered', { timeout: fuzzTimeout }, async () => {
  const scene = await openMany({ worlds: [worldOf({ shops: [] })] });
  const { engine, url } = scene;
  const before = await engine.models.workspaces.countDocuments();
  const visit = fc.record({
    path: paths,
    query: queries,
    body: fc.option(fc.oneof(queries, texts)),
    language: fc.stringMatching(/^[\w,;=. -]{0,30}$/),
    site: fc.constantFrom('same-origin', 'cross-site', 'none'),
  });

  await fc.assert(
    fc.asyncProperty(visit, async ({ path, query, body, language, site }) => {
      const response = await fetch(`${url}${path}?${query}`, {
        ...(body === null ? {} : { method: 'POST', body }),
        headers: { 'accept-language': language, 'sec-fetch-site': site },
        redirect: 'manual',
        signal: AbortSignal.timeout(3_000),
      });
      const text = await response.text();

      // Slack's own word for a consent that it does not know, which a browser may make up.
      const most = path === '/slack/oauth_redirect' ? 502 : 499;
      expect(response.status).toBeLessThanOrEqual(most);
      expect(text).not.toMatch(/\n\s+at .+:\d+:\d+/);
    }),
    runsOf(0.05),
  );

  expect(await engine.models.links.countDocuments({ workspaceId: 'T1' })).toBe(0);
  expect(await engine.models.workspaces.countDocuments()).toBe(before);
});
