import type { ClientSession } from 'mongoose';
import type { Department } from '../../models/department.ts';
import type { Context } from '../context.ts';

/** What a merge joins: `from` is deleted when all have followed. */
export interface Merge {
  from: Department;
  into: Department;
  /** Who of those named for one of them may see both: as it was when the merge began. */
  seers: ReadonlySet<string>;
}

/**
 * Makes what refers to a merged department refer to the one it went into. Runs inside the merge's transaction: database work
 * with this session only, and possibly several times.
 */
export type MergeFollower = (context: Context, merge: Merge, session: ClientSession) => Promise<void>;
