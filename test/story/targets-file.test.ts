import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../demo/slack/driver/outcome.ts';
import { modalOf, modalSaying } from './support/look.ts';
import type { Scene } from './support/scene.ts';
import { openTargets, sceneWithFigures, targetsIn, withTargets } from './support/targets.ts';

describe('targets out of a file', () => {
  async function upload(scene: Scene, content: string | Uint8Array): Promise<Outcome> {
    await scene.manager.click(await openTargets(scene), 'Upload a CSV…');
    const form = await modalSaying(scene, 'Three columns');
    const bytes = Buffer.from(content);
    await scene.manager.attach(form, 'CSV file', [
      { name: 'targets.csv', content: bytes.toString('base64') },
    ]);
    return scene.manager.submit(modalOf(scene.manager));
  }

  test('are saved for weekdays and single days, and named weekdays alone change', async () => {
    const scene = await sceneWithFigures();
    await withTargets(scene, { City: 100_000 });

    await upload(
      scene,
      'afdeling;weekdag of datum;bedrag\r\ncity;ma;1250,50\r\nCity;Tuesday;\r\nHarbour;24-12-2025;"3.000,00"\r\n',
    );

    await modalSaying(scene, '*Saved:* 2 weekdays and one single day of 2 departments.');
    const { weeks, days } = await targetsIn(scene);
    expect(weeks.at(-1)).toMatchObject({
      name: 'City',
      from: '2025-11-13',
      week: [125_050, null, 100_000, 100_000, 100_000, 100_000, 100_000],
    });
    expect(days).toEqual([{ name: 'Harbour', day: '2025-12-24', amount: 300_000 }]);
  });

  test('with mistakes save nothing: each is told with its line', async () => {
    const scene = await sceneWithFigures();

    await upload(
      scene,
      'City;Mon;1000\nCitty;Mon;1000\nCity;Someday;5\nCity;Tue;1.234\nCity;Mon;7\nCity;Wed\nCity;2025-02-30;9\nHarbour;Mon;-1\n',
    );

    const { words } = await modalSaying(scene, '*Nothing was saved.* 7 lines are wrong:');
    expect(words).toContain('Line 2: there is no department “Citty”. Is it City?');
    expect(words).toContain('Line 3: “Someday” is no weekday');
    expect(words).toContain('Line 4: “1.234” may mean 1234 or 1.234');
    expect(words).toContain('Line 5: line 1 says the same weekday or date of that department.');
    expect(words).toContain('Line 6: three columns are needed, there are 2.');
    expect(words).toContain('Line 7: “2025-02-30” is no weekday');
    expect(words).toContain('Line 8: “-1” is no amount above zero in EUR.');
    expect(await targetsIn(scene)).toEqual({ weeks: [], days: [] });
  });

  test('begin with the file that Daybook sends, which is taken back as it is', async () => {
    const scene = await sceneWithFigures();
    await withTargets(scene, { City: 100_000 });
    await scene.manager.click(await openTargets(scene), 'Send me the CSV to fill in');
    await modalSaying(scene, 'The file is in your direct messages');
    const [file] = scene.manager.seen('app').at(-1)?.files ?? [];
    const sent = Buffer.from(file?.content ?? '', 'base64');
    expect(file?.name).toBe('targets.csv');
    expect(sent.toString()).toContain('City,Monday,1000.00\n');
    await scene.manager.close(modalOf(scene.manager));

    await upload(scene, sent);

    await modalSaying(scene, '*Saved:* 14 weekdays');
    const weeks = (await targetsIn(scene)).weeks.filter(({ from }) => from === '2025-11-13');
    expect(new Map(weeks.map(({ name, week }) => [name, new Set(week)]))).toEqual(
      new Map<string | undefined, Set<number | null>>([
        ['City', new Set([100_000])],
        ['Harbour', new Set([null])],
      ]),
    );
  });

  test('that Slack does not hand over change nothing, and it is said', async () => {
    const scene = await sceneWithFigures();
    await scene.manager.click(await openTargets(scene), 'Upload a CSV…');
    const form = await modalSaying(scene, 'Three columns');
    await scene.manager.attach(form, 'CSV file', [{ name: 'targets.csv', content: 'eA==' }]);
    for (const file of Object.values(scene.slack.state.files)) file.size = 900_000;

    await scene.manager.submit(modalOf(scene.manager));

    await modalSaying(scene, 'That file is too large. Nothing was saved.');
  });
});
