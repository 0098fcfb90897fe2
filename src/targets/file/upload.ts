import type { Context } from '../../context.ts';
import { activeDepartments } from '../../departments/in-order.ts';
import type { Day } from '../../turnover/trading-day.ts';
import { weekFor } from '../list-targets.ts';
import { type DepartmentTargets, saveTargets } from '../save-targets.ts';
import type { Week } from '../target.ts';
import { textOf } from './read-csv.ts';
import { type FileReading, type FileTargets, readTargetsFile } from './read-targets-file.ts';

/** The largest file, bytes. */
export const largestFile = 400_000;

export type UploadOutcome =
  | Exclude<FileReading, { kind: 'targets' }>
  | { kind: 'saved'; departments: number; weekdays: number; days: number };

/**
 * Sets the targets that a CSV file names, those of weekdays from a day on; weekdays that it does not name stay as they are.
 * Any line that will not do, and nothing is saved. Throws an UnknownChoiceError for a department that just went.
 */
export async function uploadTargets(
  context: Context,
  { bytes, from, currency, userId }: { bytes: Uint8Array; from: Day; currency: string; userId: string },
): Promise<UploadOutcome> {
  const departments = await activeDepartments(context);
  const read = readTargetsFile(textOf(bytes), { departments, currency });
  if (read.kind !== 'targets') return read;
  const targets: DepartmentTargets[] = [];
  for (const each of read.targets) targets.push(await targetsOf(context, each, { from, currency }));
  await saveTargets(context, { targets, source: 'file', userId });
  const count = (of: (each: FileTargets) => number) => read.targets.reduce((sum, each) => sum + of(each), 0);
  return {
    kind: 'saved',
    departments: targets.length,
    weekdays: count(({ weekdays }) => weekdays.size),
    days: count(({ days }) => days.size),
  };
}

async function targetsOf(
  context: Context,
  { departmentId, weekdays, days }: FileTargets,
  { from, currency }: { from: Day; currency: string },
): Promise<DepartmentTargets> {
  const own = { departmentId, currency, ...(days.size > 0 ? { days } : {}) };
  if (weekdays.size === 0) return own;
  const before: Week = await weekFor(context, { departmentId, day: from, currency });
  const amounts = before.map((amount, index) => {
    const named = weekdays.get(index + 1);
    return named === undefined ? amount : named;
  });
  return { ...own, week: { from, amounts } };
}
