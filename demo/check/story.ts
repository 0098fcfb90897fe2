import { runDue } from '../../src/run-due.ts';
import { type CheckFigure, figuresOf } from '../lightspeed/figures.ts';
import { view, type World } from '../lightspeed/world.ts';
import type { LocalWorkspace, SimulatedClock } from '../local-workspace.ts';
import type { PersonDriver } from '../slack/driver/person.ts';
import { amountText } from './amount-text.ts';
import { pictureIn } from './digest-picture.ts';
import { expectIncludes, expectSame } from './expect.ts';
import { expectNoteAndTarget, leaveNote, setTarget } from './note-and-target.ts';
import { checkRange } from './range-answer.ts';

export interface Stage {
  workspace: LocalWorkspace;
  clock: SimulatedClock;
  world: World;
  /** Tells a step with its figures. */
  tell(line: string): void;
}

/** The stores of the two departments in the story. */
const departments = [
  { name: 'City', stores: ['1', '3'] },
  { name: 'Harbour', stores: ['2'] },
];

/** The day whose figure is corrected, and the one after it. */
const day = '2025-11-12';

/**
 * The whole main job as people see it: link with a wrong and a right key, map, a night, a digest, a void on the next day, a
 * second night, the corrected digest, a note, a target, and `/turnover`. Throws at the first thing that is not as it should be.
 */
export async function playStory(stage: Stage): Promise<void> {
  const { workspace, clock, tell } = stage;
  const manager = workspace.slack.as('U1MANAGER');

  await link(stage, manager);
  await map(stage, manager);

  clock.moveTo('2025-11-13T03:00:30+01:00');
  await runDue(workspace.daybook.engine);
  const first = expected(stage);
  tell(`First night: ${figuresText(first)}`);
  await expectStored(stage, first, 'provisional');

  clock.moveTo('2025-11-13T08:00:10+01:00');
  await runDue(workspace.daybook.engine);
  const digest = digestOf(stage);
  expectIncludes(digest.text, amountText(net(first)), 'the digest');
  tell(`Digest at eight: ${digest.text}`);
  const picture = pictureIn(workspace.slack.state, digest.ts);
  expectSame(picture.width, 1120, 'the width of the picture');
  expectIncludes(picture.altText, amountText(net(first)), 'the words of the picture');
  tell(`Its picture: ${picture.altText}`);
  await leaveNote(stage, digest.ts);
  await setTarget(stage, manager);

  const voided = voidOne(stage, '2025-11-13T11:20:00+01:00');
  tell(`Next day, 11:20: a sale of yesterday is voided (${amountText(voided)} incl. VAT)`);
  clock.moveTo('2025-11-14T03:00:30+01:00');
  await runDue(workspace.daybook.engine);
  const second = expected(stage);
  tell(`Second night: ${figuresText(second)}`);
  expectSame(gross(second) < gross(first), true, 'the figure went down');
  await expectStored(stage, second, 'final');

  const corrected = digestOf(stage);
  expectSame(corrected.ts, digest.ts, 'the digest was edited, not repeated');
  expectIncludes(corrected.text, amountText(net(second)), 'the corrected digest');
  tell(`Digest now: ${corrected.text}`);
  const redrawn = pictureIn(workspace.slack.state, corrected.ts);
  expectSame(redrawn.id === picture.id, false, 'the picture is the old one');
  expectIncludes(redrawn.altText, amountText(net(second)), 'the words of the new picture');
  const reply = replyTo(stage, digest.ts);
  expectIncludes(reply, 'voided', 'the reason in the thread');
  tell(`In its thread: ${reply.replaceAll('\n', ' | ')}`);

  await askForDay(stage, manager, second);
  // The first night read 11 November for the last time; the second one has just read the days after it.
  const [firstNight, secondNight] = [Date.parse('2025-11-13T03:00:30+01:00'), clock.now()];
  const days = [
    { day: '2025-11-11', at: firstNight },
    { day, at: secondNight },
    { day: '2025-11-13', at: secondNight },
  ];
  const typed = '11..13 november';
  const range = await checkRange({ ...stage, days, departments }, { person: manager, typed });
  tell(`/turnover ${typed}: ${range}`);
}

async function link({ workspace, tell }: Stage, manager: PersonDriver): Promise<void> {
  const { slack } = workspace;
  await manager.command('/lightspeed link', { channel: 'sales' });
  const form = await slack.waitFor(() => shown(manager, 'API key'), 3_000, 'the link form');
  await manager.type(form, 'API key', 'not-the-key');
  await manager.submit(form);
  const refusal = Object.values(manager.modal()?.errors ?? {})[0] ?? '';
  expectIncludes(refusal, 'refused', 'the error at the field');
  tell(`Wrong key: ${refusal}`);

  await manager.type(form, 'API key', 'demo-key-nl');
  await manager.submit(form);
  const linked = await slack.waitFor(() => shown(manager, 'is linked'), 5_000, 'the links table');
  tell(`Right key: ${linked.words}`);
  await manager.click(linked, 'Map');
}

