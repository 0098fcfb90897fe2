import { expect, test, vi } from 'vitest';
import type { JsonObject } from '../../demo/slack/json.ts';
import { ask, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { linked } from './support/setup.ts';

const client = { LIGHTSPEED_R_CLIENT_ID: 'daybook', LIGHTSPEED_R_CLIENT_SECRET: 'client-secret' };

/** A scene whose Daybook is registered with Lightspeed, which says yes at once unless told otherwise. */
async function openOAuthScene(decision: 'allow' | 'deny' = 'allow') {
  const scene = await openScene({ env: client });
  const { lightspeed, config } = scene.workspace;
  lightspeed.oauth.register({
    id: client.LIGHTSPEED_R_CLIENT_ID,
    secret: client.LIGHTSPEED_R_CLIENT_SECRET,
    redirectUri: `http://127.0.0.1:${config.port}/lightspeed/oauth`,
  });
  lightspeed.oauth.autoApprove = decision;
  return scene;
}

/** Where the button of the link form leads. */
async function connectUrl(scene: Scene): Promise<string> {
  await scene.manager.command('/lightspeed link', { channel: 'general' });
  const form = await modalSaying(scene, 'API key');
  await scene.manager.click(form, 'Connect with Lightspeed');
  const url = urlIn(form.blocks);
  if (url === undefined) throw new Error('the form has no button that leads anywhere');
  return url;
}

function urlIn(blocks: readonly JsonObject[]): string | undefined {
  return /"url":"([^"]+)"/.exec(JSON.stringify(blocks))?.[1];
}

/** Follows the browser: to Lightspeed, and back to Daybook. */
async function browse(url: string) {
  const page = await fetch(url);
  return { status: page.status, address: page.url, headers: page.headers, text: await page.text() };
}

const links = (scene: Scene) =>
  scene.engine.models.links.find({ workspaceId: scene.slack.state.team.id }).lean();

test('a consent links the account; the browser and a message in Slack say so, with the way to map', async () => {
  const scene = await openOAuthScene();

  const page = await browse(await connectUrl(scene));

  const [link] = await links(scene);
  expect(page.status).toBe(200);
  expect(page.text).toContain('Blad &#38; Boon is linked.');
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(link).toMatchObject({ credential: 'oauth', linkedBy: 'U1MANAGER', state: 'active' });
  const told = scene.manager.seen('app').at(-1);
  if (!told) throw new Error('nothing was told');
  expect(told.text).toContain('*Blad &amp; Boon* is linked. 2 stores found.');
  await scene.manager.click(told, 'Map');
  expect((await modalSaying(scene, 'Which department')).words).toContain('Rotterdam');
  expect((await ask(scene, '/lightspeed status')).words).toContain('R-Series, connected with Lightspeed');
});

test('the way to Lightspeed asks for reading only and proves who began with PKCE', async () => {
  const scene = await openOAuthScene();

  const { searchParams } = new URL(await connectUrl(scene));

  expect(searchParams.get('scope')).toBe('employee:register_read employee:reports');
  expect(searchParams.get('code_challenge_method')).toBe('S256');
  expect(searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
  expect(searchParams.get('state')).toMatch(/^[\w-]{43}$/);
  expect(searchParams.has('client_secret')).toBe(false);
  const [request] = await scene.engine.models.consentRequests
    .find({ workspaceId: scene.slack.state.team.id })
    .lean();
  expect(JSON.stringify(request)).not.toContain(searchParams.get('state'));
});

test('a denied consent is told, and links nothing', async () => {
  const scene = await openOAuthScene('deny');

  const page = await browse(await connectUrl(scene));

  expect(page.text).toContain('You did not let Daybook read your account');
  expect(page.text).toContain('/lightspeed link');
  expect(await links(scene)).toEqual([]);
});

test('a way back that was used is refused, and so is one that was made up', async () => {
  const scene = await openOAuthScene();
  const { address } = await browse(await connectUrl(scene));
  const forged = new URL(address);
  forged.searchParams.set('state', 'x'.repeat(43));

  const pages = [await browse(address), await browse(forged.href)];

  for (const page of pages) {
    expect(page.status).toBe(400);
    expect(page.text).toContain('used before, or is older than ten minutes');
  }
  expect(await links(scene)).toHaveLength(1);
});

test('a way back after ten minutes is refused', async () => {
  const scene = await openOAuthScene();
  const url = await connectUrl(scene);
  scene.clock.moveTo('2025-11-13T10:10:00+01:00');

  const page = await browse(url);

  expect(page.status).toBe(400);
  expect(await links(scene)).toEqual([]);
});

test('a person who lost the right to manage meanwhile links nothing', async () => {
  const scene = await openOAuthScene();
  const workspaceId = scene.slack.state.team.id;
  const url = await connectUrl(scene);
  await scene.engine.models.consentRequests.updateMany({ workspaceId }, { $set: { userId: 'U2MEMBER' } });

  const page = await browse(url);

  expect(page.status).toBe(403);
  expect(page.text).toContain('Only managers may link accounts');
  expect(await links(scene)).toEqual([]);
});

test('an account linked by key may change to a consent, and keeps its stores and its link', async () => {
  const scene = await openOAuthScene();
  const before = await linked(scene);

  await browse(await connectUrl(scene));

  const [link, ...others] = await links(scene);
  expect(others).toEqual([]);
  expect(link).toMatchObject({ _id: before._id, credential: 'oauth', keyHint: '' });
});

test('Lightspeed being down is told in the browser, and nothing is linked', async () => {
  const scene = await openOAuthScene();
  const url = await connectUrl(scene);
  scene.workspace.lightspeed.faults.add({ kind: 'unavailable', path: '/token', times: 'always' });

  const page = await browse(url);

  expect(page.status).toBe(502);
  expect(page.text).toContain('Lightspeed does not answer right now. Nothing was linked.');
  expect(await links(scene)).toEqual([]);
});

test('without a client id there is no such button and no such address', async () => {
  const scene = await openScene();
  await scene.manager.command('/lightspeed link', { channel: 'general' });

  const form = await modalSaying(scene, 'API key');
  const page = await browse(
    `http://127.0.0.1:${scene.workspace.config.port}/lightspeed/oauth?state=x&code=y`,
  );

  expect(form.words).not.toContain('Connect with Lightspeed');
  expect(page.status).toBe(404);
});

test('the page and the message are in the language of who was sent, or of a browser nobody knows', async () => {
  const scene = await openOAuthScene();
  const url = await connectUrl(scene);
  scene.slack.setLocale('U1MANAGER', 'nl-NL');
  const inAMinute = performance.now() + 61_000;
  const later = vi.spyOn(performance, 'now').mockImplementation(() => inAMinute);

  const page = await browse(url);
  later.mockRestore();
  const { port } = scene.workspace.config;
  const unknown = await fetch(`http://127.0.0.1:${port}/lightspeed/oauth?state=none&code=1`, {
    headers: { 'Accept-Language': 'nl-BE,nl;q=0.9,en;q=0.5' },
  });

  expect(page.text).toContain('<html lang="nl">');
  expect(page.text).toContain('Blad &#38; Boon is gekoppeld.');
  expect(scene.manager.seen('app').at(-1)?.text).toContain('is gekoppeld. 2 winkels gevonden.');
  expect(await unknown.text()).toContain('Deze pagina is al gebruikt');
});
