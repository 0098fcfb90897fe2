import { Listr } from 'listr2';
import { drainDigests } from '../src/digest/drain-digests.ts';
import { reimportDays } from '../src/turnover/reimport-days.ts';
import { addDays, type Day } from '../src/turnover/trading-day.ts';
import { parseDay } from './day.ts';
import { chosenLinks } from './links.ts';
import { CommandError, withEngine } from './open.ts';

/** How many days are read and written together. */
const sliceLength = 7;

/** `daybook import`: reads days again, final ones too, newest first, and stores what Lightspeed says now. Both ends are included. */
export async function importDaysCommand(options: { day: string; to?: string; link?: string }): Promise<void> {
  const from = parseDay(options.day);
  const to = options.to === undefined ? from : parseDay(options.to);
  if (to < from) throw new CommandError('--to is before --day.');
  await withEngine(async ({ engine, credentials }) => {
    const links = await chosenLinks(engine, options.link);
    const tasks = links.map(({ context, link }) => ({
      title: link.name,
      task: async (_shared: unknown, task: { title: string; output: string }) => {
        let changed = 0;
        for (const slice of slices(from, to)) {
          task.output = `${slice.from} to ${slice.to}`;
          changed += (await reimportDays(context, { link, ...slice, who: 'operator' })).length;
        }
        task.title = `${link.name}: ${changed === 0 ? 'nothing changed' : `${changed} ${changed === 1 ? 'day' : 'days'} written`}`;
      },
    }));
    // Where the output is piped, each task is a plain line.
    await new Listr(tasks, { exitOnError: true, fallbackRenderer: 'simple' }).run();
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
