import { expect, test } from 'vitest';
import { DeliveryError } from '../../src/slack/delivery.ts';
import { keepLimits } from '../../src/slack/keep-limits.ts';
import { RecordingDelivery } from '../support/recording-delivery.ts';

const message = { channelId: 'C1', text: '€1 in total', blocks: [] };
const tooMuch = (retryAfter?: number) =>
  new DeliveryError(
    'chat.postMessage',
    'not-done',
    'ratelimited',
    retryAfter === undefined ? {} : { retryAfter },
  );

/** A Slack that answers posts with these failures first; `waits`: how long was waited, by a clock that only waiting moves. */
function slackThatSays(failures: DeliveryError[]) {
  let at = 0;
  const waits: number[] = [];
  const asked: string[] = [];
  const delivery = new RecordingDelivery(() => at);
  const post = delivery.post.bind(delivery);
  delivery.post = async (workspaceId, sent) => {
    asked.push(`${workspaceId} at ${at}`);
    const failure = failures.shift();
    if (failure) throw failure;
    return post(workspaceId, sent);
  };
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds);
    at += milliseconds;
  };
  return { kept: keepLimits(delivery, { now: () => at, sleep }), waits, asked, delivery };
}

test('what was too much for Slack is posted when Slack takes it, once', async () => {
  const { kept, asked, delivery } = slackThatSays([tooMuch(2_000), tooMuch(1_000)]);

  await kept.post('T1', message);

  expect(asked).toEqual(['T1 at 0', 'T1 at 2000', 'T1 at 3000']);
  expect(delivery.inChannel('C1')).toHaveLength(1);
});

test('while a workspace has to wait, nothing else of it is asked, and all of another', async () => {
  const { kept, asked } = slackThatSays([tooMuch(60_000)]);
  await expect(kept.post('T1', message)).rejects.toThrow(DeliveryError);

  await expect(kept.post('T1', message)).rejects.toMatchObject({
    outcome: 'not-done',
    code: 'ratelimited',
    retryAfter: 60_000,
  });
  await kept.post('T2', message);

  expect(asked).toEqual(['T1 at 0', 'T2 at 0']);
});

test('waits that are short by themselves end all the same', async () => {
  const { kept, waits } = slackThatSays(Array.from({ length: 10 }, () => tooMuch(7_000)));

  await expect(kept.post('T1', message)).rejects.toMatchObject({ retryAfter: 7_000 });

  expect(waits).toEqual([7_000, 7_000, 7_000, 7_000]);
});

test.each([
  ['that says no time', tooMuch()],
  ['of another kind', new DeliveryError('chat.postMessage', 'unsure', 'no_answer')],
])("a failure %s is nobody else's to try again", async (_name, failure) => {
  const { kept, asked, waits } = slackThatSays([failure]);

  await expect(kept.post('T1', message)).rejects.toBe(failure);

  expect([asked, waits]).toEqual([['T1 at 0'], []]);
});
