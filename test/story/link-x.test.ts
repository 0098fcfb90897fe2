import { afterEach, expect, test } from 'vitest';
import { xWorldOf } from '../../demo/lightspeed/world/hand-x.ts';
import { startXSeries, type XSeries } from '../../demo/lightspeed/x-series/server.ts';
import { saveMapping } from '../../src/departments/save-mapping.ts';
import { importNow } from '../../src/turnover/import-now.ts';
import { forgeChoice } from './support/forge.ts';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';

const outlet = '0f0f0f0f-0000-4000-8000-000000000001';
const at = '2025-11-13T10:00:00+13:00';
const started: XSeries[] = [];

afterEach(async () => {
  for (const one of started.splice(0)) await one.close();
});

/** A scene beside which the X-Series stand-in has a shop under the prefix `demo`. */
async function openXScene() {
  const world = xWorldOf({
    account: { name: 'Kiwi & Co' },
    shops: [{ shopID: outlet, name: 'Queen Street', timeZone: 'Pacific/Auckland' }],
    sales: [
      { at: '2025-11-12T12:00:00+13:00', gross: 11_500, shopID: outlet },
      { at: '2025-11-12T13:00:00+13:00', gross: 2_300, shopID: outlet, completed: false },
    ],
  });
  const x = await startXSeries({ world, clock: () => Date.parse(at) });
  started.push(x);
  const scene = await openScene({ at, env: { LIGHTSPEED_X_URL: `${x.url}/{prefix}` } });
  return { scene, x };
}

async function openXForm(scene: Scene) {
  await scene.manager.command('/lightspeed link', { channel: 'general' });
  const form = await modalSaying(scene, 'API key');
  await scene.manager.select(form, 'Lightspeed Retail series', 'X-Series');
  return modalSaying(scene, 'Domain prefix');
}

const links = (scene: Scene) =>
  scene.engine.models.links.find({ workspaceId: scene.slack.state.team.id }).lean();

test('an X-Series account is linked by its domain prefix and personal token', async () => {
  const { scene } = await openXScene();
  const form = await openXForm(scene);
  await scene.manager.type(form, 'Domain prefix', 'demo');
  await scene.manager.type(form, 'API key', 'lsxs_pt_hand');

  await scene.manager.submit(form);

  const done = await modalSaying(scene, 'is linked');
  const [link] = await links(scene);
  expect(done.words).toContain('*Kiwi &amp; Co* is linked.');
  expect(done.words).toContain('X-Series (demo), token ending in hand');
  expect(done.words).not.toContain('lsxs_pt');
  expect(link).toMatchObject({ series: 'x', credential: 'token', prefix: 'demo', currency: 'NZD' });
  await scene.manager.click(done, 'Map');
  expect((await modalSaying(scene, 'Which department')).words).toContain('Queen Street');
});

test('the address of the shop in the place of the prefix is shown as the prefix', async () => {
  const { scene } = await openXScene();
  const form = await openXForm(scene);
  await scene.manager.type(form, 'Domain prefix', 'https://Demo.retail.lightspeed.app/setup');
  await scene.manager.type(form, 'API key', 'lsxs_pt_hand');

  await scene.manager.submit(form);

  expect((await modalSaying(scene, 'is linked')).words).toContain('X-Series (demo), token ending in hand');
});

test('a sale that an X-Series till has not closed is among the causes of a difference', async () => {
  const { scene } = await openXScene();
  const form = await openXForm(scene);
  await scene.manager.type(form, 'Domain prefix', 'demo');
  await scene.manager.type(form, 'API key', 'lsxs_pt_hand');
  await scene.manager.submit(form);
  const [link] = await links(scene);
  if (!link) throw new Error('no link');
  const target = { kind: 'new', name: 'Shop' } as const;
  const choices = [{ storeId: outlet, target }];
  await saveMapping(await scene.context(), { linkId: link._id, choices, userId: scene.manager.id });
  await importNow(await scene.context(), { link });

  const { words } = await ask(scene, '/turnover 2025-11-12 reconcile 120');

  expect(words).toContain('• one sale begun that day and still open: +NZ$20.00, makes NZ$120.00 excl. VAT');
});

test('the sales of an X-Series account come in like those of any other', async () => {
  const { scene } = await openXScene();
  const form = await openXForm(scene);
  await scene.manager.type(form, 'Domain prefix', 'demo');
  await scene.manager.type(form, 'API key', 'lsxs_pt_hand');
  await scene.manager.submit(form);
  const [link] = await links(scene);
  if (!link) throw new Error('no link');

  const { outcome } = await importNow(await scene.context(), { link });

  const { words } = await ask(scene, '/turnover 2025-11-12');
  expect(outcome).toBe('done');
  expect(words).toContain('Queen Street');
  expect(words).toContain('NZ$100.00');
});

test('a form whose client did not tell of the series gets the field for the prefix on submit', async () => {
  const { scene } = await openXScene();
  await scene.manager.command('/lightspeed link', { channel: 'general' });
  const form = await modalSaying(scene, 'API key');
  await scene.manager.type(form, 'API key', 'lsxs_pt_hand');
  forgeChoice(scene, form, { blockId: 'series', actionId: 'pick_series', value: 'x' });

  await scene.manager.submit(form);

  const next = modalOf(scene.manager);
  expect(next.words).toContain('An X-Series account needs its domain prefix too.');
  await scene.manager.type(next, 'Domain prefix', 'demo');
  await scene.manager.type(next, 'API key', 'lsxs_pt_hand');
  await scene.manager.submit(next);
  await modalSaying(scene, 'is linked');
});

test.each([
  ['an empty prefix', { prefix: ' ', token: 'lsxs_pt_hand' }, 'Give the first part of your shop’s address'],
  ['what is no prefix', { prefix: 'my shop!', token: 'lsxs_pt_hand' }, 'This is no domain prefix'],
  ['a wrong token', { prefix: 'demo', token: 'lsxs_pt_wrong' }, 'Lightspeed refused this token'],
  [
    'a shop that is not there',
    { prefix: 'nowhere', token: 'lsxs_pt_hand' },
    'No shop answers under this prefix',
  ],
])('%s is told at its field, and nothing is kept', async (_what, { prefix, token }, said) => {
  const { scene } = await openXScene();
  const form = await openXForm(scene);
  await scene.manager.type(form, 'Domain prefix', prefix);
  await scene.manager.type(form, 'API key', token);

  await scene.manager.submit(form);

  expect(Object.values(modalOf(scene.manager).errors)).toEqual([expect.stringContaining(said)]);
  expect(await links(scene)).toEqual([]);
});

test('a change of mind back to R-Series takes the prefix away again', async () => {
  const { scene } = await openXScene();
  const form = await openXForm(scene);

  await scene.manager.select(form, 'Lightspeed Retail series', 'R-Series');

  const back = await modalSaying(scene, 'Client API Access');
  expect(back.words).not.toContain('Domain prefix');
});
