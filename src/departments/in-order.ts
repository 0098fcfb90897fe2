import type { ClientSession } from 'mongoose';
import type { Department } from '../../models/department.ts';
import type { Context } from '../context.ts';

/** As people sort: accents beside their letter, `Floor 2` before `Floor 10`. */
const byName = new Intl.Collator('und', { numeric: true });

/** Departments as they stand in every list: by the managers' order, then by name. */
export function inOrder<Kept extends Pick<Department, 'name' | 'order' | 'key'>>(
  departments: readonly Kept[],
): Kept[] {
  return [...departments].sort(
    (a, b) => orderOf(a) - orderOf(b) || byName.compare(a.name, b.name) || byName.compare(a.key, b.key),
  );
}

/** Every department of the workspace in its order, the archived ones among them. */
export async function allDepartments(
  { models, workspace }: Pick<Context, 'models' | 'workspace'>,
  session?: ClientSession,
): Promise<Department[]> {
  const found = models.departments.find({ workspaceId: workspace._id }, null, session ? { session } : {});
  return inOrder(await found.lean());
}

/** Departments that may be chosen, in their order. */
export async function activeDepartments(
  context: Pick<Context, 'models' | 'workspace'>,
  session?: ClientSession,
): Promise<Department[]> {
  return (await allDepartments(context, session)).filter(isActive);
}

export function isActive({ archivedAt }: Pick<Department, 'archivedAt'>): boolean {
  // Departments of an earlier version have no such field.
  return (archivedAt ?? null) === null;
}

/** Departments of an earlier version have no order either. */
function orderOf({ order }: Pick<Department, 'order'>): number {
  return order ?? 0;
}
