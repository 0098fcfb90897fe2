import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import type { Access } from '../../models/access.ts';
import { readingOf, requireManager, requireReader } from '../../src/security/permissions.ts';
import { DeliveryError } from '../../src/slack/delivery.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';

const at = '2025-11-13T10:00:00+01:00';

/** Three departments with the ids `bread`, `cake` and `coffee`; U1 manages, U3 is a guest, U2 is anyone else. */
async function benchWith(access: Partial<Access>): Promise<Bench> {
  const bench = await startBench({ world: worldOf({ shops: [] }), at });
  await bench.context();
  const { departments, workspaces } = bench.engine.models;
  for (const _id of ['bread', 'cake', 'coffee']) {
    await departments.create({ _id, workspaceId, name: _id, key: _id });
  }
  await workspaces.updateOne({ _id: workspaceId }, { $set: { access, managers: ['U1'] } });
  bench.delivery.people.set('U3', { isGuest: true });
  bench.delivery.channels.set('C1', ['U2', 'U3']);
  bench.delivery.channels.set('C2', ['U9']);
  return bench;
}

const all = ['bread', 'cake', 'coffee'];

async function seenBy(bench: Bench, userId: string): Promise<'all' | string[]> {
  const { seen } = await readingOf(await bench.context(), userId);
  return seen === 'all' ? seen : [...seen].sort();
}

const kept = (departmentId: string, list: { people?: string[]; channels?: string[] } = {}) => ({
  departmentId,
  people: [],
  channels: [],
  ...list,
});

describe('what a person may see', () => {
  test.each<[string, Partial<Access>, string, 'all' | string[]]>([
    ['everyone but guests, where nobody made a rule', {}, 'U2', 'all'],
    ['nothing as a guest', {}, 'U3', []],
    ['everything as a guest by name', { people: ['U3'] }, 'U3', 'all'],
    ['everything as a manager', { seenBy: 'managers', departments: [kept('bread')] }, 'U1', 'all'],
    ['everything in a chosen channel', { seenBy: 'channels', channels: ['C2', 'C1'] }, 'U2', 'all'],
    ['nothing as a guest in it', { seenBy: 'channels', channels: ['C1'] }, 'U3', []],
    ['nothing in another channel', { seenBy: 'channels', channels: ['C2'] }, 'U2', []],
    ['channels do not count where everyone may', { channels: ['C2'] }, 'U2', 'all'],
    ['nor where only managers may', { seenBy: 'managers', channels: ['C1'] }, 'U2', []],
    ['all but what is kept to managers', { departments: [kept('bread')] }, 'U2', ['cake', 'coffee']],
    ['also what is kept to them by name', { departments: [kept('bread', { people: ['U2'] })] }, 'U2', 'all'],
    [
      'also what is kept to their channel',
      { departments: [kept('bread', { channels: ['C1'] })] },
      'U2',
      'all',
    ],
    [
      'one department by a list of its own',
      { seenBy: 'managers', departments: [kept('bread', { channels: ['C1'] }), kept('cake')] },
      'U2',
      ['bread'],
    ],
    [
      'not by the list of a guest’s channel',
      { departments: [kept('bread', { channels: ['C1'] })] },
      'U3',
      [],
    ],
    [
      'one department as a guest by name',
      { departments: [kept('bread', { people: ['U3'] })] },
      'U3',
      ['bread'],
    ],
    [
      'nothing where all are kept to others',
      { departments: all.map((department) => kept(department)) },
      'U2',
      [],
    ],
  ])('%s', async (_name, access, userId, seen) => {
    const bench = await benchWith(access);

    expect(await seenBy(bench, userId)).toEqual(seen);
  });

  test('a channel that Slack will not tell of lets nobody in, and others still do', async () => {
    const bench = await benchWith({ seenBy: 'channels', channels: ['C0GONE', 'C1'] });

    const inside = await readingOf(await bench.context(), 'U2');
    const outside = await readingOf(await bench.context(), 'U8');

    expect(inside).toEqual({ standing: 'member', seen: 'all', blind: ['C0GONE'] });
    expect(outside).toEqual({ standing: 'member', seen: new Set(), blind: ['C0GONE'] });
  });

  test('nothing is decided while Slack does not answer', async () => {
    const bench = await benchWith({ seenBy: 'channels', channels: ['C1'] });
    bench.delivery.members = async () => {
      throw new DeliveryError('conversations.members', 'unsure', 'no_answer');
    };
    const context = await bench.context();

    await expect(readingOf(context, 'U2')).rejects.toThrow(DeliveryError);
    await expect(requireReader(context, 'U2')).rejects.toThrow(DeliveryError);
  });

  test('no channel is asked for where none matters', async () => {
    const bench = await benchWith({ channels: ['C1'], people: [] });
    bench.delivery.members = async () => {
      throw new Error('asked in vain');
    };

    expect(await seenBy(bench, 'U2')).toBe('all');
    expect(await seenBy(bench, 'U3')).toEqual([]);
  });
});

test('a named manager who is a guest by now manages no more, and sees nothing', async () => {
  const bench = await benchWith({});
  const context = await bench.context();

  bench.delivery.people.set('U1', { isGuest: true });

  await expect(requireManager(context, 'U1')).rejects.toMatchObject({ whom: 'manager', mayAsk: false });
  expect(await seenBy(bench, 'U1')).toEqual([]);
});

test('a refusal says whether it is one of a guest, of others, or of managers only', async () => {
  const bench = await benchWith({ seenBy: 'managers' });
  const context = await bench.context();

  await expect(requireReader(context, 'U3')).rejects.toMatchObject({ whom: 'member' });
  await expect(requireReader(context, 'U2')).rejects.toMatchObject({ whom: 'reader' });
  await expect(requireManager(context, 'U2')).rejects.toMatchObject({ whom: 'manager' });
});
