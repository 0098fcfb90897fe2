import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import { chooseChannel } from '../../src/digest/choose-channel.ts';
import { createLogger } from '../../src/logger.ts';
import { addNote } from '../../src/notes/write-note.ts';
import { runDue } from '../../src/run-due.ts';
import { ask } from './support/look.ts';
import { openScene } from './support/scene.ts';
import { mapped } from './support/setup.ts';

/** Calls the channel, makes a link, closes what is bold or code, turns what follows, begins a line and a formula. */
const odd = (what: string) =>
  `=${what}<!channel><@U1MANAGER><https://evil.example|${what}>&*_\`~\u202e\u2066\u200f\u200b\n*Total* €9,999.00`;

const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const marks = /<!channel|<https:\/\/evil|<@U1MANAGER><https/;

/** Every text of a payload that Slack reads marks in, and every text there is. */
function textsOf(value: unknown, found = { marked: [] as string[], all: [] as string[] }) {
  if (typeof value === 'string') {
    // Pictures and sheets are no text.
    if (!value.includes('\ufffd')) found.all.push(value);
    // Blocks and views go as JSON in a field.
    if (/^[[{]/.test(value)) textsOf(parsed(value), found);
  } else if (Array.isArray(value)) for (const each of value) textsOf(each, found);
  else if (typeof value === 'object' && value !== null) {
    const { type, text } = value as { type?: unknown; text?: unknown };
    if (typeof text === 'string' && type !== 'plain_text') found.marked.push(text);
    for (const each of Object.values(value)) textsOf(each, found);
  }
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

test('names and notes that are markup, formulas or turning marks are harmless wherever they are told', async () => {
  const lines: string[] = [];
  const zone = 'Europe/Amsterdam';
  const world = worldOf({
    account: { name: odd('Account') },
    shops: [
      { shopID: '1', name: odd('Store'), timeZone: zone },
      { shopID: '2', name: odd('Loose'), timeZone: zone },
      { shopID: '3', name: '\u200b\u202e', timeZone: zone },
    ],
    sales: ['1', '2', '3'].map((shopID) => ({ at: '2025-11-12T12:00:00+01:00', gross: 12_100, shopID })),
  });
  const logger = createLogger('trace', { write: (line) => lines.push(line) });
  const scene = await openScene({ world, logger, at: '2025-11-12T10:00:00+01:00' });
  const { manager, slack, engine } = scene;
  await mapped(scene, (store) => (store.startsWith('=Store') ? odd('Bakery') : null));
  await chooseChannel(await scene.context(), { channelId: 'C1SALES', hour: 8, userId: 'U1MANAGER' });
  await addNote(await scene.context(), { day: '2025-11-12', text: odd('Note'), userId: 'U1MANAGER' });

  scene.clock.moveTo('2025-11-13T08:00:30+01:00');
  await runDue(engine);
  world.voidSale(1, Date.parse('2025-11-13T11:00:00+01:00'));
  scene.clock.moveTo('2025-11-14T08:00:30+01:00');
  await runDue(engine);
  const day = await ask(scene, '/turnover 2025-11-12');
  await ask(scene, '/turnover last 7 days');
  await ask(scene, '/turnover nowhere');
  await ask(scene, '/lightspeed status');
  await manager.openHome();
  for (const command of ['map', 'departments', 'settings', 'targets', 'audit', 'unlink']) {
    await manager.command(`/lightspeed ${command}`, { channel: 'general' });
    await slack.waitFor(
      () => (manager.modal()?.words.includes('One moment…') === false ? 'filled' : undefined),
      8_000,
      command,
    );
    const modal = manager.modal();
    if (modal) await manager.close(modal);
  }
  await ask(scene, '/turnover 2025-11-12..2025-11-13 csv');
  await ask(scene, '/turnover 2025-11-12..2025-11-13 xlsx');
  await engine.inFlight.settled(10_000);

  const sent = slack.traffic.log.filter(({ from }) => from === 'app').map(({ request }) => request);
  const { marked, all } = textsOf(sent);
  const files = Object.values(slack.state.files).map(({ content }) =>
    Buffer.from(content ?? '', 'base64').toString(),
  );
  expect(day.words).toContain('=Store');
  expect(marked.join('\n')).toContain('Note&lt;!channel');
  expect(marked.filter((text) => marks.test(text))).toEqual([]);
  expect(all.filter((text) => turning.test(text))).toEqual([]);
  expect(marked.filter((text) => /^\*Total\* €9,999/m.test(text) && !text.includes('Note'))).toEqual([]);
  expect(files.filter((text) => text.startsWith('\ufeff')).length).toBeGreaterThan(0);
  expect(
    files.filter(
      (text) => text.startsWith('\ufeff') && (/(^|[,;])"?[=+@]/m.test(text) || turning.test(text)),
    ),
  ).toEqual([]);
  expect(lines.filter((line) => !line.startsWith('{') || !line.endsWith('}\n'))).toEqual([]);
});
