import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { audit } from '../security/audit.ts';
import { standingOf } from '../security/permissions.ts';
import { merged } from './merged.ts';

/** So many people manage beside Slack's admins and owners. */
export const mostManagers = 100;

/** `guests`: these are guests, who cannot manage; `self`: who changes the list would not manage any more. Nothing was changed then. */
export type ManagersOutcome = { kind: 'done' | 'self' } | { kind: 'guests'; names: string[] };

export interface ManagersChange {
  managers: readonly string[];
  /** Whom the form showed. */
  shown: readonly string[];
  userId: string;
}

/**
 * Names the people who manage beside Slack's admins and owners. Whoever does it goes on managing, so that there is always
 * somebody. Audited. Throws a DeliveryError when Slack does not say who somebody is.
 */
export async function changeManagers(context: Context, change: ManagersChange): Promise<ManagersOutcome> {
  const { workspace, delivery } = context;
  const { managers, shown, userId } = change;
  const inOwnRight = { ...context, workspace: { ...workspace, managers: [] } };
  if (!managers.includes(userId) && (await standingOf(inOwnRight, userId)) !== 'manager')
    return { kind: 'self' };
  const fresh = managers.filter((person) => !shown.includes(person));
  const people = await Promise.all(fresh.map((person) => delivery.person(workspace._id, person)));
  const names = people.filter(({ isGuest }) => isGuest).map(({ name }) => name);
  if (names.length > 0) return { kind: 'guests', names };
  await save(context, change);
  return { kind: 'done' };
}

async function save(context: Context, { managers, shown, userId }: ManagersChange): Promise<void> {
  const { models, workspace, connection } = context;
  await inTransaction(connection, async (session) => {
    const before =
      (await models.workspaces.findById(workspace._id, null, { session }).lean())?.managers ?? [];
    const after = merged(before, { people: managers, shown });
    const added = after.filter((person) => !before.includes(person));
    const removed = before.filter((person) => !after.includes(person));
    if (added.length === 0 && removed.length === 0) return;
    await models.workspaces.updateOne({ _id: workspace._id }, { $set: { managers: after } }, { session });
    await audit(context, { who: userId, action: 'managers.changed', details: { added, removed } }, session);
  });
}
