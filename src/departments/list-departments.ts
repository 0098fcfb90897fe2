import type { Context } from '../context.ts';
import { mappingOn } from '../turnover/mapping-on.ts';
import { dayOf } from '../turnover/trading-day.ts';

export interface DepartmentWithStores {
  name: string;
  /** The names of the stores that belong to it today. */
  stores: string[];
}

/** Every department by name, with its stores of today. */
export async function listDepartments({
  models,
  workspace,
  clock,
}: Context): Promise<DepartmentWithStores[]> {
  const place = { workspaceId: workspace._id };
  const [departments, stores, mappings] = await Promise.all([
    models.departments.find(place).sort({ key: 1 }).lean(),
    models.stores.find(place).sort({ name: 1 }).lean(),
    models.mappings.find(place).lean(),
  ]);
  const mapped = mappingOn(mappings, dayOf(clock(), { zone: workspace.zone, cutOff: 0 }));
  return departments.map(({ _id, name }) => ({
    name,
    stores: stores
      .filter(({ linkId, storeId }) =>
        mapped.get(`${linkId} ${storeId}`)?.shares.some(({ departmentId }) => departmentId === _id),
      )
      .map((store) => store.name),
  }));
}
