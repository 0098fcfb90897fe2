import { drainDigests } from '../src/digest/drain-digests.ts';
import { reimportDays } from '../src/turnover/reimport-days.ts';
import { parseDay } from './day.ts';
import { chosenLinks } from './links.ts';
import { withEngine } from './open.ts';

/** `daybook import`: reads days again, final ones too, and stores what Lightspeed says now. Days are included on both ends. */
export async function importDaysCommand(options: { day: string; to?: string; link?: string }): Promise<void> {
  const from = parseDay(options.day);
  const to = options.to === undefined ? from : parseDay(options.to);
  await withEngine(async ({ engine, credentials, say }) => {
    for (const { context, link } of await chosenLinks(engine, options.link)) {
      const days = await reimportDays(context, { link, from, to, who: 'operator' });
      say(`${link.name}: ${days.length === 0 ? 'nothing changed' : `changed ${days.join(', ')}`}`);
    }
    if (credentials) await drainDigests(engine);
  });
}
