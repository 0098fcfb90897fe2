import { expect, test } from 'vitest';
import { briefly } from '../../src/slack/briefly.ts';
import { DeliveryError } from '../../src/slack/delivery.ts';
import { createSlackDelivery } from '../../src/slack/slack-delivery.ts';
import { clientOf, startWorkspace } from '../demo/slack/support.ts';
import { silent } from '../support/silent.ts';

const crowd = Array.from({ length: 2_100 }, (_, index) => `U${10_000 + index}`);

async function deliveryTo(channels: { id: string; name: string; members: string[]; hasBot?: boolean }[]) {
  const slack = await startWorkspace({ channels });
  const client = clientOf(slack);
  return {
    slack,
    delivery: createSlackDelivery(async () => ({ patient: client, quick: client, isOrgWide: false }), silent),
  };
}

test('everybody in a large channel is known, and Slack is asked once for all who want to know', async () => {
  const { slack, delivery } = await deliveryTo([{ id: 'C1', name: 'all', members: crowd }]);

  const [one, other] = await Promise.all([delivery.members('T1', 'C1'), delivery.members('T1', 'C1')]);

  expect([...one]).toEqual(crowd);
  expect(other).toBe(one);
  expect(slack.traffic.log.filter(({ name }) => name === 'conversations.members')).toHaveLength(3);
});

test('a failure half-way is no shorter list, and is not believed afterwards', async () => {
  const { slack, delivery } = await deliveryTo([{ id: 'C1', name: 'all', members: crowd }]);
  slack.faults.add({ kind: 'unavailable', method: 'conversations.members' });

  const failed = await delivery.members('T1', 'C1').catch((error: unknown) => error);

  expect(failed).toBeInstanceOf(DeliveryError);
  expect(failed).toMatchObject({ method: 'conversations.members', outcome: 'unsure' });
  expect((await delivery.members('T1', 'C1')).size).toBe(crowd.length);
});

test('a channel that is not there is refused for good', async () => {
  const { delivery } = await deliveryTo([]);

  await expect(delivery.members('T1', 'C404')).rejects.toMatchObject({ outcome: 'refused' });
});

test('an answer is believed for its time and no longer', async () => {
  let asked = 0;
  const look = async () => {
    asked += 1;
    return asked;
  };
  const long = briefly<number>(60_000);
  const never = briefly<number>(0);

  const answers = [
    await long('a', look),
    await long('a', look),
    await never('a', look),
    await never('a', look),
  ];

  expect(answers).toEqual([1, 1, 2, 3]);
});

test('what is forgotten is asked for again, and an answer that was under way is not believed', async () => {
  const believe = briefly<string>(60_000);
  const first = believe('a', async () => 'before');

  believe.forget('a');
  const second = believe('a', async () => 'after');

  expect([await first, await second, await believe('a', async () => 'later')]).toEqual([
    'before',
    'after',
    'after',
  ]);
});
