import type { ClientSession } from 'mongoose';
import type { DraftBase, DraftChoice } from '../../models/mapping-draft.ts';
import type { Context } from '../context.ts';
import { special } from './fresh-choices.ts';
import type { Merge } from './merge.ts';
import { nameKey } from './name.ts';
import { mergedKey } from './shares-key.ts';

/** What people have chosen and not saved yet follows too: nobody is told later that a department is not there. */
export async function draftsFollow(
  { models, workspace }: Context,
  merge: Merge,
  session: ClientSession,
): Promise<void> {
  const place = { workspaceId: workspace._id };
  const drafts = await models.mappingDrafts
    .find({ ...place, keptUntil: { $exists: true } }, null, { session })
    .lean();
  for (const { _id, choices } of drafts) {
    const followed = choices.map((choice) => followedBy(choice, merge));
    if (JSON.stringify(followed) === JSON.stringify(choices)) continue;
    await models.mappingDrafts.updateOne({ ...place, _id }, { $set: { choices: followed } }, { session });
  }
}

function followedBy(choice: DraftChoice, { from, into }: Merge): DraftChoice {
  const chosen = (id: string | null) => (id === from._id ? into._id : id);
  const was: DraftBase = {
    ...choice.was,
    choice: chosen(choice.was.choice),
    key: choice.was.key === null ? null : mergedKey(choice.was.key, from._id, into._id),
  };
  const isNamed = choice.choice === special.new && nameKey(choice.newName ?? '') === from.key;
  return {
    ...choice,
    choice: isNamed ? into._id : chosen(choice.choice),
    suggested: chosen(choice.suggested),
    was,
  };
}
