import type { KnownBlock, ModalView } from '@slack/types';
import type { Vat } from '../../models/workspace.ts';
import { dayText, type Language, money } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { turnoverOf } from '../../src/turnover/changes.ts';
import { differs, type StoreComparison } from '../../src/turnover/compare-day.ts';
import type { DayComparison } from '../../src/turnover/compare-links.ts';
import type { DayReimport } from '../../src/turnover/reimport-day.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { asText, context, section, sections } from '../blocks.ts';
import { callbacks } from '../ids.ts';
import { modal, noticeModal } from '../modal.ts';
import { changeLine } from './change-lines.ts';
import { comparable, unreadLines } from './notes.ts';

export interface Look {
  day: Day;
  vat: Vat;
  language: Language;
}

type Compared = Extract<DayComparison, { kind: 'compared' }>;

/** A day as it is kept and as Lightspeed has it now; it can be saved only when that would change something. */
export function reimportModal({ links, unread }: Compared, look: Look): ModalView {
  const { day, vat, language } = look;
  const { reimport, common } = texts(language);
  const stores = links.flatMap((link) => link.stores);
  const changes = stores.filter((store) => differs(store) && !store.isManual);
  const text = dayText(day, language);
  const blocks: KnownBlock[] = [
    section(changes.length > 0 ? reimport.question(text) : nothingText({ links, unread }, look)),
    ...sections([...comparisonLines(stores, look), ...unreadLines(unread, language)]),
    comparable({ vat, series: links.map(({ link }) => link.series) }, language),
  ];
  return modal(
    changes.length > 0
      ? { callback: callbacks.reimport, title: reimport.title, submit: common.save, metadata: day, blocks }
      : { callback: callbacks.notice, title: reimport.title, blocks },
    language,
  );
}

function nothingText({ links, unread }: Pick<Compared, 'links' | 'unread'>, { day, language }: Look): string {
  const { reimport, dayActions } = texts(language);
  if (unread.length > 0 && links.length === 0) return dayActions.nothingChanged;
  return reimport.nothing(dayText(day, language));
}

function comparisonLines(stores: readonly StoreComparison[], look: Look): string[] {
  const { dayActions } = texts(look.language);
  const same = stores.filter((store) => !differs(store)).length;
  return [
    ...stores.filter(differs).map((store) => comparisonLine(store, look)),
    ...(same > 0 && same < stores.length ? [dayActions.same(same)] : []),
  ];
}

function comparisonLine({ name, currency, kept, now, isManual }: StoreComparison, look: Look): string {
  const { vat, language } = look;
  if (!kept || !isManual) return changeLine({ name, currency, before: kept, after: now }, look);
  const { staysManual } = texts(language).dayActions;
  const amount = (amounts: { gross: number; tax: number }) =>
    money(turnoverOf(amounts, vat), currency, language);
  return staysManual(asText(name), amount(kept), amount(now));
}

/** What was written. */
export function reimportedModal(
  { written, unread }: Extract<DayReimport, { kind: 'done' }>,
  look: Look & { headline?: string },
): ModalView {
  const { day, vat, language } = look;
  const say = texts(language);
  const headline = look.headline ?? say.reimport.saved(dayText(day, language));
  const nothing =
    unread.length > 0 ? say.dayActions.nothingChanged : say.reimport.savedNothing(dayText(day, language));
  return noticeModal(
    {
      title: say.reimport.title,
      text: written.length > 0 ? headline : nothing,
      more: [
        ...sections([...written.map((figure) => changeLine(figure, look)), ...unreadLines(unread, language)]),
        context(say.dayActions.told(say.vat[vat])),
      ],
    },
    language,
  );
}
