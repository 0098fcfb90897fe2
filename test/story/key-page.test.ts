import { afterEach, expect, test, vi } from 'vitest';
import { people } from '../../demo/local-workspace.ts';
import type { PersonDriver } from '../../demo/slack/driver/person.ts';
import { createLogger } from '../../src/logger.ts';
import { FormTooLargeError, readForm } from '../../src/slack/web-form.ts';
import { modalSaying } from './support/look.ts';
import { openScene, type Scene, type SceneOptions } from './support/scene.ts';
import { linked } from './support/setup.ts';
import { recordWire } from './support/wire.ts';

/** What browsers know Daybook by; nothing listens there. */
const publicUrl = 'https://daybook.example.com';
const open = (options: SceneOptions = {}) => openScene({ env: { PUBLIC_URL: publicUrl }, ...options });

afterEach(() => {
  vi.restoreAllMocks();
});

/** Where the button of the link form leads, as a browser of that person reaches it. */
async function pageUrl(scene: Scene, person: PersonDriver = scene.manager): Promise<URL> {
  await person.command('/lightspeed link', { channel: 'general' });
  const form = await modalSaying(scene, 'API', person);
  const address = /"url":"([^"]+\/lightspeed\/key[^"]+)"/.exec(JSON.stringify(form.blocks))?.[1] ?? '';
  await person.close(form);
  return new URL(address.replace(publicUrl, `http://127.0.0.1:${scene.workspace.config.port}`));
}

/** What a browser does that shows the page and sends its form. */
async function send(url: URL, sent: Record<string, string>, headers: Record<string, string> = {}) {
  const token = url.searchParams.get('token') ?? '';
  const response = await fetch(`${url.origin}${url.pathname}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
    body: new URLSearchParams({ token, ...sent }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function look(url: URL, method = 'GET') {
  const response = await fetch(url, { method });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const links = async (scene: Scene) =>
  scene.engine.models.links.find({ workspaceId: scene.slack.state.team.id }).lean();

test('a key entered on the page links the account; the page and a message in Slack say so', async () => {
  const scene = await open();
  const url = await pageUrl(scene);
  const page = await look(url);

  const done = await send(url, { key: ' key-1 ' });

  expect(page.text).toContain('<label for="key">API key</label>');
  expect(page.text).toContain('type="password"');
  expect(page.text).toContain('good once, for 10 more minutes');
  expect(page.text).not.toContain('<script');
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*form-action 'self'/);
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  expect(done).toMatchObject({ status: 200 });
  expect(done.text).toContain('Blad &#38; Boon is linked.');
  expect(await links(scene)).toMatchObject([{ linkedBy: 'U1MANAGER', state: 'active', credential: 'key' }]);
  expect(scene.manager.seen('app').at(-1)?.text).toContain('*Blad &amp; Boon* is linked. 2 stores found.');
});

test('the page speaks the language of the person, and says for which account it is', async () => {
  const scene = await open({
    slack: { people: people.map((person) => ({ ...person, locale: 'nl-NL' })) },
  });
  await linked(scene);
  const { _id } = (await links(scene))[0] ?? { _id: '' };
  scene.world.revokeKey('key-1');
  await scene.engine.models.links.updateOne(
    { workspaceId: scene.slack.state.team.id, _id },
    { state: 'refused' },
  );
  await scene.manager.command('/lightspeed status', { channel: 'general' });
  const status = await scene.slack.waitFor(
    () => scene.manager.seen('general').find(({ words }) => words.includes('Blad')),
    5_000,
    'the status',
  );
  await scene.manager.click(status, 'Nieuwe sleutel');
  const form = await modalSaying(scene, 'webpagina');
  const address = /"url":"([^"]+\/lightspeed\/key[^"]+)"/.exec(JSON.stringify(form.blocks))?.[1] ?? '';
  const url = new URL(address.replace(publicUrl, `http://127.0.0.1:${scene.workspace.config.port}`));

  const page = await look(url);
  scene.world.keys.set('key-2', 'good');
  const done = await send(url, { key: 'key-2' });

  expect(page.text).toContain('<html lang="nl">');
  expect(page.text).toContain('Vul de nieuwe sleutel van Blad &#38; Boon in');
  expect(done.text).toContain('Blad &#38; Boon heeft zijn nieuwe sleutel.');
  expect(await links(scene)).toMatchObject([{ _id, state: 'active', keyHint: 'ey-2' }]);
});

