import { worldOf } from '../../../demo/lightspeed/world/hand.ts';
import { askAccess } from '../../../src/access/ask-access.ts';
import type { Context } from '../../../src/context.ts';
import { openDraft } from '../../../src/departments/mapping-draft.ts';
import { saveMapping } from '../../../src/departments/save-mapping.ts';
import { saveChannel } from '../../../src/digest/save-channel.ts';
import { linkAccount } from '../../../src/lightspeed/link-account.ts';
import { orderFiles } from '../../../src/monthly/order-files.ts';
import { addNote } from '../../../src/notes/write-note.ts';
import { runDue } from '../../../src/run-due.ts';
import { closeOnDay } from '../../../src/stores/change-closings.ts';
import { importNow } from '../../../src/turnover/import-now.ts';
import { enterFigure } from '../../../src/turnover/manual-figure.ts';
import { reimportDays } from '../../../src/turnover/reimport-days.ts';
import { enterWorkspace } from '../../../src/workspaces.ts';
import { installIn, type ManyScene, openMany } from '../../story/support/many.ts';

/** Everything of another workspace that a forged payload can name. */
export interface Theirs {
  link: string;
  pausedLink: string;
  /** `link store` */
  place: string;
  store: string;
  department: string;
  otherDepartment: string;
  departmentName: string;
  note: string;
  backfill: string;
  closedDay: string;
  request: string;
  draft: string;
  notice: string;
  noticePlace: { channelId: string; ts: string };
  channel: string;
  /** Of the day's digest. */
  digestTs: string;
  file: string;
  day: string;
}

const zone = 'Europe/Amsterdam';
const day = '2025-11-12';

/** What nobody of the first workspace may ever see: the names and the turnover of the second one. */
export const secrets = /zeep|9.?8.?765,43|98[.,]?765/i;

const shop = (key: string, [account, store, other]: [string, string, string], gross: number) =>
  worldOf({
    account: { accountID: key === 'key-1' ? '1' : '2', name: account },
    keys: [key],
    shops: [
      { shopID: '1', name: store, timeZone: zone },
      { shopID: '2', name: other, timeZone: zone },
    ],
    sales: [
      { at: `${day}T12:00:00+01:00`, gross, shopID: '1' },
      { at: '2025-11-11T12:00:00+01:00', gross, shopID: '1' },
      { at: '2024-10-02T12:00:00+02:00', gross, shopID: '1' },
    ],
  });

/** Two workspaces that are both at work: T1, and T2, of which everything is named. */
export async function twoAtWork(): Promise<{ scene: ManyScene; theirs: Theirs }> {
  const scene = await openMany({
    worlds: [
      shop('key-1', ['Blad', 'Amsterdam', 'Rotterdam'], 12_100),
      shop('key-2', ['Zeepfabriek', 'Zeepwinkel', 'Zeepkar'], 9_876_543),
    ],
  });
  await installIn(scene, { team: 'T1', person: 'U1MANAGER' });
  await installIn(scene, { team: 'T2', person: 'U9MANAGER' });
  await setUp(scene, { workspaceId: 'T1', key: 'key-1', userId: 'U1MANAGER', names: ['Bakery', 'Books'] });
  const context = await setUp(scene, {
    workspaceId: 'T2',
    key: 'key-2',
    userId: 'U9MANAGER',
    names: ['Zeepdepot', 'Zeepschuur'],
  });
  const theirs = await fill(scene, context);
  await keepForGood(scene);
  // Nothing is due any more: whatever happens from now on, an attack did it.
  await runDue(scene.engine);
  await scene.engine.inFlight.settled(5_000);
  return { scene, theirs };
}

/** The clock stands in a year gone by: what is kept only for a while would go while the test runs. */
async function keepForGood({ engine }: ManyScene): Promise<void> {
  for (const { collection } of Object.values(engine.models)) {
    for (const { name, expireAfterSeconds } of await collection.indexes()) {
      if (expireAfterSeconds !== undefined && name !== undefined) await collection.dropIndex(name);
    }
  }
}

