import type { Department } from '../../models/department.ts';
import type { DraftChoice, MappingDraft } from '../../models/mapping-draft.ts';
import type { Vat } from '../../models/workspace.ts';
import type { Context } from '../context.ts';
import { turnoverOf } from '../turnover/changes.ts';
import { addDays, type Day } from '../turnover/trading-day.ts';
import { allDepartments } from './in-order.ts';
import { matching, pageSize, pagesOf, shownOf } from './mapping-draft.ts';
import { isTheirs } from './rebase.ts';
import { todayOf } from './today.ts';

/** What the mapping form shows: one page of a draft. */
export interface MappingForm {
  draftId: string;
  account: string;
  vat: Vat;
  /** In their order, the archived ones too. */
  departments: Department[];
  /** Counted from 0. */
  page: number;
  pages: number;
  rows: MappingRow[];
  /** Which stores are shown; null where they all fit on one page and nobody needs to search. */
  search: StoreSearch | null;
  /** What is chosen and not saved: for how many stores, and since when; null: nothing. */
  unsaved: { stores: number; at: Date } | null;
  /** Where times are told. */
  zone: string;
  /** Part of the names of blocks, so that Slack does not keep what the form no longer holds. */
  round: number;
  /** From which day changes count, asked once something is mapped; null where nothing is yet. */
  from: Day | null;
  /** The latest day that may be chosen for it. */
  today: Day;
}

export interface StoreSearch {
  query: string;
  onlyUnmapped: boolean;
  /** How many stores are in no department, how many there are, and how many are shown on all pages. */
  unmapped: number;
  all: number;
  found: number;
}

export interface MappingRow extends Pick<DraftChoice, 'storeId' | 'name' | 'choice' | 'newName'> {
  /** Yesterday's figure, where it is in. */
  yesterday: { turnover: number; currency: string; sales: number } | null;
}

/** The page of a draft that is shown now. */
export async function mappingForm(context: Context, draft: MappingDraft): Promise<MappingForm> {
  const { models, workspace } = context;
  const place = { workspaceId: workspace._id, linkId: draft.linkId };
  const today = todayOf(context);
  const shown = shownOf(draft);
  const ofPage = { $in: shown.map(({ storeId }) => storeId) };
  const [departments, link, figures] = await Promise.all([
    allDepartments(context),
    models.links.findOne({ workspaceId: workspace._id, _id: draft.linkId }, { name: 1 }).lean(),
    models.figures.find({ ...place, storeId: ofPage, day: addDays(today, -1) }, { revisions: 0 }).lean(),
  ]);
  const figureOf = new Map(figures.map((figure) => [figure.storeId, figure]));
  return {
    draftId: draft._id,
    account: link?.name ?? '',
    vat: workspace.vat,
    departments,
    page: draft.page,
    pages: pagesOf(draft),
    rows: shown.map(({ storeId, name, choice, newName }) => {
      const figure = figureOf.get(storeId);
      return {
        ...{ storeId, name, choice, newName },
        yesterday: figure
          ? { turnover: turnoverOf(figure, workspace.vat), currency: figure.currency, sales: figure.sales }
          : null,
      };
    }),
    search: searchOf(draft),
    unsaved: draft.changedAt ? { stores: draft.choices.filter(isTheirs).length, at: draft.changedAt } : null,
    zone: workspace.zone,
    round: draft.round,
    from: draft.choices.some(({ was }) => was.key !== null) ? (draft.from ?? today) : null,
    today,
  };
}

function searchOf(draft: MappingDraft): StoreSearch | null {
  const { query, onlyUnmapped, choices } = draft;
  if (choices.length <= pageSize) return null;
  return {
    query,
    onlyUnmapped,
    unmapped: choices.filter(({ was }) => was.key === null).length,
    all: choices.length,
    found: matching(draft).length,
  };
}
