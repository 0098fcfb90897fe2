import { expect, test } from 'vitest';
import { channels as usualChannels } from '../../demo/local-workspace.ts';
import type { SeenMessage } from '../../demo/slack/driver/look.ts';
import type { PersonDriver } from '../../demo/slack/driver/person.ts';
import type { Access } from '../../models/access.ts';
import { forgeButtons } from './support/forge.ts';
import { ask } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported } from './support/setup.ts';

/** Every amount of 11 and 12 November in which Rotterdam is, and those of Amsterdam alone. */
const withRotterdam = [
  '€1,200.00',
  '€200.00',
  '€1,150.00',
  '€150.00',
  '€50.00',
  '€250.00',
  '200.00',
  '50.00',
];
const ofAmsterdam = ['€1,000.00', '€100.00', '€1,100.00', '1000.00', '100.00', '1210.00'];

/** What one entrance showed the person, and what it showed in a channel. */
type Shown = string;
type Entrance = (scene: Scene, person: PersonDriver) => Promise<Shown>;

/** The answer to something a person did, for them alone. */
async function told(scene: Scene, person: PersonDriver, deed: () => Promise<unknown>): Promise<SeenMessage> {
  const own = () => person.seen('general').filter(({ isEphemeral }) => isEphemeral);
  const before = own().length;
  await deed();
  return scene.slack.waitFor(() => own()[before], 8_000, 'an answer');
}

const everything = ({ text, blocks }: SeenMessage) => `${text}\n${JSON.stringify(blocks)}`;

const typed =
  (line: string): Entrance =>
  async (scene, person) =>
    everything(await ask(scene, line, person));

/** Presses a button of a message that a manager's client shows to everybody. */
const pressed =
  (line: string, button: string): Entrance =>
  async (scene, person) => {
    const shown = await ask(scene, line, scene.manager);
    const kept = scene.slack.state.messages.find(({ ts }) => ts === shown.ts);
    if (kept) kept.ephemeralTo = undefined;
    const before = JSON.stringify(kept);
    const count = person.seen('general').length;
    await person.click(shown, button);
    await scene.slack.waitFor(
      () => person.seen('general').length > count || JSON.stringify(kept) !== before || undefined,
      8_000,
      'an answer',
    );
    await scene.engine.inFlight.settled(5_000);
    const changed = JSON.stringify(kept) === before ? '' : JSON.stringify(kept);
    if (kept) scene.slack.state.messages.splice(scene.slack.state.messages.indexOf(kept), 1);
    return `${changed}\n${person.seen('general').slice(count).map(everything).join('\n')}`;
  };

/** The same, and the files that came with it into their conversation with Daybook, cell by cell. */
const withFiles =
  (entrance: Entrance): Entrance =>
  async (scene, person) => {
    const before = person.seen('app').length;
    const shown = await entrance(scene, person);
    const messages = person.seen('app').slice(before);
    const files = messages.flatMap((message) => message.files.map(({ content = '' }) => content));
    const cells = files.map((file) => Buffer.from(file, 'base64').toString().replaceAll(',', ' ; '));
    return [shown, ...messages.map(everything), ...cells].join('\n');
  };

const home: Entrance = async (scene, person) => {
  await person.openHome();
  const view = await scene.slack.waitFor(() => person.home(), 8_000, 'Home');
  return `${view.words}\n${JSON.stringify(view.blocks)}`;
};

const shared: Entrance = async (scene, person) => {
  const answer = await ask(scene, '/turnover', person);
  if (!JSON.stringify(answer.blocks).includes('share_day')) return everything(answer);
  const inChannel = () => person.seen('general').filter(({ isEphemeral }) => !isEphemeral);
  const before = inChannel().length;
  await person.click(answer, 'Share in channel');
  const message = await scene.slack.waitFor(() => inChannel()[before], 8_000, 'the shared log');
  return everything(message);
};

