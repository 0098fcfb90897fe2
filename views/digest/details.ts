import type { KnownBlock } from '@slack/types';
import type { DigestData } from '../../src/digest/digest.ts';
import { dayText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import { button, buttons, cut, fitting, section, sections } from '../blocks.ts';
import { actions } from '../ids.ts';
import { noteLines, targetLines, yearAgoLines } from './added-lines.ts';
import type { Telling } from './compared.ts';
import { comparedLines, dayBeforeLines, moverLines, refundLines, storeLines } from './detail-lines.ts';

/** How many characters a part may take: Slack refuses a message with more than about 13,000 in all. */
const room = { figures: 3_500, targets: 1_800, notes: 1_200 };
/** What the parts may take together; the stores have whatever the others leave of it. */
const roomInAll = 10_500;

interface Part {
  title: string;
  lines: readonly string[];
  /** In characters. */
  room?: number;
  /** How many stores are not named. */
  storesLeft?: number;
}

/** The reply under a digest: what it compares with, its targets, what moved it, each store, and what people said. */
export function digestDetailsMessage(data: DigestData, language: Language): Message {
  const telling: Telling = { language, amounts: data.look.amounts, day: data.log.day };
  const { details, note, target } = texts(language);
  const title = details.title(dayText(data.log.day, language, data.log.day));
  const before: Part[] = [
    { title: details.compared, lines: [...comparedLines(data, telling), ...refundLines(data, telling)] },
    {
      title: details.moved(dayText(data.weekBefore.day, language, data.log.day)),
      lines: moverLines(data, telling),
    },
    { title: target.title, lines: targetLines(data, telling), room: room.targets },
  ];
  const after: Part[] = [
    ...(data.details.dayBefore
      ? [
          {
            title: details.dayBefore(dayText(data.details.dayBefore.day, language, data.log.day)),
            lines: dayBeforeLines(data.details.dayBefore, telling),
          },
        ]
      : []),
    { title: note.heading, lines: noteLines(data, language), room: room.notes },
    { title: note.yearAgo, lines: yearAgoLines(data, language), room: room.notes },
  ];
  const taken = [...before, ...after].reduce((sum, part) => sum + lengthOf(part), 0);
  const stores = storeLines(data, telling, Math.max(room.figures, roomInAll - taken));
  const parts = [
    ...before,
    { title: details.stores, lines: stores.lines, room: roomInAll, storesLeft: stores.left },
    ...after,
  ].filter(({ lines }) => lines.length > 0);
  return {
    text: cut([title, ...parts.flatMap((part) => [`${part.title}:`, ...part.lines])].join('\n'), 3000),
    blocks: parts.flatMap((part) => [...partBlocks(part, language), ...leftBlocks(part, telling)]),
  };
}

function lengthOf({ title, lines, room: own = room.figures }: Part): number {
  const length = lines.reduce((sum, line) => sum + line.length + 1, title.length);
  return Math.min(length, own + 100);
}

/** How many stores there was no room for, and the way to them; a channel without amounts has no such way. */
function leftBlocks({ storesLeft = 0 }: Part, { language, amounts, day }: Telling): KnownBlock[] {
  if (storesLeft === 0) return [];
  const { details, digest } = texts(language);
  const said = section(details.storesLeft(storesLeft));
  if (amounts === 'percent') return [said];
  const open = button({
    action: actions.openDay,
    text: digest.openDay,
    value: day,
    label: digest.openDayLabel(dayText(day, language)),
  });
  const file = button({
    action: actions.rangeXlsx,
    text: digest.download,
    value: day,
    label: digest.downloadLabel(dayText(day, language)),
  });
  return [said, buttons(open, file)];
}

function partBlocks({ title, lines, room: own = room.figures }: Part, language: Language): KnownBlock[] {
  const { details } = texts(language);
  const [first, ...more] = sections([`*${title}*`, ...fitting(lines, own, details.moreStores)]);
  return first ? [first, ...more] : [section(title)];
}
