import { describe, expect, test } from 'vitest';
import { chooseChannel } from '../../src/digest/choose-channel.ts';
import { runDue } from '../../src/run-due.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported } from './support/setup.ts';

/** Tells the app of the next event twice: the second time as Slack does that has not heard its answer. */
function toldTwice({ slack }: Scene): void {
  slack.faults.add({ kind: 'duplicate_event' });
}

function calls({ slack }: Scene, method: string): number {
  return slack.traffic.log.filter(({ from, name }) => from === 'app' && name === method).length;
}

const retries = ({ slack }: Scene) => slack.traffic.log.filter(({ retry }) => retry !== undefined).length;

describe.each(['http', 'socket'] as const)('over %s', (transport) => {
  test('Home is shown once though Slack tells twice that it was opened', async () => {
    const scene = await openScene({ transport });
    await imported(scene);
    toldTwice(scene);

    await scene.manager.openHome();
    await scene.engine.inFlight.settled(5_000);

    expect(retries(scene)).toBe(1);
    expect(calls(scene, 'views.publish')).toBe(1);
    expect(scene.manager.home()?.words).toContain('All is well.');
  });

  test('a reply in a digest’s thread is one note, and its writer is told once', async () => {
    const scene = await openScene({ transport, at: '2025-11-13T07:00:00+01:00' });
    await imported(scene);
    await chooseChannel(await scene.context(), { channelId: 'C1SALES', hour: 8, userId: 'U1MANAGER' });
    scene.clock.moveTo('2025-11-13T08:00:10+01:00');
    await runDue(scene.engine);
    const digest = scene.manager.seen('sales').find(({ threadTs }) => threadTs === undefined);
    toldTwice(scene);

    await scene.member.say('sales', 'The till was down', { threadTs: digest?.ts ?? '' });
    await scene.slack.eventsSettled();
    await scene.engine.inFlight.settled(5_000);

    expect(retries(scene)).toBe(1);
    expect(calls(scene, 'chat.postEphemeral')).toBe(1);
    expect(await scene.connection.collection('notes').countDocuments()).toBe(1);
  });
});
