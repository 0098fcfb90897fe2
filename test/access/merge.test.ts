import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import type { Access } from '../../models/access.ts';
import { accessAfter } from '../../src/access/access-after-merge.ts';
import { mergeDepartments } from '../../src/departments/merge-departments.ts';
import { readingOf } from '../../src/security/permissions.ts';
import { DeliveryError } from '../../src/slack/delivery.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';

const everybody = ['U2', 'U3', 'U4', 'U5'];
const pairs = [
  ['bread', 'cake'],
  ['cake', 'bread'],
] as const;

/** U1 manages, U3 is a guest; U2 and U3 are in C1, U4 is in C2, and U5 in none. */
async function benchWith(access: Partial<Access>): Promise<Bench> {
  const bench = await startBench({ world: worldOf({ shops: [] }), at: '2025-11-13T10:00:00+01:00' });
  await bench.context();
  for (const name of ['bread', 'cake', 'wine']) await addDepartment(bench, name);
  await allow(bench, access);
  bench.delivery.people.set('U3', { isGuest: true });
  bench.delivery.channels.set('C1', ['U2', 'U3']);
  bench.delivery.channels.set('C2', ['U4']);
  return bench;
}

const addDepartment = ({ engine }: Bench, name: string) =>
  engine.models.departments.create({ _id: name, workspaceId, name, key: name });

const allow = ({ engine }: Bench, access: Partial<Access>) =>
  engine.models.workspaces.updateOne({ _id: workspaceId }, { $set: { access, managers: ['U1'] } });

const list = (people: string[], channels: string[] = []) => ({ people, channels });
const kept = (departmentId: string, people: string[], channels: string[] = []) => ({
  departmentId,
  ...list(people, channels),
});

async function whoSees(bench: Bench, ...wanted: string[]): Promise<string[]> {
  const context = await bench.context();
  const seeing: string[] = [];
  for (const userId of everybody) {
    const { seen } = await readingOf(context, userId);
    if (seen === 'all' || wanted.every((id) => seen.has(id))) seeing.push(userId);
  }
  return seeing;
}

const cases: Record<string, { access: Partial<Access>; seers: string[] }> = {
  'nothing is kept': { access: {}, seers: ['U2', 'U4', 'U5'] },
  'one is kept, and everyone sees the rest': {
    access: { departments: [kept('bread', ['U5'], ['C1'])] },
    seers: ['U2', 'U5'],
  },
  'a guest is named for one, and everyone but guests sees the rest': {
    access: { departments: [kept('bread', ['U3', 'U5'])] },
    seers: ['U5'],
  },
  'one is kept, and the rest is for managers': {
    access: { seenBy: 'managers', departments: [kept('bread', ['U2'], ['C2'])] },
    seers: [],
  },
  'one is kept, and the rest is for managers and named ones': {
    access: { seenBy: 'managers', people: ['U2', 'U4'], departments: [kept('bread', ['U2'], ['C2'])] },
    seers: ['U2', 'U4'],
  },
  'one is kept by name, and the rest is for a channel': {
    access: { seenBy: 'channels', channels: ['C1'], departments: [kept('bread', ['U2', 'U5'])] },
    seers: ['U2'],
  },
  'one is kept to two channels, and the rest is for one of them': {
    access: { seenBy: 'channels', channels: ['C1'], departments: [kept('bread', [], ['C1', 'C2'])] },
    seers: ['U2'],
  },
  'each is kept to people and channels of its own': {
    access: { departments: [kept('bread', ['U4', 'U5'], ['C1']), kept('cake', ['U2', 'U5'], ['C2'])] },
    seers: ['U2', 'U4', 'U5'],
  },
};

test.each(pairs)('after %s went into %s, who saw both sees it, and nobody else', async (from, into) => {
  const bench = await benchWith({});
  const seen: Record<string, string[][]> = {};

  for (const [name, { access }] of Object.entries(cases)) {
    await allow(bench, access);
    const before = await whoSees(bench, 'bread', 'cake');
    await mergeDepartments(await bench.context(), { from, into, userId: 'U1' });
    seen[name] = [before, await whoSees(bench, into)];
    await addDepartment(bench, from);
  }

  const expected = Object.entries(cases).map(([name, { seers }]) => [name, [seers, seers]]);
  expect(seen).toEqual(Object.fromEntries(expected));
});

test('what the question before a merge says of it is what comes out', async () => {
  const bench = await benchWith({ seenBy: 'managers', departments: [kept('bread', ['U2'])] });

  const foretold = await accessAfter(await bench.context(), { from: 'cake', into: 'bread' });
  const untouched = await accessAfter(await bench.context(), { from: 'cake', into: 'wine' });
  await mergeDepartments(await bench.context(), { from: 'cake', into: 'bread', userId: 'U1' });

  expect([foretold, untouched]).toEqual([list([]), null]);
  expect((await bench.context()).workspace.access?.departments).toEqual([kept('bread', [])]);
});

test('while Slack does not say who somebody is, nothing is merged', async () => {
  const bench = await benchWith({ departments: [kept('bread', ['U2'])] });
  bench.delivery.person = async () => {
    throw new DeliveryError('users.info', 'unsure', 'no_answer');
  };

  const merge = mergeDepartments(await bench.context(), { from: 'bread', into: 'cake', userId: 'U1' });

  await expect(merge).rejects.toThrow(DeliveryError);
  expect(await bench.engine.models.departments.countDocuments({ workspaceId })).toBe(3);
});

test('somebody whom Slack knows no more keeps nothing from being merged', async () => {
  const bench = await benchWith({ departments: [kept('bread', ['U0GONE', 'U2'])] });
  const { person } = bench.delivery;
  bench.delivery.person = async (workspace, userId) => {
    if (userId === 'U0GONE') throw new DeliveryError('users.info', 'refused', 'user_not_found');
    return person.call(bench.delivery, workspace, userId);
  };

  await mergeDepartments(await bench.context(), { from: 'bread', into: 'cake', userId: 'U1' });

  expect((await bench.context()).workspace.access?.departments).toEqual([kept('cake', ['U2'])]);
});
