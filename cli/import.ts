import { Listr } from 'listr2';
import { drainDigests } from '../src/digest/drain-digests.ts';
import { reimportDays } from '../src/turnover/reimport-days.ts';
import { addDays, type Day } from '../src/turnover/trading-day.ts';
import { parseDay } from './day.ts';
import { UsageError } from './errors.ts';
import { chosenLinks } from './links.ts';
import { withEngine } from './open.ts';
import { type AsJson, printJson, progressOf } from './output.ts';

/** How many days are read and written together. */
const sliceLength = 7;

/** `daybook import`: reads days again, final ones too, newest first, and stores what Lightspeed says now. Both ends are included. */
export async function importDaysCommand(
  options: AsJson & { day: string; to?: string; link?: string },
): Promise<void> {
  const from = parseDay(options.day);
  const to = options.to === undefined ? from : parseDay(options.to);
  if (to < from) throw new UsageError('--to is before --day.');
  await withEngine(async ({ engine, credentials }) => {
    const links = await chosenLinks(engine, options.link);
    const read = links.map(({ link }) => ({ link: { id: link._id, name: link.name }, written: [] as Day[] }));
    const tasks = links.map(({ context, link }, index) => ({
      title: link.name,
      task: async (_shared: unknown, task: { title: string; output: string }) => {
        const written = read[index]?.written ?? [];
        for (const slice of slices(from, to)) {
          task.output = `${slice.from} to ${slice.to}`;
          written.unshift(...(await reimportDays(context, { link, ...slice, who: 'operator' })));
        }
        const { length } = written;
        task.title = `${link.name}: ${length === 0 ? 'nothing changed' : `${length} ${length === 1 ? 'day' : 'days'} written`}`;
      },
    }));
    await new Listr(tasks, { exitOnError: true, ...progressOf(options) }).run();
    if (options.json) printJson({ from, to, links: read });
    if (credentials) await drainDigests(engine);
  });
}

function slices(from: Day, to: Day): { from: Day; to: Day }[] {
  const found: { from: Day; to: Day }[] = [];
  for (let end = to; end >= from; end = addDays(end, -sliceLength)) {
    const start = addDays(end, 1 - sliceLength);
    found.push({ from: start < from ? from : start, to: end });
  }
  return found;
}
