import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import { answerAccess } from '../../src/access/answer-access.ts';
import { askAccess } from '../../src/access/ask-access.ts';
import { changeAccess, changeDepartmentAccess } from '../../src/access/change-access.ts';
import { changeManagers } from '../../src/access/change-managers.ts';
import { mergeDepartments } from '../../src/departments/merge-departments.ts';
import { accessOf } from '../../src/security/access-rules.ts';
import { readingOf } from '../../src/security/permissions.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';

const see = { wish: 'see', departmentId: null } as const;

/** U1 and U5 manage; turnover is for managers only, and the departments `bread` and `cake` are there. */
async function strictBench(): Promise<Bench> {
  const bench = await startBench({ world: worldOf({ shops: [] }), at: '2025-11-13T10:00:00+01:00' });
  await bench.context();
  const { departments, workspaces } = bench.engine.models;
  for (const _id of ['bread', 'cake']) await departments.create({ _id, workspaceId, name: _id, key: _id });
  const access = { seenBy: 'managers', departments: [{ departmentId: 'bread', people: [], channels: [] }] };
  await workspaces.updateOne({ _id: workspaceId }, { $set: { access, managers: ['U1', 'U5'] } });
  return bench;
}

async function requestIn(bench: Bench) {
  const request = await bench.engine.models.accessRequests.findOne({ workspaceId }).lean();
  if (!request) throw new Error('nobody asked');
  return request;
}

const ask = async (bench: Bench, asked: Parameters<typeof askAccess>[1]['asked'] = see, userId = 'U2') =>
  askAccess(await bench.context(), { userId, asked });

const answer = async (bench: Bench, isAllowed: boolean, userId = 'U1') =>
  answerAccess(await bench.context(), { requestId: (await requestIn(bench))._id, isAllowed, userId });

const auditOf = async ({ engine }: Bench) =>
  (await engine.models.auditEntries.find({ workspaceId }).sort({ at: 1 }).lean()).map(
    ({ who, action, details }) => ({ who, action, details }),
  );

describe('asking', () => {
  test('tells each manager once, and again only after a day', async () => {
    const bench = await strictBench();

    const first = await ask(bench);
    const second = await ask(bench);
    bench.clock.moveTo('2025-11-14T10:00:00+01:00');
    const third = await ask(bench);

    expect([first, second, third]).toEqual([
      { kind: 'asked', managers: ['U1', 'U5'] },
      { kind: 'already' },
      { kind: 'asked', managers: ['U1', 'U5'] },
    ]);
    expect(bench.delivery.messages.map(({ channelId }) => channelId)).toEqual(['U1', 'U5', 'U1', 'U5']);
  });

  test('twice at once asks once', async () => {
    const bench = await strictBench();

    const both = await Promise.all([ask(bench), ask(bench)]);

    expect(both.map(({ kind }) => kind).sort()).toEqual(['already', 'asked']);
    expect(bench.delivery.messages).toHaveLength(2);
  });

  test('for one thing does not keep a person from asking for another', async () => {
    const bench = await strictBench();

    await ask(bench);

    expect(await ask(bench, { wish: 'see', departmentId: 'bread' })).toMatchObject({ kind: 'asked' });
    expect(await ask(bench, { wish: 'manage' })).toMatchObject({ kind: 'asked' });
  });

  test('again within a day is told what was said, and asks again where that was taken back', async () => {
    const bench = await strictBench();
    await ask(bench);
    await answer(bench, false, 'U5');
    const declined = await ask(bench);
    await ask(bench, { wish: 'see', departmentId: 'bread' });
    const { accessRequests } = bench.engine.models;
    const second = await accessRequests.findOne({ workspaceId, departmentId: 'bread' }).lean();
    await answerAccess(await bench.context(), {
      requestId: second?._id ?? '',
      isAllowed: true,
      userId: 'U1',
    });
    const list = { people: [], channels: [], shown: ['U2'] };
    await changeDepartmentAccess(await bench.context(), { departmentId: 'bread', list, userId: 'U1' });

    expect(declined).toEqual({ kind: 'declined', by: 'U5' });
    expect(await ask(bench, { wish: 'see', departmentId: 'bread' })).toMatchObject({ kind: 'asked' });
  });

  test('where Slack takes no message nobody was asked, and it may be tried again at once', async () => {
    const bench = await strictBench();
    bench.delivery.failNext('post', 'refused');
    bench.delivery.failNext('post', 'refused');

    expect(await ask(bench)).toEqual({ kind: 'nobody' });
    expect(await ask(bench)).toMatchObject({ kind: 'asked' });
  });

  test('for what a person may do already tells nobody', async () => {
    const bench = await strictBench();

    expect(await ask(bench, see, 'U1')).toEqual({ kind: 'may', wish: 'see' });
    expect(await ask(bench, { wish: 'manage' }, 'U5')).toEqual({ kind: 'may', wish: 'manage' });
    expect(bench.delivery.messages).toEqual([]);
  });

  test('to manage is not for guests', async () => {
    const bench = await strictBench();
    bench.delivery.people.set('U3', { isGuest: true });

    await expect(ask(bench, { wish: 'manage' }, 'U3')).rejects.toMatchObject({ whom: 'manager' });
  });
});

