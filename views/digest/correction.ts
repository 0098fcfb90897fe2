import type { CorrectionData, StoreCorrection } from '../../src/digest/digest.ts';
import { dayText, type Language, money } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import { amountsText } from '../amounts.ts';
import { asText, cut, fitting, section, sections } from '../blocks.ts';
import { whyText } from '../reasons.ts';

/** How many characters the stores may take: Slack refuses a message with more than about 13,000 in all. */
const room = 9_000;

/** Said in a digest's thread when its figures changed: what, by how much, and why. */
export function correctionMessage(data: CorrectionData, language: Language): Message {
  const { correction, vat } = texts(language);
  const headline = correction.headline(
    dayText(data.day, language),
    amountsText(data.total, language),
    vat[data.vat],
  );
  const lines = data.stores.map((store) => storeLine(store, language));
  return {
    text: cut([headline, ...lines].join('\n'), 3000),
    blocks: [section(`*${headline}*`), ...sections(fitting(lines, room, (left) => `… +${left}`))],
  };
}

function storeLine({ name, currency, change, turnover }: StoreCorrection, language: Language): string {
  const { correction } = texts(language);
  const amount = (minor: number) => money(minor, currency, language);
  if (change === null) return correction.cameIn(asText(name), amount(turnover));
  return correction.changed(
    asText(name),
    amount(change.before),
    amount(change.after),
    whyText(change, currency, language),
  );
}
