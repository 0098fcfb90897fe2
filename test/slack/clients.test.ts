import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type Delivery, DeliveryError } from '../../src/slack/delivery.ts';
import { drop, hang, json, type Reply, refusal, startApi } from './support.ts';

const message = { channelId: 'C1', text: '€1 in total', blocks: [] };

/** Nothing that Slack says. */
const html =
  (status: number): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/html' });
    response.end('<html><body><h1>Bad gateway</h1></body></html>');
  };

async function failureOf(delivery: Delivery): Promise<string> {
  const error: unknown = await delivery.post('T1', message).catch((caught) => caught);
  return error instanceof DeliveryError ? `${error.outcome} ${error.code}` : `no failure but ${error}`;
}

describe.each(['quick', 'patient'] as const)('the %s client', (which) => {
  test.each<[string, Reply, string]>([
    ['429 with Retry-After', json({ ok: false }, 429, { 'retry-after': '30' }), 'not-done ratelimited'],
    ['500', json({}, 500), 'unsure http_error'],
    ['502 in HTML', html(502), 'unsure http_error'],
    ['503', json({}, 503), 'unsure http_error'],
    ['200 in HTML', html(200), 'unsure no_answer'],
    ['a connection that breaks', drop, 'unsure no_answer'],
    ['ratelimited', refusal('ratelimited'), 'not-done ratelimited'],
    ['service_unavailable', refusal('service_unavailable'), 'not-done service_unavailable'],
    ['internal_error', refusal('internal_error'), 'unsure internal_error'],
    ['channel_not_found', refusal('channel_not_found'), 'refused channel_not_found'],
    ['invalid_auth', refusal('invalid_auth'), 'not-done invalid_auth'],
  ])('asks once and says what became of it: %s', async (_name, reply, expected) => {
    const { calls, delivery, patientDelivery } = await startApi([reply]);

    const failure = await failureOf(which === 'quick' ? delivery : patientDelivery);

    expect(failure).toBe(expected);
    expect(calls).toHaveLength(1);
  });
});

test('where Slack does not answer, who waits for a form is told within three seconds, and a digest waits on', async () => {
  const { delivery, patientDelivery } = await startApi([hang]);
  const patient = failureOf(patientDelivery);

  const quick = await Promise.race([failureOf(delivery), sleep(3_000, 'waits')]);
  const meanwhile = await Promise.race([patient, sleep(300, 'waits')]);

  expect(quick).toBe('unsure no_answer');
  expect(meanwhile).toBe('waits');
});
