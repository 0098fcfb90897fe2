import type { KnownBlock } from '@slack/types';
import type { HomeData } from '../../src/home/home-data.ts';
import { dayText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Reader } from '../../src/slack/readers.ts';
import { narrowedNote } from '../access/narrowed.ts';
import { amountsText } from '../amounts.ts';
import { asText, context, fitting, header, section, sections } from '../blocks.ts';
import { remarks } from '../day-log/blocks.ts';

/** How many characters the departments may take: a glance, not the log. */
const room = 2_000;

/** Yesterday at a glance: the total, a line per department, and how sure it is. */
export function yesterdayBlocks(
  { yesterday: log, status, isNarrowed }: HomeData,
  { language, zone }: Reader,
): KnownBlock[] {
  if (log === null) return [];
  const { home, dayLog, vat } = texts(language);
  const title = header(home.yesterday(dayText(log.day, language)));
  const isFresh = status.links.every(({ lastNight }) => lastNight === null);
  if (isFresh && log.sums.length === 0) return [title, section(home.nothingYet)];
  const amount = (sums: typeof log.sums) =>
    sums.length > 0 ? amountsText(sums, language) : dayLog.notInAmount;
  const departments = log.departments.map(({ name, sums }) => `*${asText(name)}*   ${amount(sums)}`);
  return [
    title,
    ...(log.sums.length > 0 ? [section(`*${amount(log.sums)} ${vat[log.vat]}*`)] : []),
    ...sections(fitting(departments, room, home.more)),
    ...remarks(log, { language, zone }),
    ...narrowedNote({ isNarrowed, language }),
    context(home.whole),
  ];
}
