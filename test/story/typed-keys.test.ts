import { expect, test } from 'vitest';
import { people } from '../../demo/local-workspace.ts';
import { createLogger } from '../../src/logger.ts';
import { ask } from './support/look.ts';
import { openScene } from './support/scene.ts';

const key = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';

const lines = [
  `/lightspeed link ${key}`,
  `/lightspeed koppelen ${key}`,
  `/lightspeed LINK key=${key}`,
  `/lightspeed ${key}`,
  `/lightspeed status ${key}`,
  `/lightspeed import "${key}"`,
  `/turnover ${key}`,
  `/turnover yesterday ${key}`,
];

test.each([
  ['en-GB', 'Never type a key after a command', 'Revoke that key'],
  ['nl-NL', 'Typ nooit een sleutel achter een commando', 'Trek die sleutel in'],
])(
  'a key typed after a command is refused with the advice to revoke it, and is nowhere repeated or kept (%s)',
  async (locale, refusal, advice) => {
    const logs: string[] = [];
    const scene = await openScene({
      logger: createLogger('trace', { write: (line) => logs.push(line) }),
      slack: { people: people.map((person) => ({ ...person, locale })) },
    });

    for (const line of lines) {
      const { text } = await ask(scene, line);
      expect(text, line).toContain(refusal);
      expect(text, line).toContain(advice);
    }

    const names = (await scene.connection.db?.listCollections().toArray()) ?? [];
    const kept = await Promise.all(
      names.map(({ name }) => scene.connection.collection(name).find().toArray()),
    );
    expect(logs.filter((line) => line.includes(key))).toEqual([]);
    expect(JSON.stringify(kept)).not.toContain(key);
    expect(JSON.stringify(scene.slack.state.messages)).not.toContain(key);
  },
);
