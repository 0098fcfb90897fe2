import type { KnownBlock } from '@slack/types';
import { expect, test, vi } from 'vitest';
import { createLogger } from '../../src/logger.ts';
import { DeliveryError } from '../../src/slack/delivery.ts';
import { type Call, drop, hang, json, type Reply, refusal, startApi } from './support.ts';

const blocks: KnownBlock[] = [{ type: 'section', text: { type: 'mrkdwn', text: 'Total' } }];
const message = { channelId: 'C1', text: '€1 in total', blocks };
const posted = json({ ok: true, channel: 'C1', ts: '1.2' });

async function failureOf(reply: Reply): Promise<DeliveryError> {
  const { delivery } = await startApi([reply]);
  const error: unknown = await delivery.post('T1', message).catch((caught) => caught);
  if (!(error instanceof DeliveryError)) throw new Error(`no DeliveryError but ${String(error)}`);
  return error;
}

test('a message that Slack took gives its place', async () => {
  const { delivery, calls } = await startApi([posted]);

  const place = await delivery.post('T1', { ...message, threadTs: '0.9', key: 'digest 2025-11-12' });

  expect(place).toEqual({ channelId: 'C1', ts: '1.2' });
  expect(calls).toHaveLength(1);
  expect(calls[0]?.args).toMatchObject({ channel: 'C1', text: '€1 in total', thread_ts: '0.9' });
  expect(JSON.parse(calls[0]?.args['metadata'] ?? '')).toEqual({
    event_type: 'daybook_message',
    event_payload: { key: 'digest 2025-11-12' },
  });
});

test.each<[string, Reply, string, string]>([
  ['429', json({ ok: false }, 429, { 'retry-after': '1' }), 'not-done', 'ratelimited'],
  ['ratelimited', refusal('ratelimited'), 'not-done', 'ratelimited'],
  ['service_unavailable', refusal('service_unavailable'), 'not-done', 'service_unavailable'],
  ['503', json({}, 503), 'unsure', 'http_error'],
  ['a dropped connection', drop, 'unsure', 'no_answer'],
  ['no answer', hang, 'unsure', 'no_answer'],
  ['internal_error', refusal('internal_error'), 'unsure', 'internal_error'],
  ['fatal_error', refusal('fatal_error'), 'unsure', 'fatal_error'],
  ['not_in_channel', refusal('not_in_channel'), 'refused', 'not_in_channel'],
  ['is_archived', refusal('is_archived'), 'refused', 'is_archived'],
  ['token_revoked', refusal('token_revoked'), 'not-done', 'token_revoked'],
])('%s is told apart', async (_name, reply, outcome, code) => {
  expect(await failureOf(reply)).toMatchObject({ outcome, code, name: 'DeliveryError' });
});

test('an answer without the place of the message leaves it in doubt', async () => {
  expect(await failureOf(json({ ok: true }))).toMatchObject({ outcome: 'unsure', code: 'no_ts' });
});

test.each(['ratelimited', 'internal_error', 'not_in_channel'])(
  'a message is never sent a second time by itself (%s)',
  async (error) => {
    const { patientDelivery, calls } = await startApi([refusal(error)]);

    await expect(patientDelivery.post('T1', message)).rejects.toThrow(DeliveryError);

    expect(calls).toHaveLength(1);
  },
);

test.each(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'])(
  'blocks that Slack refuses (%s) do not cost people the figure: the text goes alone, and the log says why',
  async (error) => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line) => lines.push(line) });
    const why = { response_metadata: { messages: ['[ERROR] too long [json-pointer:/blocks/0]'] } };
    const { delivery, calls } = await startApi([refusal(error, why), posted], logger);

    const place = await delivery.post('T1', message);

    expect(place.ts).toBe('1.2');
    expect(calls[1]?.args).toMatchObject({ text: '€1 in total', blocks: '[]' });
    expect(lines.join('')).toContain('json-pointer:/blocks/0');
  },
);

test('an update whose blocks are refused keeps the text too, and takes the old blocks away', async () => {
  const { delivery, calls } = await startApi([refusal('invalid_blocks'), posted]);

  await delivery.update('T1', { ...message, ts: '1.2' });

  expect(calls.map(({ method, args }) => [method, args['ts'], args['blocks']])).toEqual([
    ['chat.update', '1.2', JSON.stringify(blocks)],
    ['chat.update', '1.2', '[]'],
  ]);
});

