import { actions, callbacks } from '../../../views/ids.ts';
import type { ManyScene } from '../../story/support/many.ts';
import { ask, command, event, type Sender, submit, touch } from './attack.ts';
import { actionCases, callbackCases, menuCases, typed } from './cases.ts';
import type { Theirs } from './theirs.ts';

/** A forged payload: how it is sent, and by what it is called. */
export interface Attack {
  name: string;
  /** What the person typed, which may be repeated to them. */
  typed?: string;
  send(scene: ManyScene, sender: Sender): Promise<string>;
}

function touches(theirs: Theirs): Attack[] {
  return Object.entries(actionCases).flatMap(([key, forge]) => {
    if (typeof forge === 'string') return [];
    const id = actions[key as keyof typeof actions];
    const forgery = forge(theirs);
    const actionId = key === 'askDepartment' ? `${id}_1` : id;
    const places = forgery.callback === undefined ? (['message', 'modal'] as const) : (['modal'] as const);
    return places.map((where) => ({
      name: `${key} in a ${where}`,
      send: (scene: ManyScene, sender: Sender) => touch(scene, sender, { actionId, forgery, where, theirs }),
    }));
  });
}

function submits(theirs: Theirs): Attack[] {
  return Object.entries(callbackCases).flatMap(([key, forge]) => {
    if (typeof forge === 'string') return [];
    const about = { callback: callbacks[key as keyof typeof callbacks], forgery: forge(theirs), theirs };
    return [{ name: `submit of ${key}`, send: (scene, sender) => submit(scene, sender, about) }];
  });
}

function menus(theirs: Theirs): Attack[] {
  return Object.entries(menuCases).flatMap(([key, forge]) =>
    ['', 'z'].map((query) => {
      const about = { actionId: actions[key as keyof typeof actions], forgery: forge(theirs), query, theirs };
      return {
        name: `options of ${key} for "${query}"`,
        send: (scene: ManyScene, sender: Sender) => ask(scene, sender, about),
      };
    }),
  );
}

const commands = (theirs: Theirs): Attack[] =>
  typed(theirs).map((line) => ({
    name: line,
    typed: theirs.departmentName,
    send: (scene, sender) => command(scene, sender, line),
  }));

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

/** Every way in, and all that can be sent there. */
export const kinds: [string, (theirs: Theirs) => Attack[]][] = [
  ['a button or a menu', touches],
  ['a form', submits],
  ['a menu that is filled as one types', menus],
  ['a command', commands],
  ['an event', events],
];
