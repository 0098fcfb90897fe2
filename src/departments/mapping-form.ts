import type { Department } from '../../models/department.ts';
import type { DraftChoice, MappingDraft } from '../../models/mapping-draft.ts';
import type { Vat } from '../../models/workspace.ts';
import type { Context } from '../context.ts';
import { turnoverOf } from '../turnover/changes.ts';
import { addDays, type Day, dayOf } from '../turnover/trading-day.ts';
import { formRecords, pageSize } from './mapping-draft.ts';

/** What the mapping form shows: one page of a draft. */
export interface MappingForm {
  draftId: string;
  account: string;
  vat: Vat;
  departments: Department[];
  /** Counted from 0. */
  page: number;
  pages: number;
  rows: MappingRow[];
  /** From which day changes count, asked once something is mapped; null where nothing is yet. */
  from: Day | null;
  /** The latest day that may be chosen for it. */
  today: Day;
}

export interface MappingRow extends DraftChoice {
  name: string;
  /** Yesterday's figure, where it is in. */
  yesterday: { turnover: number; currency: string; sales: number } | null;
}

/** The page of a draft that is shown now. */
export async function mappingForm(context: Context, draft: MappingDraft): Promise<MappingForm> {
  const { models, workspace, clock } = context;
  const place = { workspaceId: workspace._id, linkId: draft.linkId };
  const today = dayOf(clock(), { zone: workspace.zone, cutOff: 0 });
  const yesterday = addDays(today, -1);
  const [{ stores, departments }, link, figures, mapped] = await Promise.all([
    formRecords(context, draft.linkId),
    models.links.findOne({ workspaceId: workspace._id, _id: draft.linkId }).lean(),
    models.figures.find({ ...place, day: yesterday }).lean(),
    models.mappings.countDocuments(place),
  ]);
  const figureOf = new Map(figures.map((figure) => [figure.storeId, figure]));
  const nameOf = new Map(stores.map(({ storeId, name }) => [storeId, name]));
  const shown = draft.choices.slice(draft.page * pageSize, (draft.page + 1) * pageSize);
  return {
    draftId: draft._id,
    account: link?.name ?? '',
    vat: workspace.vat,
    departments,
    page: draft.page,
    from: mapped > 0 ? (draft.from ?? today) : null,
    today,
    pages: Math.ceil(draft.choices.length / pageSize),
    rows: shown.map((choice) => {
      const figure = figureOf.get(choice.storeId);
      return {
        ...choice,
        name: nameOf.get(choice.storeId) ?? '',
        yesterday: figure
          ? { turnover: turnoverOf(figure, workspace.vat), currency: figure.currency, sales: figure.sales }
          : null,
      };
    }),
  };
}
