import { expect, inject, onTestFinished, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { startSlack } from '../../demo/slack/start.ts';
import manifest from '../../manifest.json' with { type: 'json' };
import { readConfig } from '../../src/config.ts';
import { withDatabase } from '../../src/database/uri.ts';
import { type Aside, createAside } from '../../src/digest/aside.ts';
import { openDueDigests } from '../../src/digest/due-digests.ts';
import { addDays } from '../../src/turnover/trading-day.ts';
import { encryptionKeys, startBench } from '../support/engine.ts';
import { amsterdam, salesChannel, setUpShop } from '../support/shop.ts';

const signingSecret = 'aside-signing-secret';
const botToken = 'xoxb-aside';

/** A digest that is due by the real clock at whatever hour this runs, a Slack, and a thread over them. */
async function digestDue() {
  const today = addDays(new Date().toISOString().slice(0, 10), -1);
  const yesterday = addDays(today, -1);
  const bench = await startBench({
    world: worldOf({
      shops: [{ ...amsterdam, timeZone: 'UTC' }],
      sales: [{ at: `${yesterday}T12:00:00Z`, gross: 1_000, tax: 0 }],
    }),
    at: `${yesterday}T10:00:00Z`,
  });
  await setUpShop(bench, { departments: { City: ['1'] }, digestHour: 0 });
  await bench.engine.models.channels.updateMany({ workspaceId: 'T1' }, { $set: { zone: 'UTC', hour: 23 } });
  await bench.runAt(`${today}T03:00:30Z`);
  await bench.engine.models.channels.updateMany({ workspaceId: 'T1' }, { $set: { hour: 0 } });
  await openDueDigests(bench.engine);
  const slack = await startSlack({
    manifest,
    people: [{ id: 'U1', name: 'Marieke', is_admin: true, tz: 'Europe/Amsterdam' }],
    channels: [{ id: salesChannel, name: 'sales', hasBot: true }],
    team: { id: 'T1', name: 'Shop', domain: 'shop' },
    signingSecret,
    botToken,
  });
  onTestFinished(() => slack.close());
  const config = readConfig({
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    MONGODB_URI: withDatabase(inject('mongodbUri'), bench.engine.connection.name),
    ENCRYPTION_KEYS: encryptionKeys,
    LOG_LEVEL: 'silent',
  });
  const counted: string[] = [];
  const aside: Aside = createAside(config, {
    digestPosted: () => counted.push('posted'),
    slackCalled: (method) => counted.push(method),
  });
  return { bench, slack, aside, counted };
}

test('a thread brings out what is due, once however often it is asked, and what it did is counted', async () => {
  const { slack, aside, counted } = await digestDue();

  await Promise.all([aside.drainDigests(), aside.drainDigests()]);

  const texts = slack
    .as('U1')
    .seen('sales')
    .map(({ text }) => text);
  expect(texts.filter((text) => text.startsWith('€10.00 '))).toHaveLength(1);
  expect(counted.filter((each) => each === 'posted')).toHaveLength(1);
  expect(counted.filter((each) => each === 'chat.postMessage')).toHaveLength(2);
}, 120_000);

test('nothing is begun after a stop', async () => {
  const { slack, aside } = await digestDue();
  aside.stop();

  await aside.drainDigests();

  expect(slack.as('U1').seen('sales')).toEqual([]);
}, 120_000);
