import { drainDigests } from '../src/digest/drain-digests.ts';
import { latestNight } from '../src/turnover/night-times.ts';
import { zonesOf } from '../src/turnover/nights.ts';
import { runNightNow } from '../src/turnover/run-night-now.ts';
import { addDays } from '../src/turnover/trading-day.ts';
import { chosenLinks } from './links.ts';
import { CommandError, withEngine } from './open.ts';

/** `daybook night`: runs the latest night of every link and zone, as if it were `asOf` (ISO 8601; now when absent). */
export async function night({ asOf, link: linkId }: { asOf?: string; link?: string }): Promise<void> {
  const instant = asOf === undefined ? Date.now() : Date.parse(asOf);
  if (Number.isNaN(instant))
    throw new CommandError(`"${asOf}" is no instant; write it like 2024-05-02T03:30:00Z.`);
  if (instant > Date.now()) {
    process.stderr.write(
      'That instant is to come: days that are not over are read as they stand now, and become final.\n',
    );
  }
  await withEngine(
    async ({ engine, credentials, say }) => {
      let failed = 0;
      for (const { context, link } of await chosenLinks(engine, linkId)) {
        for (const [zone, stores] of await zonesOf(context, link)) {
          const date = latestNight(instant, { zone, rules: stores });
          const { outcome, failure } = await runNightNow(context, { link, zone, date, source: 'night' });
          if (outcome === 'failed') failed += 1;
          const days = `${addDays(date, -2)} and ${addDays(date, -1)}`;
          say(`${link.name}, ${zone}, ${days}: ${outcome}${failure === null ? '' : ` (${failure})`}`);
        }
      }
      if (credentials) await drainDigests(engine);
      if (failed > 0) throw new CommandError(`${failed} failed; what was stored before is unchanged.`);
    },
    { clock: () => instant },
  );
}