describe('an answer', () => {
  test('Allow lets the person see, is audited, told to them, and said in every manager’s message', async () => {
    const bench = await strictBench();
    await ask(bench);

    await answer(bench, true, 'U5');

    const { seen } = await readingOf(await bench.context(), 'U2');
    expect(seen).toEqual(new Set(['cake']));
    expect(await auditOf(bench)).toEqual([
      { who: 'U5', action: 'access.allowed', details: { person: 'U2', wish: 'see', departmentName: null } },
    ]);
    const [toFirst, toSecond, toAsker] = bench.delivery.messages;
    expect([toFirst?.text, toSecond?.text]).toEqual([
      'U2 asks to see: allowed by U5',
      'U2 asks to see: allowed by U5',
    ]);
    expect(toAsker).toMatchObject({ channelId: 'U2', text: 'see allowed by U5' });
  });

  test('Not now gives nothing, and is told and audited too', async () => {
    const bench = await strictBench();
    await ask(bench);

    await answer(bench, false);

    const { seen } = await readingOf(await bench.context(), 'U2');
    expect(seen).toEqual(new Set());
    expect((await auditOf(bench)).map(({ action }) => action)).toEqual(['access.declined']);
    expect(bench.delivery.messages.at(-1)).toMatchObject({ channelId: 'U2', text: 'see declined by U1' });
  });

  test('the first one counts, also where two come at once', async () => {
    const bench = await strictBench();
    await ask(bench);

    const [one, other] = await Promise.all([answer(bench, true, 'U1'), answer(bench, false, 'U5')]);

    expect(one?.answeredBy).toBe(other?.answeredBy);
    expect(await auditOf(bench)).toHaveLength(1);
    expect(bench.delivery.messages.filter(({ channelId }) => channelId === 'U2')).toHaveLength(1);
  });

  test('for a department adds the person to its list alone', async () => {
    const bench = await strictBench();
    await ask(bench, { wish: 'see', departmentId: 'bread' });

    await answer(bench, true);

    expect((await readingOf(await bench.context(), 'U2')).seen).toEqual(new Set(['bread']));
  });

  test('for a department that is kept to nobody is the question for the rest, and lets them see that', async () => {
    const bench = await strictBench();
    const list = { people: ['U2'], channels: [], shown: [] };
    await changeDepartmentAccess(await bench.context(), { departmentId: 'bread', list, userId: 'U1' });
    await ask(bench, { wish: 'see', departmentId: 'cake' });

    await answer(bench, true);

    expect(await requestIn(bench)).toMatchObject({ departmentId: null, departmentName: null });
    expect((await readingOf(await bench.context(), 'U2')).seen).toBe('all');
  });

  test('for a department that is not kept any more gives nothing and says nothing that is not so', async () => {
    const bench = await strictBench();
    await ask(bench, { wish: 'see', departmentId: 'bread' });
    const told = bench.delivery.messages.length;
    await changeDepartmentAccess(await bench.context(), { departmentId: 'bread', list: null, userId: 'U1' });

    const answered = await answer(bench, true);

    expect(answered).toBeUndefined();
    expect(bench.delivery.messages).toHaveLength(told);
    expect((await readingOf(await bench.context(), 'U2')).seen).toEqual(new Set());
    expect(await ask(bench, { wish: 'see', departmentId: 'bread' })).toMatchObject({ kind: 'asked' });
  });

  test('to manage makes the person a manager', async () => {
    const bench = await strictBench();
    await ask(bench, { wish: 'manage' });

    await answer(bench, true);

    expect((await readingOf(await bench.context(), 'U2')).standing).toBe('manager');
  });
});