const entrances: Record<string, Entrance> = {
  day: typed('/turnover 2025-11-12'),
  'the day of a department': typed('/turnover 2025-11-12 rotterdam'),
  range: typed('/turnover 2025-11-11..2025-11-12'),
  'the range of a department': typed('/turnover 2025-11-11..2025-11-12 rotterdam'),
  'a typing error': typed('/turnover roterdam'),
  'a CSV file': withFiles(typed('/turnover 2025-11-11..2025-11-12 csv')),
  'a CSV file of a department': withFiles(typed('/turnover 2025-11-11..2025-11-12 rotterdam csv')),
  'a button of a day': pressed('/turnover 2025-11-12', 'show_day'),
  'the share button of a day': pressed('/turnover 2025-11-12', 'share_day'),
  'a button of a range': pressed('/turnover 2025-11-11..2025-11-12', 'range_by_day'),
  'the file button of a range': withFiles(pressed('/turnover 2025-11-11..2025-11-12', 'range_csv')),
  'the button of a department': pressed('/turnover 2025-11-12 rotterdam', 'show_day'),
  Home: home,
  sharing: shared,
  status: typed('/lightspeed status'),
};

interface Case {
  rules: Partial<Access>;
  who: 'manager' | 'member' | 'guest';
  sees: 'everything' | 'Amsterdam' | 'nothing';
}

const board = 'C3BOARD';
const crew = 'G4CREW';

const cases: Record<string, Case> = {
  'a manager, whatever the rules': { rules: { seenBy: 'managers' }, who: 'manager', sees: 'everything' },
  'a member, without rules': { rules: {}, who: 'member', sees: 'everything' },
  'a guest, without rules': { rules: {}, who: 'guest', sees: 'nothing' },
  'a guest who is named': { rules: { people: ['U3GUEST'] }, who: 'guest', sees: 'everything' },
  'a member of the chosen channel': {
    rules: { seenBy: 'channels', channels: [board] },
    who: 'member',
    sees: 'everything',
  },
  'a member of none of the chosen channels': {
    rules: { seenBy: 'channels', channels: [crew] },
    who: 'member',
    sees: 'nothing',
  },
  'a guest in the chosen channel': {
    rules: { seenBy: 'channels', channels: [board] },
    who: 'guest',
    sees: 'nothing',
  },
  'a member where only managers may': { rules: { seenBy: 'managers' }, who: 'member', sees: 'nothing' },
  'a member who is named': {
    rules: { seenBy: 'managers', people: ['U2MEMBER'] },
    who: 'member',
    sees: 'everything',
  },
  'a member with a department kept from them': {
    rules: { departments: [{ departmentId: 'Rotterdam', people: ['U9'], channels: [] }] },
    who: 'member',
    sees: 'Amsterdam',
  },
  'a member with one department only': {
    rules: {
      seenBy: 'managers',
      departments: [{ departmentId: 'Amsterdam', people: [], channels: [board] }],
    },
    who: 'member',
    sees: 'Amsterdam',
  },
};

/** Amsterdam and Rotterdam, a department each; the member is in #board with a guest, and nobody but Daybook in the crew's channel. */
async function sceneWith(rules: Partial<Access>, verdicts: string[] = []): Promise<Scene> {
  const channels = [
    ...usualChannels,
    { id: board, name: 'board', members: ['U1MANAGER', 'U2MEMBER', 'U3GUEST'] },
    { id: crew, name: 'crew', kind: 'private' as const, members: ['U1MANAGER'], hasBot: true },
  ];
  const scene = await openScene({ slack: { channels }, tolerated: { verdicts } });
  await imported(scene);
  const { departments, workspaces } = scene.engine.models;
  const workspaceId = scene.slack.state.team.id;
  const ids = new Map((await departments.find({ workspaceId }).lean()).map(({ _id, name }) => [name, _id]));
  const kept = (rules.departments ?? []).map((each) => ({
    ...each,
    departmentId: ids.get(each.departmentId) ?? '',
  }));
  await workspaces.updateOne({ _id: workspaceId }, { $set: { access: { ...rules, departments: kept } } });
  return scene;
}

