import type { Context } from '../context.ts';

/** What a person may do here: `manager` everything, `member` see turnover, `guest` nothing. */
export type Standing = 'manager' | 'member' | 'guest';

/** Who a person is to this workspace: Slack's admins and owners manage, and whoever they named. Throws a DeliveryError. */
export async function standingOf(context: Context, userId: string): Promise<Standing> {
  const { workspace, delivery } = context;
  if (workspace.managers.includes(userId)) return 'manager';
  const person = await delivery.person(workspace._id, userId);
  if (person.isGuest) return 'guest';
  return person.isAdmin ? 'manager' : 'member';
}

/** The person may not do this: it is for managers, or for anyone but guests. */
export class NotPermittedError extends Error {
  override readonly name = 'NotPermittedError' as const;
  readonly whom: 'manager' | 'member';

  constructor(whom: 'manager' | 'member') {
    super(`only for a ${whom}`);
    this.whom = whom;
  }
}

/** Throws a NotPermittedError unless the person manages Daybook here, or a DeliveryError when Slack does not say who it is. */
export async function requireManager(context: Context, userId: string): Promise<void> {
  if ((await standingOf(context, userId)) !== 'manager') throw new NotPermittedError('manager');
}

/** Throws a NotPermittedError for guests, or a DeliveryError when Slack does not say who it is. */
export async function requireReader(context: Context, userId: string): Promise<void> {
  if ((await standingOf(context, userId)) === 'guest') throw new NotPermittedError('member');
}
