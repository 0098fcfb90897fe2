import type { Message } from '../../demo/slack/world/types.ts';
import type { Expectation } from './expectation.ts';
import { type FarEnds, salesChannel } from './far-ends.ts';

/** What is not as it should be in the database and in Slack; empty when all is well. */
export async function differences(ends: FarEnds, expectation: Expectation): Promise<string[]> {
  return [
    ...(await wrongFigures(ends, expectation)),
    ...wrongPosts(ends, expectation),
    ...(await wrongBackfills(ends)),
    ...wrongCalls(ends),
  ];
}

/** Every figure, and all it ever said: one revision a change. */
async function wrongFigures({ engine, workspaceId }: FarEnds, { revisions }: Expectation): Promise<string[]> {
  const figures = await engine.models.figures.find({ workspaceId }).lean();
  const kept = figures.map((figure) => [
    `${figure.day} ${figure.storeId}`,
    [...figure.revisions.map(said), `now ${said(figure)}`],
  ]);
  const expected = [...revisions].map(([key, past]) => {
    const last = past.at(-1);
    return [key, [...past.map(said), last ? `now ${said(last)}` : '']];
  });
  return unlike('figures', Object.fromEntries(kept), Object.fromEntries(expected));
}

const said = ({
  state,
  gross,
  net,
  tax,
  sales,
}: { state: string } & Record<'gross' | 'net' | 'tax' | 'sales', number>) =>
  `${state} ${gross} - ${tax} = ${net} of ${sales}`;

/** One digest a day, one reply with its details, one correction a change; and each digest says what is so now. */
function wrongPosts({ slack }: FarEnds, expectation: Expectation): string[] {
  const own = slack.state.messages.filter(
    ({ fromApp, channel, ephemeralTo }) => fromApp && channel === salesChannel && ephemeralTo === undefined,
  );
  const digests = own.filter(({ threadTs }) => threadTs === undefined);
  const posts = digests.map((digest): [string, object] => {
    const thread = own.filter(({ threadTs }) => threadTs === digest.ts).map(keyOf);
    return [
      keyOf(digest),
      {
        total: digest.text.split(' excl. VAT on ')[0],
        isPartial: digest.text.includes('stores in'),
        details: thread.filter((key) => key.startsWith('details')).length,
        corrections: thread.filter((key) => key.startsWith('correction')).length,
        replies: thread.length,
      },
    ];
  });
  const expected = [...expectation.digests].map(([day, { corrections }]): [string, object] => [
    `digest ${day}`,
    {
      total: euros(expectation.turnoverOf(day)),
      isPartial: false,
      details: 1,
      corrections,
      replies: 1 + corrections,
    },
  ]);
  const problems = unlike('digests', Object.fromEntries(posts), Object.fromEntries(expected));
  const twice = posts.map(([key]) => key).filter((key, index, keys) => keys.indexOf(key) !== index);
  return [
    ...twice.map((key) => `${key} was posted more than once`),
    ...problems,
    ...(problems.length > 0 ? corrections(own) : []),
  ];
}

/** What was said in threads: to understand what is wrong. */
const corrections = (own: readonly Message[]) =>
  own
    .filter((message) => keyOf(message).startsWith('correction'))
    .map((message) => `  said under ${keyOf(message)}: ${message.text.replaceAll('\n', ' | ')}`);

/** Older days were read once, and whoever asked for them sees that. */
async function wrongBackfills({ engine, workspaceId, slack }: FarEnds): Promise<string[]> {
  const backfills = await engine.models.backfills.find({ workspaceId }).lean();
  return backfills.flatMap(({ state, progress }) => {
    const shown = slack.state.messages.find(({ ts }) => ts === progress?.ts);
    const isShown = shown !== undefined && JSON.stringify(shown).includes('All in.');
    return state === 'done' && isShown ? [] : [`a backfill is ${state} and shows: ${shown?.text}`];
  });
}

/** What Slack refused. Nobody's connection is broken but that of a process that dies. */
function wrongCalls({ slack }: FarEnds): string[] {
  const refused = slack.traffic.log.filter(({ from, verdict }) => from === 'app' && verdict !== 'ok');
  return refused.map(({ name, verdict }) => `Slack refused ${name}: ${verdict}`);
}

function unlike(what: string, kept: Record<string, unknown>, expected: Record<string, unknown>): string[] {
  const keys = [...new Set([...Object.keys(kept), ...Object.keys(expected)])].sort();
  return keys.flatMap((key) => {
    const [is, should] = [JSON.stringify(kept[key]), JSON.stringify(expected[key])];
    return is === should ? [] : [`${what}, ${key}:\n  is     ${is}\n  should ${should}`];
  });
}

/** What a message of Daybook's carries unseen. */
function keyOf({ metadata, text }: Message): string {
  const payload = metadata?.['event_payload'];
  const key = typeof payload === 'object' && payload !== null && 'key' in payload ? payload.key : undefined;
  return typeof key === 'string' ? key : text;
}

function euros(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '-' : ''}€${whole}.${digits.slice(-2)}`;
}