async function map({ workspace, tell }: Stage, manager: PersonDriver): Promise<void> {
  const { slack } = workspace;
  await slack.waitFor(() => shown(manager, 'Which department'), 3_000, 'the mapping form');
  for (const [store, department] of [
    ['Amsterdam', 'City'],
    ['Rotterdam', 'Harbour'],
    ['Utrecht', 'City'],
  ] as const) {
    await manager.select(modalOf(manager), store, 'New department…');
    const label = `New department for ${store}`;
    await slack.waitFor(() => shown(manager, label), 3_000, 'the field for a new name');
    await manager.type(modalOf(manager), label, department);
  }
  await manager.submit(modalOf(manager));
  const done = await slack.waitFor(() => shown(manager, 'Saved.'), 3_000, 'what is set up');
  tell(`Mapped: ${done.words}`);
  await manager.select(done, 'choose_channel', 'sales');
  const chosen = await slack.waitFor(() => shown(manager, 'goes to'), 3_000, 'the chosen channel');
  tell(`Channel: ${chosen.words}`);
  await manager.close(chosen);
}

async function askForDay(
  { workspace, tell }: Stage,
  manager: PersonDriver,
  figures: readonly CheckFigure[],
): Promise<void> {
  await manager.command(`/turnover ${day}`, { channel: 'general' });
  const answer = await workspace.slack.waitFor(
    () => manager.seen('general').findLast(({ isEphemeral }) => isEphemeral),
    3_000,
    'the day log',
  );
  const turnover = ({ stores }: (typeof departments)[number]) =>
    net(figures.filter(({ storeId }) => stores.includes(storeId)));
  for (const department of departments) {
    const line = `${department.name}: ${amountText(turnover(department))}`;
    expectIncludes(answer.text, line, `the line of ${department.name}`);
  }
  const city = departments.filter(({ name }) => name === 'City').map(turnover);
  expectNoteAndTarget(answer, city[0] ?? 0);
  tell(`/turnover ${day}: ${answer.text}`);
}

function voidOne({ world, clock }: Stage, at: string): number {
  clock.moveTo(at);
  const now = clock.now();
  const opened = Date.parse(`${day}T00:00:00+01:00`);
  const sale = world
    .sales(now, { from: opened, to: opened + 86_400_000 })
    .map((each) => view(each, now))
    .find((each) => {
      const isOfDay =
        each?.completeTime != null && each.completeTime >= opened && each.completeTime < opened + 86_400_000;
      return each?.sale.shopID === '2' && isOfDay && !each.voided && each.amounts.total > 0;
    });
  if (!sale) throw new Error('the day has no sale to void');
  world.voidSale(sale.sale.saleID, now);
  return sale.amounts.total;
}

/** What Lightspeed's sales of the day add up to now, by other code than ours. */
function expected({ world, clock }: Stage): CheckFigure[] {
  return figuresOf(world, { day, at: clock.now() });
}

async function expectStored(
  { workspace }: Stage,
  figures: readonly CheckFigure[],
  state: string,
): Promise<void> {
  const { models } = workspace.daybook.engine;
  const stored = await models.figures.find({ workspaceId: workspace.slack.state.team.id, day }).lean();
  const byStore = stored.toSorted((one, other) => one.storeId.localeCompare(other.storeId));
  expectSame(
    byStore.map((figure) => [
      figure.storeId,
      figure.gross,
      figure.net,
      figure.tax,
      figure.sales,
      figure.state,
    ]),
    [...figures]
      .sort((a, b) => a.storeId.localeCompare(b.storeId))
      .map((figure) => [figure.storeId, figure.gross, figure.net, figure.tax, figure.sales, state]),
    'the stored figures',
  );
}

function digestOf({ workspace }: Stage) {
  const posts = workspace.slack.state.messages.filter(
    ({ channel, fromApp, threadTs }) => channel === 'C1SALES' && fromApp && threadTs === undefined,
  );
  const about = posts.filter(({ text }) => text.includes('12 Nov'));
  expectSame(about.length, 1, 'digests of the day');
  return about[0] ?? { text: '', ts: '' };
}

/** The correction in the thread, under the details of the day. */
function replyTo({ workspace }: Stage, ts: string): string {
  const replies = workspace.slack.state.messages.filter(
    ({ threadTs, fromApp, ephemeralTo }) => threadTs === ts && fromApp && ephemeralTo === undefined,
  );
  expectSame(replies.length, 2, 'replies in the thread of the digest');
  expectIncludes(replies[0]?.text ?? '', 'Per store', 'the details in the thread');
  return replies[1]?.text ?? '';
}

function shown(person: PersonDriver, words: string) {
  const view = person.modal();
  return view?.words.includes(words) ? view : undefined;
}

function modalOf(person: PersonDriver) {
  const view = person.modal();
  if (!view) throw new Error('no modal is open');
  return view;
}

const gross = (figures: readonly CheckFigure[]) => figures.reduce((sum, figure) => sum + figure.gross, 0);
const net = (figures: readonly CheckFigure[]) => figures.reduce((sum, figure) => sum + figure.net, 0);

function figuresText(figures: readonly CheckFigure[]): string {
  const stores = figures.map(
    ({ storeId, net: amount, sales }) => `store ${storeId} ${amountText(amount)} (${sales} sales)`,
  );
  return `${stores.join(', ')}; together ${amountText(net(figures))} excl. VAT`;
}
