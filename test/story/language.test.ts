import { beforeEach, expect, test } from 'vitest';
import type { SeenView } from '../../demo/slack/driver/look.ts';
import { chooseChannel } from '../../src/digest/choose-channel.ts';
import { runDue } from '../../src/run-due.ts';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported, linked } from './support/setup.ts';

/** Words that stand on every English surface that is looked at here, and on no Dutch one. */
const english =
  /\b(?:the|this|that|not|your|you|(?<!\/)turnover|department|stores|nothing|choose|saved|yesterday)\b/i;

let scene: Scene;

beforeEach(async () => {
  scene = await openScene();
  scene.slack.setLocale('U1MANAGER', 'nl-NL');
});

test.each([
  ['/lightspeed', 'Wat Daybook kan'],
  ['/lightspeed help', '`/lightspeed koppelen`'],
  ['/lightspeed stauts', 'Bedoelde je `/lightspeed status`?'],
  ['/lightspeed instelingen', 'Bedoelde je `/lightspeed instellingen`?'],
  ['/lightspeed status', 'Er is nog geen Lightspeed-account gekoppeld.'],
  ['/lightspeed import', 'Er is nog geen Lightspeed-account gekoppeld.'],
  ['/lightspeed link zomaar-iets', 'Typ nooit een sleutel achter een commando'],
  ['/turnover', 'Daybook heeft geen cijfers van'],
])('whose Slack is in Dutch is answered in Dutch: %s', async (line, words) => {
  const answer = await answerWith(line, words);

  expect(answer).not.toMatch(english);
});

test('figures, days and states are written as in the Netherlands', async () => {
  await imported(scene);

  const { text, words } = await ask(scene, '/turnover 2025-11-12');

  expect(plainly(text)).toContain('Omzet 2025-11-12 (wo 12 nov 2025): € 1.200,00 excl. btw.');
  expect(words).toContain('Voorlopig: komende nacht');
  expect(words).not.toMatch(english);
});

test('what nobody can read is told in Dutch too', async () => {
  const { text } = await ask(scene, '/turnover ooit');

  expect(text).not.toMatch(english);
  expect(text).toContain('“ooit”');
});

test.each([
  ['koppelen', 'API-sleutel'],
  ['afdelingen', 'Nieuwe afdeling'],
  ['instellingen', 'Uur van het ochtendbericht'],
  ['ontkoppelen', 'ontkoppelen?'],
])(
  '/lightspeed %s opens its form in Dutch, from the first moment once the person is known',
  async (word, words) => {
    await linked(scene);
    await ask(scene, '/lightspeed');

    await scene.manager.command(`/lightspeed ${word}`, { channel: 'general' });
    const form = await modalSaying(scene, words);
    const [opened] = scene.slack.traffic.log.filter(({ name }) => name === 'views.open');

    expect(scene.manager.seen('general').filter(({ isEphemeral }) => isEphemeral)).toHaveLength(1);
    expect(JSON.stringify(opened?.request)).toContain('Een ogenblik');
    expect(`${form.title} ${labelsOf(form)} ${form.submit} ${form.close}`).not.toMatch(english);
  },
);

test('errors in a form and what comes of it are in Dutch', async () => {
  await ask(scene, '/lightspeed');
  await scene.manager.command('/lightspeed koppelen', { channel: 'general' });
  const form = await modalSaying(scene, 'API-sleutel');

  await scene.manager.type(form, 'API-sleutel', ' ');
  await scene.manager.submit(form);
  const empty = Object.values(modalOf(scene.manager).errors);
  await scene.manager.type(form, 'API-sleutel', 'key-wrong');
  await scene.manager.submit(form);
  const refused = Object.values(modalOf(scene.manager).errors);
  await scene.manager.type(form, 'API-sleutel', 'key-1');
  await scene.manager.submit(form);
  const done = await modalSaying(scene, 'is gekoppeld');

  expect(empty).toEqual(['Plak hier de API-sleutel.']);
  expect(refused.join()).toContain('Lightspeed weigerde deze sleutel.');
  expect(done.words).not.toMatch(english);
});

test('a colleague whose Slack is in English reads English in the same workspace', async () => {
  await imported(scene);

  const { text } = await ask(scene, '/turnover 2025-11-12', scene.member);

  expect(text).toContain('€1,200.00 excl. VAT');
});

test('a language changed in Slack is spoken from then on, and in the Home that is open', async () => {
  await imported(scene);
  await scene.manager.openHome();
  const before = await ask(scene, '/turnover 2025-11-12');

  scene.slack.setLocale('U1MANAGER', 'en-US');
  await scene.slack.eventsSettled();
  const after = await ask(scene, '/turnover 2025-11-12');
  const home = await scene.slack.waitFor(
    () => /Settings/.test(scene.manager.home()?.words ?? '') || undefined,
    5_000,
    'Home in English',
  );

  expect(before.words).toContain('Voorlopig');
  expect(after.words).toContain('Provisional');
  expect(home).toBe(true);
});

