import { expect, test } from 'vitest';
import { playStory } from '../../demo/check/story.ts';
import { generatedWorld, netherlands } from '../../demo/lightspeed/generator.ts';
import { openScene } from './support/scene.ts';

for (const transport of ['http', 'socket'] as const) {
  test(`over ${transport}: link, map, a night, the digest, a void, a second night, the correction, the day log`, async () => {
    const world = generatedWorld(netherlands({ from: '2025-10-20', to: '2025-11-20' }));
    const scene = await openScene({ world, transport, at: '2025-11-12T10:00:00+01:00' });
    const told: string[] = [];

    await playStory({ ...scene, tell: (line) => told.push(line) });

    const asked = told.filter((line) => line.startsWith('/turnover'));
    expect(asked).toEqual([
      expect.stringContaining('Turnover 2025-11-12 '),
      expect.stringContaining('Turnover 2025-11-11..2025-11-13 '),
    ]);
    expect(told.at(-1)).toBe(asked[1]);
    expect(scene.slack.traffic.log.some((exchange) => exchange.transport === transport)).toBe(true);
  });
}
