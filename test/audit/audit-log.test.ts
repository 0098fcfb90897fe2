import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import type { AuditAction } from '../../models/audit-entry.ts';
import { audit } from '../../src/security/audit.ts';
import { type AuditNames, auditKinds, readAudit } from '../../src/security/audit-log.ts';
import { auditSentence } from '../../views/audit/sentence.ts';
import { startBench, workspaceId } from '../support/engine.ts';

const bench = () => startBench({ world: worldOf({ shops: [] }), at: '2024-06-03T10:00:00+02:00' });

/** Every action there is, by the list that the model's file holds. */
async function allActions(): Promise<string[]> {
  const source = await readFile(join(import.meta.dirname, '../../models/audit-entry.ts'), 'utf8');
  return [...source.matchAll(/^ {2}\| '([\w.-]+)'/gm)].map((match) => match[1] ?? '');
}

test('an entry cannot be changed or deleted', async () => {
  const { engine, context } = await bench();
  await audit(await context(), { who: 'U1', action: 'link.made', details: { account: 'A' } });
  const { auditEntries } = engine.models;
  const mine = { workspaceId };
  const [entry] = await auditEntries.find(mine);
  if (!entry) throw new Error('nothing was written down');

  const attempts = [
    () => auditEntries.updateOne(mine, { $set: { who: 'U2' } }),
    () => auditEntries.updateMany(mine, { $set: { who: 'U2' } }),
    () => auditEntries.replaceOne(mine, {}),
    () => auditEntries.findOneAndUpdate(mine, { $set: { who: 'U2' } }),
    () => auditEntries.findOneAndReplace(mine, {}),
    () => auditEntries.findOneAndDelete(mine),
    () => auditEntries.deleteOne(mine),
    () => auditEntries.deleteMany(mine),
    () => auditEntries.bulkWrite([{ deleteOne: { filter: mine } }]),
    () => entry.deleteOne(),
    () => entry.set('who', 'U2').save(),
  ];

  for (const attempt of attempts) {
    await expect((async () => attempt())()).rejects.toThrow(/never changed or deleted|immutable/);
  }
  expect(await auditEntries.find(mine).lean()).toMatchObject([{ who: 'U1' }]);
});

test('pages follow each other, the latest first, and can be narrowed to a person and a kind', async () => {
  const { engine, context, clock } = await bench();
  for (let number = 0; number < 30; number += 1) {
    clock.moveTo(`2024-06-03T10:00:${String(number).padStart(2, '0')}+02:00`);
    const action = number % 2 === 0 ? 'link.made' : 'department.added';
    const details = { account: `A${number}`, name: `D${number}` };
    await audit(await context(), { who: number % 3 === 0 ? 'U1' : 'U2', action, details });
  }
  await audit(await context('T2'), { who: 'U1', action: 'link.made', details: { account: 'theirs' } });
  const ask = async (kind: (typeof auditKinds)[number] | null, who: string | null, page: number) =>
    readAudit(await context(), { kind, who, page });

  const first = await ask(null, null, 0);
  const last = await ask(null, null, 2);
  const narrow = await ask('accounts', 'U1', 0);

  expect(first.entries[0]?.details).toMatchObject({ account: 'A29' });
  expect([first.entries.length, first.hasOlder]).toEqual([12, true]);
  expect([last.entries.length, last.hasOlder]).toEqual([6, false]);
  expect(narrow.entries.map(({ details }) => details['account'])).toEqual(['A24', 'A18', 'A12', 'A6', 'A0']);
  expect(await engine.models.auditEntries.countDocuments({ workspaceId: 'T2' })).toBe(1);
});

test('each action is of one kind, so that it is found by it', async () => {
  const { context } = await bench();
  const actions = (await allActions()) as AuditAction[];
  for (const action of actions) await audit(await context(), { who: 'U1', action, details: {} });

  const found: string[] = [];
  for (const kind of auditKinds) {
    for (let page = 0; ; page += 1) {
      const { entries, hasOlder } = await readAudit(await context(), { kind, who: null, page });
      found.push(...entries.map(({ action }) => action));
      if (!hasOlder) break;
    }
  }

  expect(actions.length).toBeGreaterThan(40);
  expect(found.toSorted()).toEqual(actions.toSorted());
});

const names: AuditNames = {
  links: new Map([['665f0c5e9f1b2a3c4d5e6f70', 'Blad & Boon']]),
  departments: new Map([['665f0c5e9f1b2a3c4d5e6f71', 'Bakery']]),
  stores: new Map([['665f0c5e9f1b2a3c4d5e6f70 7', 'Harbour']]),
};

const full = {
  linkId: '665f0c5e9f1b2a3c4d5e6f70',
  storeId: '7',
  departmentId: '665f0c5e9f1b2a3c4d5e6f71',
  departments: [{ departmentId: '665f0c5e9f1b2a3c4d5e6f71' }],
  backfillId: '665f0c5e9f1b2a3c4d5e6f72',
  account: '<!channel> & Sons',
  name: '<!here> *bold*',
  formerName: 'Old',
  reason: 'till was broken',
  from: '2024-05-01',
  to: '2024-05-31',
  day: '2024-05-02',
  channelId: 'C012345',
  person: 'U0987',
  by: 'U0987',
  added: ['U0987'],
  removed: ['U0654'],
  userIds: ['U0987'],
  stores: Array.from({ length: 300 }, (_, number) => `Store ${number}`),
  vat: 'incl',
  department: 'Bakery',
};

test.each(['en', 'nl'] as const)(
  'every deed is told as a sentence without ids or codes: %s',
  async (language) => {
    for (const action of (await allActions()) as AuditAction[]) {
      const own = action.startsWith('department.') ? { from: 'Old', to: 'New', into: 'New' } : {};
      for (const details of [{ ...full, ...own }, {}]) {
        const at = new Date('2024-06-03T08:00:00Z');
        const text = auditSentence({ workspaceId, at, who: 'U0123', action, details }, names, language);

        expect(text, action).toMatch(/^(?:<@U0123>|Lightspeed|\*).{8,900}/);
        expect(text, action).not.toMatch(/665f0c5e|undefined|NaN|\[object|<!|\d{4}-\d{2}-\d{2}|\w\.\w+-/);
      }
    }
  },
);

test('every action is written down somewhere', async () => {
  const names = await readdir('src', { recursive: true });
  const files = [...names.map((name) => join('src', name)), 'views/import-now/listeners.ts', 'cli/export.ts'];
  const sources = await Promise.all(
    files
      .filter((name) => name.endsWith('.ts') && !name.endsWith('audit-log.ts'))
      .map((name) => readFile(name, 'utf8')),
  );

  const idle = (await allActions()).filter(
    (action) => !sources.some((source) => source.includes(`'${action}'`)),
  );

  expect(idle).toEqual([]);
});
