import type { Context } from '../context.ts';
import type { Named } from '../turnover/read-question.ts';
import { type Ruling, ruling, type Seen } from './access-rules.ts';

/** What a person is here: a `manager` may do everything, a `member` is anyone else, a `guest` belongs to some channels only. */
export type Standing = 'manager' | 'member' | 'guest';

/** Whose turnover a person may see. */
export interface Reading extends Ruling {
  standing: Standing;
}

/**
 * Who a person is to this workspace: Slack's admins and owners manage, and whoever they named, as long as that is no guest.
 * Throws a DeliveryError.
 */
export async function standingOf(context: Context, userId: string): Promise<Standing> {
  const { workspace, delivery } = context;
  const person = await delivery.person(workspace._id, userId);
  if (person.isGuest) return 'guest';
  return person.isAdmin || workspace.managers.includes(userId) ? 'manager' : 'member';
}

/**
 * What a person may see of the turnover, for every entrance alike: managers all of it, others what the rules of the
 * workspace let them. Throws a DeliveryError when Slack does not say who they are, or who is in a channel that matters.
 */
export async function readingOf(context: Context, userId: string): Promise<Reading> {
  const standing = await standingOf(context, userId);
  if (standing === 'manager') return { standing, seen: 'all', blind: [] };
  return { standing, ...(await ruling(context, { userId, isGuest: standing === 'guest' })) };
}

export function seesNothing({ seen }: Pick<Reading, 'seen'>): boolean {
  return seen !== 'all' && seen.size === 0;
}

/**
 * The person may not do this: it is for a `manager`; or they see no turnover, as a guest (`member`) or because it is for
 * others (`reader`); or not that of one `department`.
 */
export class NotPermittedError extends Error {
  override readonly name = 'NotPermittedError' as const;
  readonly whom: 'manager' | 'member' | 'reader' | 'department';
  /** The one they asked for. */
  readonly department: Named | undefined;
  /** Channels of which Slack does not tell who is in them, which may be why. */
  readonly blind: readonly string[];
  /** They may ask to become a manager, as guests may not. */
  readonly mayAsk: boolean;

  constructor(
    whom: NotPermittedError['whom'],
    {
      department,
      blind = [],
      mayAsk = false,
    }: { department?: Named; blind?: readonly string[]; mayAsk?: boolean } = {},
  ) {
    super(`only for a ${whom}`);
    this.whom = whom;
    this.department = department;
    this.blind = blind;
    this.mayAsk = mayAsk;
  }
}

/** Throws a NotPermittedError unless the person manages Daybook here, or a DeliveryError when Slack does not say who it is. */
export async function requireManager(context: Context, userId: string): Promise<void> {
  const standing = await standingOf(context, userId);
  if (standing !== 'manager') throw new NotPermittedError('manager', { mayAsk: standing === 'member' });
}

/** What the person may see, which is something; else throws a NotPermittedError. Throws a DeliveryError as `readingOf` does. */
export async function requireReader(context: Context, userId: string): Promise<Reading> {
  const reading = await readingOf(context, userId);
  const { standing, blind } = reading;
  if (seesNothing(reading))
    throw new NotPermittedError(standing === 'guest' ? 'member' : 'reader', { blind });
  return reading;
}

/** Throws a NotPermittedError unless a department is among those that may be seen. */
export function requireSeen(seen: Seen, department: Named): void {
  if (seen !== 'all' && !seen.has(department._id)) throw new NotPermittedError('department', { department });
}
