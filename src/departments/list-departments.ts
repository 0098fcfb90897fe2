import type { Department } from '../../models/department.ts';
import type { Context } from '../context.ts';
import { mappingOn } from '../turnover/mapping-on.ts';
import { allDepartments, isActive } from './in-order.ts';
import { todayOf } from './today.ts';

export interface DepartmentWithStores {
  id: string;
  name: string;
  /** The names of the stores that belong to it today. */
  stores: string[];
}

export interface DepartmentList {
  /** In use, in their order. */
  active: DepartmentWithStores[];
  archived: DepartmentWithStores[];
  /** Whether somebody put them in an order of their own. */
  isOrdered: boolean;
}

/** Every department in its order, with its stores of today. */
export async function listDepartments(context: Context): Promise<DepartmentList> {
  const { models, workspace } = context;
  const place = { workspaceId: workspace._id };
  const [departments, stores, mappings] = await Promise.all([
    allDepartments(context),
    models.stores.find(place).sort({ name: 1 }).lean(),
    models.mappings.find(place).lean(),
  ]);
  const mapped = mappingOn(mappings, todayOf(context));
  const namesIn = Map.groupBy(
    stores.flatMap(({ linkId, storeId, name }) => {
      const shares = mapped.get(`${linkId} ${storeId}`)?.shares ?? [];
      return [...new Set(shares.map(({ departmentId }) => departmentId))].map((id) => ({ id, name }));
    }),
    ({ id }) => id,
  );
  const withStores = ({ _id, name }: Department): DepartmentWithStores => ({
    id: _id,
    name,
    stores: (namesIn.get(_id) ?? []).map((store) => store.name),
  });
  return {
    active: departments.filter(isActive).map(withStores),
    archived: departments.filter((each) => !isActive(each)).map(withStores),
    isOrdered: departments.some(({ order }) => order > 0),
  };
}
