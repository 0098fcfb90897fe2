import type { Department } from '../../models/department.ts';
import type { Mapping } from '../../models/mapping.ts';
import type { DraftBase, DraftChoice } from '../../models/mapping-draft.ts';
import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';
import { mappingOn } from '../turnover/mapping-on.ts';
import { combined } from '../turnover/split.ts';
import { allDepartments, isActive } from './in-order.ts';
import { sharesText } from './read-shares.ts';
import { sharesKey } from './shares-key.ts';
import { suggester } from './suggest.ts';

/** What is chosen instead of a department's id. */
export const special = { new: 'new', split: 'split', ignore: 'ignore' } as const;

/** A link's stores as they are mapped now, with what there is to choose from. */
export interface FreshChoices {
  choices: DraftChoice[];
  departments: Department[];
  /** The latest mapping of each store, by its id in Lightspeed. */
  latest: Map<string, Mapping>;
}

/** Later than any day there is: what was last said of a store counts from some day on. */
const endOfDays = '9999-12-31';

/** How the open stores of a link are mapped now; where names match and nothing is mapped, a department is suggested. */
export async function freshChoices(context: Context, linkId: string): Promise<FreshChoices> {
  const { models, workspace } = context;
  const place = { workspaceId: workspace._id, linkId };
  const [{ stores, departments }, mappings] = await Promise.all([
    formRecords(context, linkId),
    models.mappings.find(place).lean(),
  ]);
  const latest = new Map(
    [...mappingOn(mappings, endOfDays).values()].map((mapping) => [mapping.storeId, mapping]),
  );
  const nameOf = new Map(departments.map(({ _id, name }) => [_id, name]));
  const suggest = suggester(departments.filter(isActive));
  const choices = stores.map(({ storeId, name }): DraftChoice => {
    const was = baseOf(latest.get(storeId), nameOf);
    const suggested = was.key === null ? (suggest(name)?._id ?? null) : null;
    const { choice, newName } = was;
    return { storeId, name, choice: suggested ?? choice, newName, suggested, was };
  });
  return { choices, departments, latest };
}

/** The stores of a link that are open, by name, and the workspace's departments, the archived ones too, in order. */
export async function formRecords(
  context: Context,
  linkId: string,
): Promise<{ stores: Store[]; departments: Department[] }> {
  const { models, workspace } = context;
  const [stores, departments] = await Promise.all([
    models.stores
      .find({ workspaceId: workspace._id, linkId, archived: false })
      .sort({ name: 1, storeId: 1 })
      .lean(),
    allDepartments(context),
  ]);
  return { stores, departments };
}

function baseOf(mapping: Mapping | undefined, nameOf: ReadonlyMap<string, string>): DraftBase {
  if (!mapping) return { choice: null, newName: null, key: null };
  const key = sharesKey(mapping.shares);
  const shares = combined(mapping.shares);
  const [first, ...others] = shares;
  if (others.length === 0) return { choice: first?.departmentId ?? special.ignore, newName: null, key };
  const named = shares.map(({ departmentId, weight }) => ({ name: nameOf.get(departmentId) ?? '', weight }));
  return { choice: special.split, newName: sharesText(named), key };
}
