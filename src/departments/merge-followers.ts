import { targetsFollow } from '../targets/targets-follow.ts';
import { accessFollows } from './access-follows.ts';
import { channelsFollow } from './channels-follow.ts';
import { draftsFollow } from './drafts-follow.ts';
import { mappingsFollow } from './mappings-follow.ts';
import type { MergeFollower } from './merge.ts';

/** Everything that keeps the id of a department. Who adds a place that does, adds its follower here. */
export const mergeFollowers: readonly MergeFollower[] = [
  mappingsFollow,
  draftsFollow,
  channelsFollow,
  accessFollows,
  targetsFollow,
];
