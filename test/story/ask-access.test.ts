import { describe, expect, test } from 'vitest';
import type { SeenMessage } from '../../demo/slack/driver/look.ts';
import type { PersonDriver } from '../../demo/slack/driver/person.ts';
import { changeAccess } from '../../src/access/change-access.ts';
import { auditOf } from './support/days.ts';
import { forgeButtons, otherWorkspace } from './support/forge.ts';
import { ask, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported } from './support/setup.ts';

/** A workspace where only managers see turnover. */
async function strictScene(): Promise<Scene> {
  const scene = await openScene();
  await imported(scene);
  const nobody = { people: [], channels: [], shown: [] };
  await changeAccess(await scene.context(), { seenBy: 'managers', ...nobody, userId: 'U1MANAGER' });
  return scene;
}

/** What Daybook says to a person next in their own conversation. */
function next(scene: Scene, { seen }: PersonDriver, count: number, where = 'app'): Promise<SeenMessage> {
  return scene.slack.waitFor(() => seen(where)[count], 8_000, 'a message');
}

/** Asks for turnover, is refused, and presses the button below. */
async function askAManager(scene: Scene, person: PersonDriver): Promise<string> {
  const refused = await ask(scene, '/turnover', person);
  const count = person.seen('general').length;
  await person.click(refused, 'Ask a manager');
  return (await next(scene, person, count, 'general')).text;
}

test.each(['member', 'guest'] as const)('a %s who is refused asks a manager, who allows it', async (who) => {
  const scene = await strictScene();
  const person = scene[who];
  const [told, toldAsker] = [scene.manager.seen('app').length, person.seen('app').length];

  const asked = await askAManager(scene, person);
  const question = await next(scene, scene.manager, told);
  await scene.manager.click(question, 'Allow');

  expect(asked).toContain('Asked: <@U1MANAGER>.');
  expect(question.text).toContain(`<@${person.id}> asks to see the turnover.`);
  expect((await next(scene, person, toldAsker)).text).toContain('<@U1MANAGER> lets you see the turnover.');
  const after = await scene.slack.waitFor(
    () => scene.manager.seen('app').find(({ ts, isEdited }) => ts === question.ts && isEdited),
    8_000,
    'the answered question',
  );
  expect(after.text).toBe(`<@${person.id}> asks to see the turnover. Allowed by <@U1MANAGER>.`);
  expect(JSON.stringify(after.blocks)).not.toContain('allow_access');
  expect((await ask(scene, '/turnover', person)).text).toContain('€1,200.00');
  expect(await auditOf(scene, 'access.allowed')).toMatchObject([{ who: 'U1MANAGER' }]);
});

test('Not now shows nothing, is told, and is said again to a second question within a day', async () => {
  const scene = await strictScene();
  const [told, toldAsker] = [scene.manager.seen('app').length, scene.member.seen('app').length];
  await askAManager(scene, scene.member);
  await scene.manager.click(await next(scene, scene.manager, told), 'Not now');
  await next(scene, scene.member, toldAsker);

  const again = await askAManager(scene, scene.member);

  expect(again).toContain('You asked within the last day, and <@U1MANAGER> said: not now.');
  expect(scene.member.seen('app').at(-1)?.text).toContain('said not now');
  expect((await ask(scene, '/turnover', scene.member)).text).not.toContain('€');
});

test('from Home a member asks to manage, is told by direct message, and manages when allowed', async () => {
  const scene = await openScene();
  await imported(scene);
  const told = scene.manager.seen('app').length;
  await scene.member.openHome();
  const home = await scene.slack.waitFor(() => scene.member.home(), 8_000, 'Home');

  await scene.member.click(home, 'Ask to manage Daybook');
  const question = await next(scene, scene.manager, told);
  const said = await next(scene, scene.member, 0);
  await scene.manager.click(question, 'Allow');
  await next(scene, scene.member, 1);

  expect(said.text).toContain('Asked: <@U1MANAGER>.');
  expect(question.text).toContain('<@U2MEMBER> asks to manage Daybook.');
  expect((await scene.context()).workspace.managers).toContain('U2MEMBER');
});

test('who may not manage is offered to ask for it where they are refused, as guests are not', async () => {
  const scene = await openScene();
  await imported(scene);
  await scene.member.command('/lightspeed settings', { channel: 'general' });
  const refused = await modalSaying(scene, 'Only managers can do this', scene.member);
  const [told, count] = [scene.manager.seen('app').length, scene.member.seen('general').length];

  await scene.member.click(refused, 'Ask to manage Daybook');
  await modalSaying(scene, 'Asked: <@U1MANAGER>.', scene.member);
  const again = await ask(scene, '/lightspeed import', scene.member);
  await scene.member.click(again, 'Ask to manage Daybook');
  await scene.guest.command('/lightspeed settings', { channel: 'general' });

  expect((await next(scene, scene.manager, told)).text).toContain('<@U2MEMBER> asks to manage Daybook.');
  expect((await next(scene, scene.member, count + 1, 'general')).text).toContain('within the last day');
  const toGuest = await modalSaying(scene, 'Only managers can do this', scene.guest);
  expect(toGuest.words).not.toContain('Ask to manage');
});

describe('the answer buttons', () => {
  test('do nothing for who does not manage', async () => {
    const scene = await strictScene();
    const told = scene.manager.seen('app').length;
    await askAManager(scene, scene.member);
    const question = await next(scene, scene.manager, told);
    const manager = scene.slack.state.people['U1MANAGER'];
    if (manager) Object.assign(manager, { is_admin: false, is_owner: false });
    // Who somebody is, is believed for a minute.
    const context = await scene.context();
    scene.engine.delivery.person = async () => ({
      name: 'Marieke',
      isAdmin: false,
      isGuest: false,
      isDeleted: false,
      zone: null,
      locale: null,
    });
    expect(context.workspace.managers).toEqual([]);

    await scene.manager.click(question, 'Allow');
    await scene.engine.inFlight.settled(5_000);

    expect(await auditOf(scene, 'access.allowed')).toEqual([]);
    expect((await ask(scene, '/turnover', scene.member)).text).not.toContain('€');
  });

  test('answer no question of another workspace', async () => {
    const scene = await strictScene();
    const told = scene.manager.seen('app').length;
    await askAManager(scene, scene.member);
    const question = await next(scene, scene.manager, told);
    const { context } = await otherWorkspace(scene);
    await context.models.accessRequests.create({
      _id: 'theirs',
      workspaceId: 'T0OTHER',
      userId: 'U9STRANGER',
      wish: 'manage',
      departmentId: null,
      departmentName: null,
      askedAt: new Date(scene.clock.now()),
      state: 'open',
      answeredBy: null,
      told: [],
    });
    const blocks = scene.slack.state.messages.find(({ ts }) => ts === question.ts)?.blocks ?? [];
    forgeButtons(blocks, 'theirs');

    await scene.manager.click(question, 'Allow');
    await next(scene, scene.manager, told + 1);

    const theirs = await context.models.accessRequests.findOne({ workspaceId: 'T0OTHER' }).lean();
    expect(theirs?.state).toBe('open');
    expect(scene.manager.seen('app').at(-1)?.text).toContain('not open any more');
  });
});
