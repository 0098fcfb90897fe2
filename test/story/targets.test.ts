import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import { chooseChannel } from '../../src/digest/choose-channel.ts';
import { runDue } from '../../src/run-due.ts';
import { auditOf } from './support/days.ts';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { smallWorld } from './support/scene.ts';
import {
  openTargets,
  openWeek,
  sceneWithFigures,
  targetsIn,
  userId,
  withTargets,
} from './support/targets.ts';

describe('the targets of a department', () => {
  test('are typed per weekday, shown in the list, and kept in the way turnover is told', async () => {
    const scene = await sceneWithFigures();
    const form = await openWeek(scene, 'City');
    await scene.manager.type(form, 'Monday', '1.250,50');
    await scene.manager.type(form, 'Wednesday', '€ 1250');

    await scene.manager.submit(form);

    const list = await modalSaying(scene, '*Saved.* The targets of *City* count from Thu 13 Nov 2025.');
    expect(list.words).toContain('*City*: Mon €1,250.50 · Tue – · Wed €1,250');
    expect(list.words).toContain('Without targets: Harbour.');
    expect((await targetsIn(scene)).weeks).toEqual([
      {
        name: 'City',
        from: '2025-11-13',
        week: [125_050, null, 125_000, null, null, null, null],
        currency: 'EUR',
        vat: 'excl',
      },
    ]);
    expect(await auditOf(scene, 'targets.saved')).toMatchObject([
      { who: userId, details: { source: 'form' } },
    ]);
    const again = await openWeek(scene, 'City');
    expect(JSON.stringify(again.values)).toContain('"1250.50"');
  });

  test('that another manager set while the form was open are not written over without a word', async () => {
    const scene = await sceneWithFigures();
    const form = await openWeek(scene, 'City');
    await scene.manager.type(form, 'Monday', '100');
    await withTargets(scene, { City: 4_200 });

    await scene.manager.submit(form);
    const warned = await modalSaying(scene, 'Nothing of yours is saved yet.');
    const between = await targetsIn(scene);
    await scene.manager.submit(modalOf(scene.manager));

    await modalSaying(scene, '*Saved.*');
    expect(warned.words).toContain(`<@${userId}> set targets of this department while your form was open`);
    expect(JSON.stringify(warned.values)).toContain('"100"');
    expect(between.weeks).toHaveLength(1);
    expect((await targetsIn(scene)).weeks.map(({ week }) => week[0])).toEqual([4_200, 10_000]);
  });

  test('that cannot be read are told each at its field, and nothing is saved', async () => {
    const scene = await sceneWithFigures();
    const form = await openWeek(scene, 'City');
    await scene.manager.type(form, 'Monday', '1.250');
    await scene.manager.type(form, 'Tuesday', 'much');
    await scene.manager.type(form, 'Sunday', '-5');

    await scene.manager.submit(form);

    expect(modalOf(scene.manager).errors).toEqual({
      'weekday:1': 'This may mean 1250 or 1.250. Write it without thousands marks.',
      'weekday:2': 'Write an amount above zero in EUR, such as 4200.',
      'weekday:7': 'Write an amount above zero in EUR, such as 4200.',
    });
    expect((await targetsIn(scene)).weeks).toEqual([]);
  });

  test('open from the settings too, and are for managers only', async () => {
    const scene = await sceneWithFigures();
    await scene.manager.command('/lightspeed settings', { channel: 'general' });
    await scene.manager.click(await modalSaying(scene, 'Hour of the digest'), 'Targets');
    await modalSaying(scene, 'What each department is to turn over');

    await scene.member.command('/lightspeed targets', { channel: 'general' });

    await modalSaying(scene, 'Only managers can do this', scene.member);
  });
});

