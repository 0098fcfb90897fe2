import { drainDigests } from '../src/digest/drain-digests.ts';
import { latestNight } from '../src/turnover/night-times.ts';
import { zonesOf } from '../src/turnover/nights.ts';
import { runNightNow } from '../src/turnover/run-night-now.ts';
import { addDays } from '../src/turnover/trading-day.ts';
import { CommandError, UsageError } from './errors.ts';
import { chosenLinks } from './links.ts';
import { withEngine } from './open.ts';
import { type AsJson, printJson } from './output.ts';

/** `daybook night`: runs the latest night of every link and zone, as if it were `asOf` (ISO 8601; now when absent). */
export async function night({ asOf, link: linkId, json }: AsJson & { asOf?: string; link?: string }) {
  const instant = asOf === undefined ? Date.now() : Date.parse(asOf);
  if (Number.isNaN(instant))
    throw new UsageError(`"${asOf}" is no instant; write it like 2024-05-02T03:30:00Z.`);
  if (instant > Date.now()) {
    process.stderr.write(
      'That instant is to come: days that are not over are read as they stand now, and become final.\n',
    );
  }
  await withEngine(
    async ({ engine, credentials, say }) => {
      const nights = [];
      for (const { context, link } of await chosenLinks(engine, linkId)) {
        for (const [zone, stores] of await zonesOf(context, link)) {
          const date = latestNight(instant, { zone, rules: stores });
          const days = [addDays(date, -2), addDays(date, -1)];
          const { outcome, failure } = await runNightNow(context, { link, zone, date, source: 'night' });
          nights.push({ link: { id: link._id, name: link.name }, zone, date, days, outcome, failure });
          const why = failure === null ? '' : ` (${failure})`;
          if (!json) say(`${link.name}, ${zone}, ${days.join(' and ')}: ${outcome}${why}`);
        }
      }
      if (json) printJson({ nights });
      if (credentials) await drainDigests(engine);
      const failed = nights.filter(({ outcome }) => outcome === 'failed').length;
      if (failed > 0) {
        throw new CommandError(
          `${failed} failed; what was stored before is unchanged. Next: \`npm run daybook -- doctor\` says what is wrong; nights are tried again by themselves.`,
        );
      }
    },
    { clock: () => instant },
  );
}