test('a refusal is in the language of who is refused', async () => {
  scene.slack.setLocale('U2MEMBER', 'nl-BE');

  const { text } = await ask(scene, '/lightspeed import', scene.member);

  expect(text).toContain('Dit kunnen alleen beheerders');
});

test('a language that Daybook does not speak gives way to that of the workspace', async () => {
  await linked(scene);
  scene.slack.setLocale('U2MEMBER', 'fr-FR');

  const { text } = await ask(scene, '/lightspeed', scene.member);
  const later = await ask(scene, '/lightspeed status', scene.member);

  expect(`${text} ${later.words}`).not.toMatch(english);
});

test('channels are told in the language of who linked', async () => {
  await imported(scene);
  await digestTo(scene, 'C1SALES');

  const [digest] = scene.manager.seen('sales');

  expect(plainly(digest?.text ?? '')).toContain('€ 1.200,00 excl. btw op wo 12 nov');
});

test('the setting decides for channels, and for nobody who reads alone', async () => {
  await imported(scene);
  await scene.manager.command('/lightspeed instellingen', { channel: 'general' });
  const form = await modalSaying(scene, 'Taal in kanalen');
  await scene.manager.select(form, 'Taal in kanalen', 'English');
  await scene.manager.submit(form);
  const saved = await modalSaying(scene, 'Opgeslagen');
  await scene.manager.close(saved);
  await digestTo(scene, 'C1SALES');

  const [digest] = scene.manager.seen('sales');
  const log = await ask(scene, '/turnover 2025-11-12');
  await scene.manager.click(log, 'Delen in kanaal');
  const shared = await scene.slack.waitFor(
    () => scene.member.seen('general').find(({ isEphemeral }) => !isEphemeral),
    5_000,
    'the log in the channel',
  );

  expect(digest?.text).toContain('€1,200.00 excl. VAT on Wed 12 Nov');
  expect(log.text).toContain('Omzet 2025-11-12');
  expect(shared.text).toContain('Turnover 2025-11-12');
});

test('news of a link goes to each in their own language', async () => {
  await imported(scene);
  const context = await scene.context();
  await scene.engine.models.workspaces.updateOne(
    { _id: context.workspace._id },
    { $set: { managers: ['U1MANAGER', 'U2MEMBER'] } },
  );
  scene.world.revokeKey('key-1');

  scene.clock.moveTo('2025-11-14T07:00:00+01:00');
  await runDue(scene.engine);

  expect(
    scene.manager
      .seen('app')
      .map(({ text }) => text)
      .join(),
  ).toContain('accepteert de sleutel');
  expect(
    scene.member
      .seen('app')
      .map(({ text }) => text)
      .join(),
  ).toContain('no longer takes the key');
});

test('Home is in the language of who opens it', async () => {
  await imported(scene);

  await scene.manager.openHome();
  await scene.member.openHome();

  const mine = await scene.slack.waitFor(() => scene.manager.home(), 3_000, 'Home of the manager');
  const theirs = await scene.slack.waitFor(() => scene.member.home(), 3_000, 'Home of the member');
  expect(mine.words).not.toMatch(english);
  expect(theirs.words).toMatch(english);
});

/** What is answered, once it says the words: in a message or in a modal. */
async function answerWith(line: string, words: string): Promise<string> {
  await scene.manager.command(line, { channel: 'general' });
  return scene.slack.waitFor(
    () => {
      const all = scene.manager.seen('general').map((message) => `${message.text}\n${message.words}`);
      return all.find((text) => text.includes(words));
    },
    5_000,
    words,
  );
}

/** The digest of the day before, in a channel that was chosen in time for it. */
async function digestTo({ engine, clock, context }: Scene, channelId: string): Promise<void> {
  const now = await context();
  await chooseChannel(now, { channelId, hour: 8, userId: 'U1MANAGER' });
  await now.models.channels.updateOne(
    { workspaceId: now.workspace._id, channelId },
    { $set: { chosenAt: new Date(clock.now() - 86_400_000) } },
  );
  await runDue(engine);
}

function labelsOf({ blocks }: SeenView): string {
  return blocks
    .flatMap(({ label, hint }) => [label, hint])
    .map((text) => (text && typeof text === 'object' && 'text' in text ? `${text.text}` : ''))
    .join(' ');
}

/** With plain spaces for those that do not break. */
function plainly(text: string): string {
  return text.replaceAll(/\u00a0|\u202f/g, ' ');
}