describe('turnover against its targets', () => {
  test('is told in the digest, its push text and its thread', async () => {
    const scene = await sceneWithFigures({ at: '2025-11-13T07:30:00+01:00' });
    await withTargets(scene, { City: 110_000, Harbour: 19_000 });
    await chooseChannel(await scene.context(), { channelId: 'C1SALES', hour: 8, userId });
    scene.clock.moveTo('2025-11-13T08:00:10+01:00');

    await runDue(scene.engine);

    const [digest, details] = scene.manager.seen('sales');
    // 1,000.00 of 1,100.00 and 200.00 of 190.00: 1,200.00 of 1,290.00.
    expect(digest?.text).toMatch(
      /^€1,200\.00 excl\. VAT on Wed 12 Nov, .*93% of the target; City €1,000\.00/,
    );
    expect(digest?.words).toContain('93% of the target of €1,290.00');
    expect(digest?.words).toMatch(/\*City\* {3}€1,000\.00.*90% of the target/);
    expect(details?.words).toContain('City: 90% of the target of €1,100.00 (-€100.00)');
    expect(details?.words).toContain('Harbour: 105% of the target of €190.00 (+€10.00)');
  });

  test('is told in per cent alone to a channel that sees no amounts', async () => {
    const scene = await sceneWithFigures({ at: '2025-11-13T07:30:00+01:00' });
    await withTargets(scene, { City: 110_000 });
    const context = await scene.context();
    await chooseChannel(context, { channelId: 'C1SALES', hour: 8, userId });
    await context.models.channels.updateMany(
      { workspaceId: context.workspace._id },
      { $set: { amounts: 'percent' } },
    );
    scene.clock.moveTo('2025-11-13T08:00:10+01:00');

    await runDue(scene.engine);

    const posts = scene.manager.seen('sales');
    expect(posts[0]?.text).toContain('90% of the target');
    expect(JSON.stringify(posts.map(({ text, blocks }) => [text, blocks]))).not.toMatch(/€|\d[.,]\d\d/);
  });

  test('is told in the log of a day and of a range', async () => {
    const scene = await sceneWithFigures();
    await withTargets(scene, { City: 110_000 });

    const log = await ask(scene, '/turnover 2025-11-12');
    const range = await ask(scene, '/turnover 2025-11-11..2025-11-12');

    expect(log.words).toContain('*City*   €1,000.00   90% of the target of €1,100.00');
    expect(log.text).toContain('90% of the target of €1,100.00');
    // 100.00 and 1,000.00 of twice 1,100.00.
    expect(range.words).toContain('50% of the target of €2,200.00');
    expect(range.words).toContain('Target');
  });

  test('told the other way round is held against nothing, and managers are told why', async () => {
    const scene = await sceneWithFigures();
    await withTargets(scene, { City: 110_000 });
    const context = await scene.context();
    await context.models.workspaces.updateOne({ _id: context.workspace._id }, { $set: { vat: 'incl' } });

    const log = await ask(scene, '/turnover 2025-11-12');
    const seen = await ask(scene, '/turnover 2025-11-12', scene.member);

    expect(log.words).not.toContain('of the target');
    expect(log.words).toContain('The targets were set excl. VAT, so nothing is held against them.');
    expect(seen.words).not.toContain('The targets were set');
    const list = await openTargets(scene);
    expect(list.words).toContain('The targets of *City* were set excl. VAT');
  });
});

describe('targets copied from last year', () => {
  /** A Tuesday and a Wednesday of November 2024 in Amsterdam, imported as older days. */
  async function sceneWithLastYear() {
    const { shops } = smallWorld();
    const scene = await sceneWithFigures({
      at: '2024-11-14T10:00:00+01:00',
      world: worldOf({
        shops,
        sales: [
          { at: '2024-11-12T12:00:00+01:00', gross: 12_100, shopID: '1' },
          { at: '2024-11-13T12:00:00+01:00', gross: 121_000, shopID: '1' },
        ],
      }),
    });
    scene.clock.moveTo('2025-10-20T10:00:00+02:00');
    return scene;
  }

  test('are shown before they are saved, and saved as they were shown', async () => {
    const scene = await sceneWithLastYear();
    await scene.manager.click(await openTargets(scene), 'Copy from last year…');
    const form = await modalSaying(scene, 'The average of each weekday');
    await scene.manager.type(form, 'How many per cent more', '5');
    await scene.manager.submit(form);
    const shown = await modalSaying(scene, 'The weekdays of November 2024');
    expect(shown.words).toContain('+5%');
    expect(shown.words).toContain('*City* (2 days): Mon – · Tue €105 · Wed €1,050');
    expect(shown.words).toContain('A dash: no such weekday of last year can be used');
    expect((await targetsIn(scene)).weeks).toEqual([]);

    await scene.manager.submit(shown);

    await modalSaying(scene, 'count from Sat 1 Nov 2025');
    expect((await targetsIn(scene)).weeks).toMatchObject([
      { name: 'City', from: '2025-11-01', week: [null, 10_500, 105_000, null, null, null, null] },
    ]);
  });

  test('are shown anew, and not saved, when last year’s figures changed meanwhile', async () => {
    const scene = await sceneWithLastYear();
    await scene.manager.click(await openTargets(scene), 'Copy from last year…');
    await scene.manager.submit(await modalSaying(scene, 'The average of each weekday'));
    const shown = await modalSaying(scene, 'Wed €1,000');
    await scene.engine.models.figures.updateMany(
      { workspaceId: scene.slack.state.team.id, day: '2024-11-13', storeId: '1' },
      { $set: { gross: 242_000, tax: 42_000, net: 200_000 } },
    );

    await scene.manager.submit(shown);

    const anew = await modalSaying(scene, 'have just changed');
    expect(anew.words).toContain('Wed €2,000');
    expect((await targetsIn(scene)).weeks).toEqual([]);
  });

  test('are none where no day of last year is known', async () => {
    const scene = await sceneWithFigures();
    await scene.manager.click(await openTargets(scene), 'Copy from last year…');

    await scene.manager.submit(await modalSaying(scene, 'The average of each weekday'));

    await modalSaying(scene, 'No day of December 2024 can be used');
  });
});
