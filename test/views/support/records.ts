import type { DigestLook } from '../../../models/channel.ts';
import { compareLogs } from '../../../src/digest/comparison.ts';
import type { DigestDetails } from '../../../src/digest/details.ts';
import type { DigestData } from '../../../src/digest/digest.ts';
import { fullLook } from '../../../src/digest/look.ts';
import { noTargets } from '../../../src/targets/attained.ts';
import type { Change } from '../../../src/turnover/changes.ts';
import type { DayLog, DepartmentLine, FigureLine, StoreLine } from '../../../src/turnover/day-log.ts';
import { sumByCurrency } from '../../../src/turnover/sums.ts';

/** An id as the database makes them: none may ever be seen. */
export const id = (number: number) => number.toString(16).padStart(24, '0');

/** Names that break things. */
export const hardNames = [
  '<!channel>',
  '*Bold* _and_ ~gone~ `code`',
  'Fish & Chips <Ltd>',
  '😀'.repeat(30),
  'متجر الزهور في المدينة القديمة',
  '日本語の部門名'.repeat(8).slice(0, 60),
  'x'.repeat(60),
  '&amp;&lt;',
];

export const hardName = (number: number) => {
  const name = hardNames[number % hardNames.length] ?? '';
  return `${number} ${name}`.slice(0, 60).replace(/[\uD800-\uDBFF]$/, '');
};

export const importedAt = new Date('2025-11-13T02:04:00Z');

export const change: Change = {
  at: new Date('2025-11-14T02:04:00Z'),
  source: 'night',
  before: 121_000,
  after: 118_900,
  reasons: [{ kind: 'voided', sales: 1, amount: -2_100 }],
};

export function figure(turnover: number, more: Partial<FigureLine> = {}): FigureLine {
  return {
    currency: 'EUR',
    turnover,
    sales: 12,
    state: 'provisional',
    firstImportedAt: importedAt,
    importedAt,
    changes: [],
    ...more,
  };
}

export function storeLine(number: number, name: string, line: FigureLine | null): StoreLine {
  return { linkId: id(1), storeId: String(number), name, figure: line };
}

export function department(number: number, name: string, stores: StoreLine[]): DepartmentLine {
  return { departmentId: id(100 + number), name, sums: sumByCurrency(stores), stores };
}

export function dayLogOf(departments: DepartmentLine[], more: Partial<DayLog> = {}): DayLog {
  const stores = departments.flatMap((each) => each.stores);
  return {
    day: '2025-11-12',
    vat: 'excl',
    state: 'provisional',
    sums: sumByCurrency(stores),
    departments,
    unmapped: [],
    ignored: [],
    storesIn: stores.filter((store) => store.figure !== null).length,
    storesExpected: stores.length,
    ...more,
  };
}

/** Two departments, one of which has a corrected figure. */
export const normalLog = dayLogOf([
  department(1, 'Bakery', [
    storeLine(1, 'Amsterdam', figure(123_450, { changes: [change] })),
    storeLine(2, 'Utrecht', figure(50_000)),
  ]),
  department(2, 'Flowers', [storeLine(3, 'Rotterdam', figure(-310, { sales: 1 }))]),
]);

/** A day of which nothing is known. */
export const emptyLog = dayLogOf([], { state: 'unknown' });

/** 150 departments with two stores each, all with names that break things; half of the stores are in no department. */
export function hugeLog(): DayLog {
  const departments = Array.from({ length: 150 }, (_, number) =>
    department(number, hardName(number), [
      storeLine(number, hardName(number), figure(987_654_321_00, { changes: [change, change] })),
      storeLine(1_000 + number, hardName(number + 1), number % 7 === 0 ? null : figure(-5)),
    ]),
  );
  const more = Array.from({ length: 300 }, (_, number) =>
    storeLine(5_000 + number, hardName(number), figure(1_000 * number)),
  );
  return dayLogOf(departments, { state: 'partial', unmapped: more, ignored: more });
}

/** A thread that has nothing to tell beside the stores. */
export const noDetails: DigestDetails = {
  average: null,
  lastYear: null,
  holiday: null,
  holidayThen: null,
  week: null,
  month: null,
  refunds: [],
  movers: null,
  feat: null,
  dayBefore: null,
  notes: { ofDay: [], yearAgo: [], zone: 'Europe/Amsterdam' },
  targets: noTargets,
};

export function digestData(
  log: DayLog,
  earlier?: DayLog,
  { look = fullLook, details = {} }: { look?: DigestLook; details?: Partial<DigestDetails> } = {},
): DigestData {
  const before = { ...(earlier ?? dayLogOf([])), day: '2025-11-05' };
  return { log, look, weekBefore: compareLogs(log, before), details: { ...noDetails, ...details } };
}