test('previews of the address and looking twice use nothing up; a key does, in whichever window', async () => {
  const scene = await open();
  const url = await pageUrl(scene);

  const looks = [await look(url, 'HEAD'), await look(url), await look(url)];
  const first = await send(url, { key: 'key-1' });
  const second = await send(url, { key: 'key-1' });
  const after = await look(url);

  expect(looks.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(looks[0]?.text).toBe('');
  expect(first.status).toBe(200);
  for (const page of [second, after]) {
    expect(page.status).toBe(400);
    expect(page.text).toContain('used before, or is older than ten minutes');
  }
  expect(await scene.engine.models.keyPages.countDocuments({ workspaceId: scene.slack.state.team.id })).toBe(
    0,
  );
});

test('a wrong key may be tried again on the same page, five times in all', async () => {
  const scene = await open();
  const url = await pageUrl(scene);

  const tries = [];
  for (let number = 1; number <= 5; number += 1) tries.push(await send(url, { key: `wrong-${number}` }));
  const afterwards = await send(url, { key: 'key-1' });

  expect(tries.map(({ status }) => status)).toEqual([422, 422, 422, 422, 403]);
  expect(tries[0]?.text).toContain('Lightspeed refused this key. Nothing was saved.');
  expect(tries[0]?.text).toContain('You may try 4 more times here.');
  expect(tries[3]?.text).toContain('1 more time here');
  expect(tries.some(({ text }) => text.includes('wrong-'))).toBe(false);
  expect(afterwards.status).toBe(400);
  expect(await links(scene)).toEqual([]);
});

test('a wrong key and then the right one links', async () => {
  const scene = await open();
  const url = await pageUrl(scene);
  await send(url, { key: 'wrong' });
  await send(url, { key: '' });

  const done = await send(url, { key: 'key-1' });

  expect(done.status).toBe(200);
  expect(await links(scene)).toHaveLength(1);
});

test('of two windows that send at once one waits its turn, and one account is linked', async () => {
  const scene = await open();
  const url = await pageUrl(scene);

  const both = await Promise.all([send(url, { key: 'key-1' }), send(url, { key: 'key-1' })]);

  const statuses = both.map(({ status }) => status).sort();
  expect(statuses[0]).toBe(200);
  expect([400, 409]).toContain(statuses[1]);
  expect(await links(scene)).toHaveLength(1);
});

test('a page older than ten minutes is refused, and so is one that was made up', async () => {
  const scene = await open();
  const url = await pageUrl(scene);
  const forged = new URL(url);
  forged.searchParams.set('token', 'x'.repeat(43));
  const none = new URL(`${url.origin}${url.pathname}`);
  scene.clock.moveTo('2025-11-13T10:10:00+01:00');

  const pages = [await look(url), await send(url, { key: 'key-1' }), await look(forged), await look(none)];
  const sentForged = await send(forged, { key: 'key-1' });

  for (const page of [...pages, sentForged]) expect(page.status).toBe(400);
  expect(await links(scene)).toEqual([]);
});

test('a form from another site, one that is too long and one from who manages no more change nothing', async () => {
  const scene = await open();
  const url = await pageUrl(scene);
  const workspaceId = scene.slack.state.team.id;

  const elsewhere = await send(url, { key: 'key-1' }, { 'sec-fetch-site': 'cross-site' });
  const long = await send(url, { key: 'k'.repeat(9_000) });
  await scene.engine.models.keyPages.updateMany({ workspaceId }, { $set: { userId: 'U2MEMBER' } });
  const member = await send(url, { key: 'key-1' });

  expect(elsewhere.status).toBe(403);
  expect(long).toMatchObject({ status: 413 });
  expect(long.text).toContain('far too long for a key');
  expect(member.status).toBe(403);
  expect(member.text).toContain('Only managers may link accounts');
  expect(await links(scene)).toEqual([]);
});

test('a form without an end is not read to its end, and little of it is kept', async () => {
  let given = 0;
  async function* endless() {
    for (;;) {
      given += 1;
      yield Buffer.alloc(65_536, 'k');
    }
  }

  await expect(readForm(endless())).rejects.toThrow(FormTooLargeError);

  expect(given).toBeLessThan(20);
});

test('Lightspeed being down is told on the page, where it can be tried again', async () => {
  const scene = await open();
  const url = await pageUrl(scene);
  scene.workspace.lightspeed.faults.add({ kind: 'unavailable', times: 'always' });

  const down = await send(url, { key: 'key-1' });

  expect(down.status).toBe(422);
  expect(down.text).toContain('Lightspeed does not answer right now. Nothing was saved.');
  expect(await links(scene)).toEqual([]);
});

test('the key is in no log, in nothing that Slack was sent, in no address and not in the database', async () => {
  const planted = 'planted-0123456789abcdef-SECRET-tail';
  const logs: string[] = [];
  const wire = recordWire();
  const scene = await open({ logger: createLogger('trace', { write: (line) => logs.push(line) }) });
  const url = await pageUrl(scene);
  await send(url, { key: planted });
  scene.world.keys.set(planted, 'good');

  const done = await send(url, { key: planted });

  const toSlack = wire.filter(({ url }) => url.startsWith(scene.slack.url));
  const names = (await scene.connection.db?.listCollections().toArray()) ?? [];
  const kept = await Promise.all(names.map(({ name }) => scene.connection.collection(name).find().toArray()));
  expect(done.status).toBe(200);
  expect(toSlack.length).toBeGreaterThan(0);
  expect(toSlack.filter(({ sent, answered }) => `${sent}${answered}`.includes(planted))).toEqual([]);
  expect(wire.filter(({ url }) => url.includes(planted))).toEqual([]);
  expect(wire.filter(({ answered }) => answered.includes(planted))).toEqual([]);
  expect(logs.filter((line) => line.includes(planted))).toEqual([]);
  expect(logs.join('')).not.toContain(url.searchParams.get('token'));
  expect(JSON.stringify(kept)).not.toContain(planted.slice(0, 12));
  expect(JSON.stringify(kept)).not.toContain(url.searchParams.get('token'));
});

test('where browsers cannot reach Daybook, or what they send would travel in the open, there is no such page', async () => {
  const nowhere = await openScene();
  const inTheOpen = await openScene({ env: { PUBLIC_URL: 'http://daybook.example.com' } });

  for (const scene of [nowhere, inTheOpen]) {
    await scene.manager.command('/lightspeed link', { channel: 'general' });
    const form = await modalSaying(scene, 'API key');
    expect(JSON.stringify(form.blocks)).not.toContain('/lightspeed/key');
  }
});
