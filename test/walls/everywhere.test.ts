import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { actions, callbacks } from '../../views/ids.ts';
import type { ManyScene } from '../story/support/many.ts';
import { ask, attacker, command, event, owner, type Sender, submit, touch } from './support/attack.ts';
import { actionCases, callbackCases, typed } from './support/cases.ts';
import { secrets, type Theirs, twoAtWork } from './support/theirs.ts';
import { bringBack, changed, keptOf, markOf, said } from './support/watch.ts';

/** A forged payload: how it is sent, and by what it is called. */
interface Attack {
  name: string;
  send(scene: ManyScene, sender: Sender): Promise<string>;
}

function touches(theirs: Theirs): Attack[] {
  return Object.entries(actionCases).flatMap(([key, forge]) => {
    const id = actions[key as keyof typeof actions];
    const actionId = key === 'askDepartment' ? `${id}_1` : id;
    return (['message', 'modal'] as const).map((where) => ({
      name: `${key} in a ${where}`,
      send: (scene: ManyScene, sender: Sender) =>
        touch(scene, sender, { actionId, forgery: forge(theirs), where, theirs }),
    }));
  });
}

const submits = (theirs: Theirs): Attack[] =>
  Object.entries(callbackCases).map(([key, forge]) => ({
    name: `submit of ${key}`,
    send: (scene, sender) =>
      submit(scene, sender, {
        callback: callbacks[key as keyof typeof callbacks],
        forgery: forge(theirs),
        theirs,
      }),
  }));

/** Any action may be asked for its options: those that have none do not answer. */
const menus = (theirs: Theirs): Attack[] =>
  Object.entries(actionCases)
    .filter(([key]) => asked.has(key))
    .flatMap(([key, forge]) =>
      ['', 'z'].map((query) => ({
        name: `options of ${key} for "${query}"`,
        send: (scene: ManyScene, sender: Sender) =>
          ask(scene, sender, {
            actionId: actions[key as keyof typeof actions],
            forgery: forge(theirs),
            query,
            theirs,
          }),
      })),
    );

const asked = new Set([
  'mapNewStore',
  'mapStore',
  'mergeInto',
  'openTargetWeek',
  'pickAccessDepartment',
  'pickChannelZone',
  'pickCountry',
  'pickDepartment',
  'pickStore',
  'pickZone',
  'placeDepartment',
]);

const commands = (theirs: Theirs): Attack[] =>
  typed(theirs).map((line) => ({ name: line, send: (scene, sender) => command(scene, sender, line) }));

const events = (theirs: Theirs): Attack[] => {
  const reply = {
    type: 'message',
    channel: theirs.channel,
    thread_ts: theirs.digestTs,
    text: 'forged',
    ts: '9.1',
  };
  return [
    { name: 'Home', send: (scene, sender) => event(scene, sender, { type: 'app_home_opened', tab: 'home' }) },
    { name: 'a reply under their digest', send: (scene, sender) => event(scene, sender, reply) },
    {
      name: 'the word that Daybook was taken out',
      send: (scene, sender) => event(scene, sender, { type: 'app_uninstalled', team_id: 'T2' }),
    },
  ];
};

const kinds: [string, (theirs: Theirs) => Attack[]][] = [
  ['a button or a menu', touches],
  ['a form', submits],
  ['a menu that is filled as one types', menus],
  ['a command', commands],
  ['an event', events],
];

describe('a forged payload of the other workspace', () => {
  test.each(kinds)(
    'neither shows nor changes anything there: %s',
    async (_kind, attacksOf) => {
      const { scene, theirs } = await twoAtWork();
      const before = await keptOf(scene);
      const broken: string[] = [];

      for (const { name, send } of attacksOf(theirs)) {
        const mark = markOf(scene);
        const answered = await send(scene, attacker(scene));
        // What a person typed may be repeated to them: names count only where they were not typed.
        const seen = withoutEcho(`${answered} ${said(scene, mark)}`, theirs);
        const after = await keptOf(scene);
        if (secrets.test(seen)) broken.push(`${name} shows ${secrets.exec(seen)?.[0]}`);
        if (changed(before, after).length > 0) {
          broken.push(`${name} changes ${changed(before, after).join()}`);
          await bringBack(scene, before);
        }
      }

      expect(broken).toEqual([]);
    },
    240_000,
  );
});

function withoutEcho(text: string, { departmentName }: Theirs): string {
  return text.replaceAll(departmentName, '').replaceAll(departmentName.toLowerCase(), '');
}