async function setUp(
  { engine }: ManyScene,
  {
    workspaceId,
    key,
    userId,
    names,
  }: { workspaceId: string; key: string; userId: string; names: [string, string] },
): Promise<Context> {
  const context = () => enterWorkspace(engine, { workspaceId });
  const { link } = await linkAccount(await context(), { key, userId, deadline: 5_000 });
  const choices = names.map((name, index) => ({
    storeId: String(index + 1),
    target: { kind: 'new' as const, name },
  }));
  await saveMapping(await context(), { linkId: link._id, choices, userId });
  await importNow(await context(), { link });
  return context();
}

async function fill({ engine, other }: ManyScene, context: Context): Promise<Theirs> {
  const { models } = engine;
  const own = { workspaceId: 'T2' };
  const userId = 'U9MANAGER';
  const [first, second] = await models.departments.find(own).sort({ name: 1 }).lean();
  const link = await models.links.findOne(own).lean();
  if (!first || !second || !link) throw new Error('the other workspace is not set up');
  await addNote(context, { day, text: 'zeepnieuws', userId });
  await closeOnDay(context, { day: '2025-12-25', store: { linkId: link._id, storeId: '1' }, userId });
  await enterFigure(context, {
    linkId: link._id,
    storeId: '2',
    day,
    gross: 9_876_543,
    tax: 0,
    reason: 'zeepreden',
    userId,
  });
  await saveChannel(context, { channelId: 'C2SALES', hour: 8, zone, userId });
  await orderFiles(context, { userIds: [userId], format: 'csv', userId });
  await askAccess(context, { userId: 'U8MEMBER', asked: { wish: 'manage' } });
  const { draft } = await openDraft(context, { linkId: link._id, userId });
  const backfill = engine.newId();
  await models.backfills.create({
    ...own,
    _id: backfill,
    linkId: `${link._id}-paused`,
    from: '2025-08-01',
    to: '2025-08-02',
    next: '2025-08-02',
    state: 'paused',
    dueAt: new Date(engine.clock()),
    askedBy: userId,
    askedAt: new Date(engine.clock()),
  });
  await models.links.create({
    ...link,
    _id: `${link._id}-paused`,
    accountId: '3',
    name: 'Zeepziederij',
    state: 'paused',
    gaps: [{ from: new Date(engine.clock()), to: null }],
  });
  await reimportDays(context, { link, from: '2024-10-02', to: '2024-10-02', who: userId });
  const message = await engine.delivery.post('T2', { channelId: userId, text: 'zeepwinkels', blocks: [] });
  const notice = engine.newId();
  await models.storeNotices.create({
    ...own,
    _id: notice,
    linkId: link._id,
    storeIds: ['2'],
    places: [{ userId, ...message }],
    isOpen: true,
    at: new Date(engine.clock()),
  });
  const digest = await engine.delivery.post('T2', { channelId: 'C2SALES', text: 'zeepomzet', blocks: [] });
  const posted = { state: 'posted', ts: digest.ts, dueAt: new Date(0), nextAt: new Date(0) } as const;
  await models.digestPosts.create({ ...own, channelId: 'C2SALES', day, ...posted });
  other.state.files['F0FORGED'] = {
    id: 'F0FORGED',
    name: 'zeep.csv',
    title: 'zeep',
    altText: '',
    size: 20,
    content: Buffer.from('Zeeponbekend,2025-12-01,98765.00').toString('base64'),
    user: userId,
    isPending: false,
    shared: true,
  };
  return {
    link: link._id,
    pausedLink: `${link._id}-paused`,
    place: `${link._id} 1`,
    store: '1',
    department: first._id,
    otherDepartment: second._id,
    departmentName: first.name,
    note: (await models.notes.findOne(own).lean())?._id ?? '',
    backfill,
    closedDay: (await models.closedDays.findOne(own).lean())?._id ?? '',
    request: (await models.accessRequests.findOne(own).lean())?._id ?? '',
    draft: draft._id,
    notice,
    noticePlace: message,
    channel: 'C2SALES',
    digestTs: digest.ts,
    file: 'F0FORGED',
    day,
  };
}
