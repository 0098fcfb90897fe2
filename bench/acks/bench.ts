import assert from 'node:assert/strict';
import { type Asked, createAsker } from '../asker.ts';
import type { Bench, Report, Row } from '../bench.ts';
import { openPrepared, startServer } from '../database.ts';
import { startDaybook } from '../daybook.ts';
import { bookYears, netOf, stores } from '../five-years.ts';
import { inFolder } from '../folder.ts';
import { startApart } from '../fork.ts';
import { quantile } from '../median.ts';
import { atRate } from '../pace.ts';
import { settingsFor } from '../settings.ts';
import { type SlackStub, startSlackStub, teamId } from '../slack-stub.ts';

const rounds = 3;
/** A minute in all. */
const everybody = { perSecond: 100, seconds: 20 };
const questions = { perSecond: 50, seconds: 10 };
const firstYear = '2020';
const years = ['2021', '2022', '2023', '2024'];

export const acksBench: Bench = {
  name: 'acks',
  about: '/turnover over signed HTTP with 5 years of 200 stores: acknowledged, and answered in full',
  run: measure,
};

type Ask = (text: string) => Asked;

async function measure(): Promise<Report> {
  const slack = await startSlackStub();
  const server = await startServer();
  try {
    return await inFolder((dataDir) => measureIn({ slack, uri: server.uri('acks'), dataDir }));
  } finally {
    await server.stop();
    await slack.close();
  }
}

async function measureIn(around: { slack: SlackStub; uri: string; dataDir: string }): Promise<Report> {
  const { slack, uri } = around;
  const { connection, models } = await openPrepared(uri);
  const days = await bookYears({ models, connection }, { last: '2024-12-31' });
  const bare = await startApart(new URL('bare.ts', import.meta.url), {
    args: [slack.url],
  });
  const daybook = await startDaybook(settingsFor({ ...around, role: 'web' }));
  try {
    const rows = await rowsOf({
      ask: createAsker(slack, String(JSON.parse(daybook.said).port)),
      askBare: createAsker(slack, bare.said),
      days,
      read: (day) => models.figures.find({ workspaceId: teamId, day }).lean(),
    });
    return { rows };
  } finally {
    await daybook.stop();
    await bare.stop();
    await connection.close();
  }
}

interface Parts {
  ask: Ask;
  askBare: Ask;
  days: readonly string[];
  read: (day: string) => Promise<unknown[]>;
}

async function rowsOf({ ask, askBare, days, read }: Parts): Promise<Row[]> {
  const placeOf = (index: number) => (index * 7_919) % days.length;
  const dayAt = (index: number) => days[placeOf(index)] ?? '';
  const answer = async (index: number) => {
    const { text, ms } = await ask(dayAt(index)).whole();
    assert.ok(text.includes(totalOf(placeOf(index))), `${dayAt(index)}: ${text}`);
    return ms;
  };
  const readOnce = async (index: number) => {
    const started = performance.now();
    assert.equal((await read(dayAt(index))).length, stores);
    return performance.now() - started;
  };
  await atRate({ perSecond: 5, seconds: 5 }, answer);

  const samples = {
    acks: [] as number[],
    bareAcks: [] as number[],
    answers: [] as number[],
    reads: [] as number[],
  };
  for (let round = 0; round < rounds; round += 1) {
    samples.bareAcks.push(p99(await atRate(everybody, () => askBare('').acked)));
    samples.acks.push(p99(await atRate(everybody, () => ask('help').acked)));
  }
  for (let round = 0; round < rounds; round += 1) {
    samples.answers.push(p99(await atRate(questions, answer)));
    samples.reads.push(p99(await atRate(questions, readOnce)));
  }
  // The thread that draws is there.
  await ask(firstYear).whole();
  const [drawn, again]: [number[], number[]] = [[], []];
  const answerOf = async (year: string) => {
    const { text, ms } = await ask(year).whole();
    assert.ok(text.includes(totalIn(days, year)), `${year}: ${text}`);
    return ms;
  };
  for (const year of years) drawn.push(await answerOf(year));
  for (const year of years) again.push(await answerOf(year));
  return [
    {
      name: 'p99 of the acknowledgement at 100/s',
      unit: 'ms',
      samples: samples.acks,
      floor: { name: 'bare Bolt', samples: samples.bareAcks },
      target: { at: 'most', value: 1.25 },
    },
    {
      name: `p99 of the full answer at ${questions.perSecond}/s`,
      unit: 'ms',
      samples: samples.answers,
      target: { at: 'most', value: 150 },
    },
    {
      name: 'the same to its floor',
      unit: 'ms',
      samples: samples.answers,
      floor: { name: 'one indexed read', samples: samples.reads },
      target: { at: 'most', value: 3 },
    },
    { name: 'the answer to a year', unit: 'ms', samples: drawn, target: { at: 'most', value: 100 } },
    { name: 'the same, its picture known', unit: 'ms', samples: again, target: { at: 'most', value: 100 } },
  ];
}

const p99 = (times: readonly number[]) => quantile(times, 0.99);

/** The total of a day, as it is told in English. */
const totalOf = (day: number): string => told(centsOf(day));

/** The total of the days that begin with these letters. */
function totalIn(days: readonly string[], letters: string): string {
  const cents = days.map((day, index) => (day.startsWith(letters) ? centsOf(index) : 0));
  return told(cents.reduce((sum, each) => sum + each, 0));
}

const centsOf = (day: number): number =>
  Array.from({ length: stores }, (_, store) => netOf(store, day)).reduce((sum, net) => sum + net, 0);

const told = (cents: number): string =>
  new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2 }).format(cents / 100);