describe('rules', () => {
  test('a person who was let in while the form was open stays in when it is saved', async () => {
    const bench = await strictBench();
    await ask(bench);
    await answer(bench, true);

    await changeAccess(await bench.context(), {
      seenBy: 'managers',
      people: ['U7'],
      channels: [],
      shown: [],
      userId: 'U1',
    });

    expect(accessOf((await bench.context()).workspace).people).toEqual(['U7', 'U2']);
  });

  test('a person whom the form showed and who was taken off it is out', async () => {
    const bench = await strictBench();
    const list = { seenBy: 'managers', channels: [], userId: 'U1' } as const;
    await changeAccess(await bench.context(), { ...list, channels: [], people: ['U2', 'U7'], shown: [] });

    await changeAccess(await bench.context(), { ...list, channels: [], people: ['U7'], shown: ['U2', 'U7'] });

    expect(accessOf((await bench.context()).workspace).people).toEqual(['U7']);
  });

  test('a department can be seen like the rest again', async () => {
    const bench = await strictBench();

    await changeDepartmentAccess(await bench.context(), { departmentId: 'bread', list: null, userId: 'U1' });

    expect(accessOf((await bench.context()).workspace).departments).toEqual([]);
    expect((await auditOf(bench)).map(({ action }) => action)).toEqual(['access.changed']);
  });

  test('after a merge nobody sees figures that were kept from them before', async () => {
    const bench = await strictBench();
    const list = { people: ['U2'], channels: [], shown: [] };
    await changeDepartmentAccess(await bench.context(), { departmentId: 'bread', list, userId: 'U1' });
    await changeAccess(await bench.context(), { seenBy: 'everyone', ...list, userId: 'U1' });

    await mergeDepartments(await bench.context(), { from: 'bread', into: 'cake', userId: 'U1' });

    expect((await readingOf(await bench.context(), 'U2')).seen).toBe('all');
    expect((await readingOf(await bench.context(), 'U4')).seen).toEqual(new Set());
  });
});

describe('managers', () => {
  test('are named and taken off, and nobody takes themselves off who would not manage then', async () => {
    const bench = await strictBench();
    const change = async (managers: string[], userId = 'U1') =>
      changeManagers(await bench.context(), {
        managers,
        shown: (await bench.context()).workspace.managers,
        userId,
      });

    const alone = await change([]);
    const swapped = await change(['U1', 'U2']);
    bench.clock.moveTo('2025-11-13T10:01:00+01:00');
    bench.delivery.people.set('U1', { isAdmin: true });
    const byAdmin = await change([]);

    expect([alone, swapped, byAdmin].map(({ kind }) => kind)).toEqual(['self', 'done', 'done']);
    expect((await bench.context()).workspace.managers).toEqual([]);
    expect(await auditOf(bench)).toEqual([
      { who: 'U1', action: 'managers.changed', details: { added: ['U2'], removed: ['U5'] } },
      { who: 'U1', action: 'managers.changed', details: { added: [], removed: ['U1', 'U2'] } },
    ]);
  });

  test('are no guests', async () => {
    const bench = await strictBench();
    bench.delivery.people.set('U3', { isGuest: true, name: 'Gus' });

    const outcome = await changeManagers(await bench.context(), {
      managers: ['U1', 'U3'],
      shown: ['U1', 'U5'],
      userId: 'U1',
    });

    expect(outcome).toEqual({ kind: 'guests', names: ['Gus'] });
    expect((await bench.context()).workspace.managers).toEqual(['U1', 'U5']);
  });
});
