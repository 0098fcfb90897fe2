import type { KnownBlock } from '@slack/types';
import type { DigestData } from '../../src/digest/digest.ts';
import { dayText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import { cut, fitting, section, sections } from '../blocks.ts';
import { noteLines, targetLines, yearAgoLines } from './added-lines.ts';
import type { Telling } from './compared.ts';
import { comparedLines, dayBeforeLines, moverLines, refundLines, storeLines } from './detail-lines.ts';

/** How many characters a part may take: Slack refuses a message with more than about 13,000 in all. */
const room = { figures: 3_500, targets: 1_800, notes: 1_200 };

interface Part {
  title: string;
  lines: readonly string[];
  /** In characters. */
  room?: number;
}

/** The reply under a digest: what it compares with, its targets, what moved it, each store, and what people said. */
export function digestDetailsMessage(data: DigestData, language: Language): Message {
  const telling: Telling = { language, amounts: data.look.amounts, day: data.log.day };
  const { details, note, target } = texts(language);
  const title = details.title(dayText(data.log.day, language, data.log.day));
  const parts: Part[] = [
    { title: details.compared, lines: [...comparedLines(data, telling), ...refundLines(data, telling)] },
    {
      title: details.moved(dayText(data.weekBefore.day, language, data.log.day)),
      lines: moverLines(data, telling),
    },
    { title: target.title, lines: targetLines(data, telling), room: room.targets },
    { title: details.stores, lines: storeLines(data, telling) },
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
  ].filter(({ lines }) => lines.length > 0);
  return {
    text: cut([title, ...parts.flatMap((part) => [`${part.title}:`, ...part.lines])].join('\n'), 3000),
    blocks: parts.flatMap((part) => partBlocks(part, language)),
  };
}

function partBlocks({ title, lines, room: own = room.figures }: Part, language: Language): KnownBlock[] {
  const { details } = texts(language);
  const [first, ...more] = sections([`*${title}*`, ...fitting(lines, own, details.moreStores)]);
  return first ? [first, ...more] : [section(title)];
}
