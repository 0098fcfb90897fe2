import type { DigestLook } from '../../models/channel.ts';
import type { CorrectionData, StoreCorrection } from '../../src/digest/corrections.ts';
import { dayText, type Language, money, percentChange } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import { amountsText } from '../amounts.ts';
import { cut, fitting, section, sections } from '../blocks.ts';
import { whyText, whyWithoutAmounts } from '../reasons.ts';
import { storeName } from '../store-name.ts';

/** How many characters the stores may take: Slack refuses a message with more than about 13,000 in all. */
const room = 9_000;

/** Said in a digest's thread when its figures changed: what, by how much, and why. */
export function correctionMessage(
  data: CorrectionData,
  language: Language,
  amounts: DigestLook['amounts'] = 'money',
): Message {
  const headline = correctionHeadline(data, language, amounts);
  const lines = correctionLines(data, language, amounts);
  return {
    text: cut([headline, ...lines].join('\n'), 3000),
    blocks: [section(`*${headline}*`), ...sections(fitting(lines, room, (left) => `… +${left}`))],
  };
}

function correctionHeadline(
  { day, total, vat }: CorrectionData,
  language: Language,
  amounts: DigestLook['amounts'],
): string {
  const { correction, digestMore, vat: vats } = texts(language);
  const named = dayText(day, language);
  if (amounts === 'percent') return digestMore.corrected(named);
  return correction.headline(named, amountsText(total, language), vats[vat]);
}

/** A line a changed store. */
export function correctionLines(
  { stores }: CorrectionData,
  language: Language,
  amounts: DigestLook['amounts'],
): string[] {
  const line = amounts === 'percent' ? lineWithoutAmounts : storeLine;
  return stores.map((store) => line(store, language));
}

function storeLine(store: StoreCorrection, language: Language): string {
  const { currency, change, turnover } = store;
  const { correction } = texts(language);
  const name = storeName(store, language);
  const amount = (minor: number) => money(minor, currency, language);
  if (change === null) return correction.cameIn(name, amount(turnover));
  return correction.changed(
    name,
    amount(change.before),
    amount(change.after),
    whyText(change, currency, language),
  );
}

function lineWithoutAmounts(store: StoreCorrection, language: Language): string {
  const { change } = store;
  const name = storeName(store, language);
  const { digestMore } = texts(language);
  if (change === null) return digestMore.cameIn(name);
  const moved = percentChange(change.after, change.before, language);
  const why = whyWithoutAmounts(change, language);
  return moved === undefined ? `${name}: ${why}` : digestMore.changed(name, moved, why);
}
