import type { ModalView } from '@slack/types';
import type { Vat } from '../../models/workspace.ts';
import { dayText, type Language, money, moneyChange } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { turnoverOf } from '../../src/turnover/changes.ts';
import { differs, type StoreComparison } from '../../src/turnover/compare-day.ts';
import type { DayComparison } from '../../src/turnover/compare-links.ts';
import { differenceOf } from '../../src/turnover/difference.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { asText, context, sections } from '../blocks.ts';
import { noticeModal } from '../modal.ts';
import { changeLine } from './change-lines.ts';
import { comparable, unreadLines } from './notes.ts';

interface Look {
  day: Day;
  vat: Vat;
  language: Language;
  /** The next night reads the day once more. */
  isProvisional: boolean;
}

/** By how much Lightspeed now differs from what is kept, store by store, and why. */
export function checkModal(
  { links, unread }: Extract<DayComparison, { kind: 'compared' }>,
  look: Look,
): ModalView {
  const { vat, language, isProvisional } = look;
  const { check, dayActions } = texts(language);
  const stores = links.flatMap((link) => link.stores);
  const different = stores.filter(differs);
  const same = stores.length - different.length;
  const lines = [
    ...different.map((store) => storeText(store, look)),
    ...(same > 0 && different.length > 0 ? [dayActions.same(same)] : []),
    ...unreadLines(unread, language),
  ];
  return noticeModal(
    {
      title: check.title,
      text: headline({ isRead: links.length > 0, differs: different.length > 0 }, look),
      more: [
        ...sections(lines),
        context(
          dayActions.nothingChanged,
          ...(different.length > 0 ? [isProvisional ? check.provisional : check.next] : []),
        ),
        comparable({ vat, series: links.map(({ link }) => link.series) }, language),
      ],
    },
    language,
  );
}

function headline(found: { isRead: boolean; differs: boolean }, { day, language }: Look): string {
  const { check } = texts(language);
  const text = dayText(day, language);
  if (found.differs) return check.differs(text);
  return found.isRead ? check.same(text) : `${check.title}: ${text}`;
}

function storeText(store: StoreComparison, look: Look): string {
  const { vat, language } = look;
  const { check } = texts(language);
  const { name, currency, kept, now, isManual } = store;
  const { whole, voided, rest } = differenceOf(store, vat);
  const change = (amount: number) => moneyChange(amount, currency, language);
  if (kept && isManual) {
    const amount = (amounts: typeof now) => money(turnoverOf(amounts, vat), currency, language);
    return check.manual(asText(name), amount(kept), amount(now), change(whole));
  }
  return [
    changeLine({ name, currency, before: kept, after: now }, look),
    ...(voided.sales > 0 ? [check.voided(voided.sales, change(voided.amount))] : []),
    ...(kept && rest !== 0 ? [check.rest(change(rest))] : []),
  ].join('\n');
}