test('a text that is refused as well is a failure', async () => {
  expect(await failureOf(refusal('invalid_blocks'))).toMatchObject({ outcome: 'refused' });
});

const history = (pages: Record<string, { keys: string[]; next?: string }>): Reply => {
  return (response, call: Call) => {
    const { keys, next } = pages[call.args['cursor'] ?? ''] ?? { keys: [] };
    const messages = keys.map((key) => ({
      ts: `ts of ${key}`,
      metadata: { event_type: 'daybook_message', event_payload: { key } },
    }));
    json({ ok: true, messages, response_metadata: { next_cursor: next ?? '' } })(response, call);
  };
};

test('a message in doubt is found by its key, on whichever page it is', async () => {
  const pages = { '': { keys: ['a', 'b'], next: 'more' }, more: { keys: ['c'] } };
  const { delivery, calls } = await startApi([history(pages)]);

  const found = await delivery.find('T1', { channelId: 'C1', key: 'c', since: 1_700_000_000_500 });

  expect(found).toBe('ts of c');
  expect(calls.map(({ method }) => method)).toEqual(['conversations.history', 'conversations.history']);
  expect(calls[0]?.args).toMatchObject({ oldest: '1700000000.5', include_all_metadata: 'true' });
});

test('a message that is not there is not found, and the search ends', async () => {
  const { delivery, calls } = await startApi([history({ '': { keys: ['a'] } })]);

  expect(await delivery.find('T1', { channelId: 'C1', key: 'z', since: 0 })).toBeUndefined();
  expect(calls).toHaveLength(1);
});

test('a history without end is given up', async () => {
  const { delivery, calls } = await startApi([
    history({ '': { keys: ['a'], next: 'x' }, x: { keys: ['a'], next: 'x' } }),
  ]);

  expect(await delivery.find('T1', { channelId: 'C1', key: 'z', since: 0 })).toBeUndefined();
  expect(calls.length).toBeLessThan(20);
});

test('the same key in another app’s message is not ours', async () => {
  const foreign = { ts: '1.1', metadata: { event_type: 'other_app', event_payload: { key: 'k' } } };
  const { delivery } = await startApi([json({ ok: true, messages: [{ ts: '1.0' }, foreign] })]);

  expect(await delivery.find('T1', { channelId: 'C1', key: 'k', since: 0 })).toBeUndefined();
});

test('a reply is looked for in its thread', async () => {
  const { delivery, calls } = await startApi([history({ '': { keys: ['k'] } })]);

  const found = await delivery.find('T1', { channelId: 'C1', threadTs: '0.9', key: 'k', since: 0 });

  expect(found).toBe('ts of k');
  expect(calls[0]).toMatchObject({ method: 'conversations.replies', args: { ts: '0.9' } });
});

test('a search that Slack refuses is a failure, never a "not there"', async () => {
  const { delivery } = await startApi([refusal('ratelimited')]);

  await expect(delivery.find('T1', { channelId: 'C1', key: 'k', since: 0 })).rejects.toThrow(DeliveryError);
});

test('who a person is is asked once a minute', async () => {
  const { delivery, calls } = await startApi([
    json({ ok: true, user: { name: 'sam', is_owner: true, tz: 'Europe/Amsterdam' } }),
  ]);
  const real = performance.now.bind(performance);

  const first = await delivery.person('T1', 'U1');
  await delivery.person('T1', 'U1');
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => real() + 61_000);
  await delivery.person('T1', 'U1');
  clock.mockRestore();

  expect(first).toMatchObject({ name: 'sam', isAdmin: true, isGuest: false, zone: 'Europe/Amsterdam' });
  expect(calls).toHaveLength(2);
});

test('the same person in another workspace is asked for anew', async () => {
  const { delivery, calls } = await startApi([json({ ok: true, user: { name: 'sam' } })]);

  await delivery.person('T1', 'U1');
  await delivery.person('T2', 'U1');

  expect(calls).toHaveLength(2);
});

test.each([
  [{ is_restricted: true }, true],
  [{ is_ultra_restricted: true }, true],
  [{}, false],
])('a guest is known as one: %j', async (user, isGuest) => {
  const { delivery } = await startApi([json({ ok: true, user: { name: 'x', ...user } })]);

  expect((await delivery.person('T1', 'U1')).isGuest).toBe(isGuest);
});