test.each(Object.entries(cases))(
  '%s sees no more than they may at any entrance, and that much',
  async (_name, about) => {
    const { rules, who, sees } = about;
    const scene = await sceneWith(rules);

    const shown = new Map<string, Shown>();
    for (const [name, entrance] of Object.entries(entrances))
      shown.set(name, await entrance(scene, scene[who]));

    const hidden = { everything: [], Amsterdam: withRotterdam, nothing: [...withRotterdam, ...ofAmsterdam] }[
      sees
    ];
    const leaks = [...shown].flatMap(([name, words]) =>
      hidden.filter((amount) => whole(amount).test(words)).map((amount) => `${name}: ${amount}`),
    );
    expect(leaks).toEqual([]);
    expectAllOf(shown, sees);
  },
);

/** What they may see is there, with a word where others are left out; who sees nothing can ask for it. */
function expectAllOf(shown: ReadonlyMap<string, Shown>, sees: Case['sees']): void {
  const [day = '', range = '', file = '', atHome = ''] = ['day', 'range', 'a CSV file', 'Home'].map((name) =>
    shown.get(name),
  );
  if (sees === 'nothing') {
    for (const each of [day, range, atHome]) expect(each).toContain('ask_access');
    return;
  }
  const [total, both] = sees === 'everything' ? ['€1,200.00', '€1,350.00'] : ['€1,000.00', '€1,100.00'];
  expect(day).toContain(total);
  expect(range).toContain(both);
  expect(file).toContain('1000.00');
  expect(atHome).toContain(total);
  for (const each of [day, range, file]) {
    expect(each.includes('Your departments only')).toBe(sees === 'Amsterdam');
  }
}

test('what somebody shares who sees some departments only says whose they are', async () => {
  const scene = await sceneWith({
    departments: [{ departmentId: 'Rotterdam', people: [], channels: [] }],
  });

  const message = await shared(scene, scene.member);

  expect(message).toContain('Only the departments that <@U2MEMBER> may see');
  expect(message).toContain('€1,000.00');
});

test('a button that names a department kept from a person is refused with the way to ask for it', async () => {
  const scene = await sceneWith({
    departments: [{ departmentId: 'Rotterdam', people: [], channels: [] }],
  });
  const { departments } = scene.engine.models;
  const rotterdam = await departments
    .findOne({ workspaceId: scene.slack.state.team.id, name: 'Rotterdam' })
    .lean();
  const own = await ask(scene, '/turnover 2025-11-12 amsterdam', scene.member);
  const blocks = scene.slack.state.messages.find(({ ts }) => ts === own.ts)?.blocks ?? [];
  forgeButtons(blocks, `2025-11-12 - 0 ${rotterdam?._id}`);

  const answer = await told(scene, scene.member, () => scene.member.click(own, 'share_day'));

  expect(answer.text).toContain('The turnover of *Rotterdam* is kept to chosen people');
  expect(JSON.stringify(answer.blocks)).toContain(`"value":"${rotterdam?._id}"`);
});

test('while Slack does not say who is in a channel that matters, nothing is shown, in words', async () => {
  const scene = await sceneWith({ seenBy: 'channels', channels: [board] }, ['unavailable']);
  scene.slack.faults.add({ kind: 'unavailable', method: 'conversations.members' });

  const { text } = await ask(scene, '/turnover', scene.member);

  expect(text).toContain('Slack did not say who is in the channels');
  expect(text).not.toContain('€');
  expect((await ask(scene, '/turnover', scene.member)).text).toContain('€1,200.00');
});

/** 1,200.00 holds 200.00: only whole amounts are looked for. */
function whole(amount: string): RegExp {
  return new RegExp(`(?<![\\d.,€])${amount.replaceAll('.', '\\.')}(?![\\d])`);
}
