import type { AccessList } from '../../models/access.ts';
import type { Workspace } from '../../models/workspace.ts';
import type { Context } from '../context.ts';
import { accessOf } from '../security/access-rules.ts';
import { readingOf } from '../security/permissions.ts';
import { DeliveryError } from '../slack/delivery.ts';

/** The ids of a department, and of the one it is merged into. */
export interface MergedIds {
  from: string;
  into: string;
}

/**
 * Who may see what comes out of a merge; null where it is seen like the rest, as both were. Throws a DeliveryError when Slack
 * does not say who may see them now.
 */
export async function accessAfter(context: Context, merge: MergedIds): Promise<AccessList | null> {
  return mergedList(context.workspace, merge, await seersOfBoth(context, merge));
}

/** Who is named for one of the two and may see both now. Throws a DeliveryError as `readingOf` does. */
export async function seersOfBoth(context: Context, merge: MergedIds): Promise<ReadonlySet<string>> {
  const named = [...new Set(listsOf(context.workspace, merge)?.flatMap(({ people }) => people) ?? [])];
  const seers = await Promise.all(
    named.map(async (userId) => ((await seesBoth(context, userId, merge)) ? [userId] : [])),
  );
  return new Set(seers.flat());
}

/**
 * The list of the department that is left (pure): nobody may see figures by a merge that they might not see before. Of people,
 * only the `seers`; channels, where both were for them.
 */
export function mergedList(
  workspace: Pick<Workspace, 'access'>,
  merge: MergedIds,
  seers: ReadonlySet<string>,
): AccessList | null {
  const lists = listsOf(workspace, merge);
  if (!lists) return null;
  const people = [...new Set(lists.flatMap((list) => list.people))].filter((person) => seers.has(person));
  const [one, other] = lists;
  return { people, channels: one.channels.filter((channel) => other.channels.includes(channel)) };
}

/** The lists of both departments, where one of them is kept to fewer people. */
function listsOf(
  workspace: Pick<Workspace, 'access'>,
  { from, into }: MergedIds,
): [AccessList, AccessList] | undefined {
  const { seenBy, people, channels, departments: kept } = accessOf(workspace);
  const [first, second] = [from, into].map((id) => kept.find(({ departmentId }) => departmentId === id));
  const only = first ?? second;
  if (!only) return undefined;
  // Where everyone sees the rest, whoever is in a channel does: guests do not get in by one.
  const rest = {
    everyone: { people, channels: only.channels },
    channels: { people, channels },
    managers: { people, channels: [] },
  };
  return [first ?? rest[seenBy], second ?? rest[seenBy]];
}

async function seesBoth(context: Context, userId: string, { from, into }: MergedIds): Promise<boolean> {
  try {
    const { seen } = await readingOf(context, userId);
    return seen === 'all' || (seen.has(from) && seen.has(into));
  } catch (error) {
    // Whom Slack knows no more sees nothing.
    if (error instanceof DeliveryError && error.outcome === 'refused') return false;
    throw error;
  }
}
