import type { Department } from '../../models/department.ts';
import type { Figure, Revision } from '../../models/figure.ts';
import type { Link } from '../../models/link.ts';
import type { Mapping, Share } from '../../models/mapping.ts';
import type { Store } from '../../models/store.ts';
import type { Vat } from '../../models/workspace.ts';
import type { Context } from '../context.ts';
import { isUnwanted } from '../lightspeed/unwanted-days.ts';
import { type Change, changesOf, type Entered, enteredIn, turnoverOf } from './changes.ts';
import type { FigureState } from './figure.ts';
import { mappingOn } from './mapping-on.ts';
import { movementParts, partOf } from './split.ts';
import { type Sum, sumByCurrency } from './sums.ts';
import type { Day } from './trading-day.ts';

/** One store's line of a day. */
export interface StoreLine {
  linkId: string;
  storeId: string;
  name: string;
  /** How much of the store is the department's, per cent; absent when all of it is. */
  percent?: number;
  /** Null: it was not read, which is not the same as no sales. */
  figure: FigureLine | null;
}

export interface FigureLine {
  currency: string;
  /** Minor units, including or excluding VAT as the workspace chose. */
  turnover: number;
  sales: number;
  state: FigureState;
  firstImportedAt: Date;
  importedAt: Date;
  /** How it changed since it was first imported, oldest first. */
  changes: Change[];
  /** Entered by hand, and not released: why and by whom. */
  entered?: Entered;
}

export interface DepartmentLine {
  departmentId: string;
  name: string;
  /** One a currency; empty when no store is in. */
  sums: Sum[];
  stores: StoreLine[];
}

/** `missing`: nothing was read; `partial`: some stores were not; `unknown`: Daybook read no account on that day. */
export type DayState = 'unknown' | 'missing' | 'partial' | 'provisional' | 'final';

/** Everything there is to say of a day. Digest, day log and export all tell from this. */
export interface DayLog {
  day: Day;
  vat: Vat;
  state: DayState;
  /** Over all departments, one a currency. */
  sums: Sum[];
  departments: DepartmentLine[];
  /** In no department yet, so in no total. */
  unmapped: StoreLine[];
  /** Left out on purpose. */
  ignored: StoreLine[];
  storesIn: number;
  storesExpected: number;
}

/** What a day log is made of. */
export interface DayRecords {
  links: Pick<Link, '_id' | 'gaps'>[];
  stores: Store[];
  departments: Department[];
  mappings: Mapping[];
  figures: Figure[];
}

/** The log of a day: per department its turnover, its stores, and how their figures came about. */
export async function dayLog(context: Context, { day }: { day: Day }): Promise<DayLog> {
  const { models, workspace } = context;
  const workspaceId = workspace._id;
  const [links, stores, departments, mappings, figures] = await Promise.all([
    models.links.find({ workspaceId }, { gaps: 1 }).lean(),
    models.stores.find({ workspaceId }).sort({ name: 1, storeId: 1 }).lean(),
    models.departments.find({ workspaceId }).sort({ key: 1 }).lean(),
    models.mappings.find({ workspaceId, from: { $lte: day } }).lean(),
    models.figures.find({ workspaceId, day }).lean(),
  ]);
  return assembleDayLog({ links, stores, departments, mappings, figures }, { day, vat: workspace.vat });
}

/** The same from records at hand (pure). */
export function assembleDayLog(records: DayRecords, { day, vat }: { day: Day; vat: Vat }): DayLog {
  const figures = new Map(records.figures.map((figure) => [storeKey(figure), figure]));
  const gaps = new Map(records.links.map((link) => [link._id, link.gaps]));
  const mapped = mappingOn(records.mappings, day);
  const present = records.stores.filter(
    (store) => figures.has(storeKey(store)) || isExpected(store, day, gaps.get(store.linkId)),
  );
  const lines = present.map((store) => ({
    line: storeLine(store, figures.get(storeKey(store)), vat),
    mapping: mapped.get(storeKey(store)),
  }));
  const departments = records.departments
    .map((department) => {
      const stores = present.flatMap((store) => {
        const shares = mapped.get(storeKey(store))?.shares ?? [];
        return departmentPart(store, figures.get(storeKey(store)), {
          shares,
          departmentId: department._id,
          vat,
        });
      });
      return { departmentId: department._id, name: department.name, sums: sumByCurrency(stores), stores };
    })
    .filter(({ stores }) => stores.length > 0);

  const counted = departments.flatMap(({ stores }) => stores);
  return {
    day,
    vat,
    state: stateOf(counted),
    sums: sumByCurrency(counted),
    departments,
    unmapped: lines.filter(({ mapping }) => mapping === undefined).map(({ line }) => line),
    ignored: lines.filter(({ mapping }) => mapping?.shares.length === 0).map(({ line }) => line),
    storesIn: storesAmong(counted.filter(({ figure }) => figure !== null)),
    storesExpected: storesAmong(counted),
  };
}

/** A department's line of a store: none, the whole store, or its share of it. */
function departmentPart(
  store: Store,
  figure: Figure | undefined,
  { shares, departmentId, vat }: { shares: readonly Share[]; departmentId: string; vat: Vat },
): StoreLine[] {
  const share = shares.find((each) => each.departmentId === departmentId);
  if (!share) return [];
  if (shares.length === 1) return [storeLine(store, figure, vat)];
  const part = figure && figurePart(figure, shares, departmentId);
  return [{ ...storeLine(store, part, vat), percent: share.weight / 100 }];
}

function figurePart(figure: Figure, shares: readonly Share[], departmentId: string): Figure {
  const revisions: Revision[] = [];
  for (const revision of figure.revisions) {
    const part = partOf(revision, shares, departmentId);
    const before = revisions.at(-1);
    const change = { gross: part.gross - (before?.gross ?? 0), tax: part.tax - (before?.tax ?? 0) };
    const movements = movementParts(revision.movements, shares, { departmentId, change });
    revisions.push({ ...revision, ...part, movements });
  }
  return { ...figure, ...partOf(figure, shares, departmentId), revisions };
}

/** A store that several departments share is one store. */
function storesAmong(lines: readonly StoreLine[]): number {
  return new Set(lines.map(storeKey)).size;
}

/** Whether a figure of a day is waited for. */
function isExpected(store: Store, day: Day, gaps: Link['gaps'] = []): boolean {
  return !store.archived && store.since <= day && !isUnwanted(day, store, gaps);
}

function storeKey({ linkId, storeId }: { linkId: string; storeId: string }): string {
  return `${linkId} ${storeId}`;
}

function storeLine({ linkId, storeId, name }: Store, figure: Figure | undefined, vat: Vat): StoreLine {
  const first = figure?.revisions[0];
  const last = figure?.revisions.at(-1);
  if (!figure || !first || !last) return { linkId, storeId, name, figure: null };
  const entered = enteredIn(last);
  return {
    linkId,
    storeId,
    name,
    figure: {
      currency: figure.currency,
      turnover: turnoverOf(figure, vat),
      sales: figure.sales,
      state: figure.state,
      firstImportedAt: first.at,
      importedAt: last.at,
      changes: changesOf(figure.revisions, vat),
      ...(entered ? { entered } : {}),
    },
  };
}

function stateOf(counted: readonly StoreLine[]): DayState {
  const figures = counted.flatMap(({ figure }) => (figure ? [figure] : []));
  if (counted.length === 0) return 'unknown';
  if (figures.length === 0) return 'missing';
  if (figures.length < counted.length) return 'partial';
  return figures.some(({ state }) => state === 'provisional') ? 'provisional' : 'final';
}
