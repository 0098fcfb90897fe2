import type { KeyPage } from '../../../models/key-page.ts';
import { acrossWorkspaces } from '../../../models/wall.ts';
import type { Context, Engine } from '../../context.ts';
import { enterWorkspace } from '../../workspaces.ts';
import { hashOfToken } from './begin-key-page.ts';

/** So many keys may be tried on one page. */
export const mostTries = 5;

/** How long a try may hold the page, milliseconds: longer than Lightspeed is waited for. */
const holds = 30_000;

/** A page that is good, and whose it is. */
export interface OpenKeyPage {
  page: KeyPage;
  context: Context;
}

/** The page of a token, as long as it is good; looking uses nothing up. */
export async function findKeyPage(engine: Engine, token: string): Promise<OpenKeyPage | undefined> {
  const page = await engine.models.keyPages
    .findOne(
      { _id: hashOfToken(token), expiresAt: { $gt: new Date(engine.clock()) } },
      null,
      acrossWorkspaces,
    )
    .lean();
  if (!page) return undefined;
  return { page, context: await enterWorkspace(engine, { workspaceId: page.workspaceId }) };
}

/** Claims the page for one try, which counts; undefined while another one is under way, or when none is left. */
export async function holdKeyPage({ page, context }: OpenKeyPage): Promise<KeyPage | undefined> {
  const now = context.clock();
  const held = await context.models.keyPages
    .findOneAndUpdate(
      {
        workspaceId: page.workspaceId,
        _id: page._id,
        tries: { $lt: mostTries },
        $or: [{ heldUntil: null }, { heldUntil: { $lte: new Date(now) } }],
      },
      { $inc: { tries: 1 }, $set: { heldUntil: new Date(now + holds) } },
      { returnDocument: 'after' },
    )
    .lean();
  return held ?? undefined;
}

/** After a try that linked nothing: how many are left. With none left the page is gone. */
export async function releaseKeyPage(context: Context, held: KeyPage): Promise<number> {
  const left = mostTries - held.tries;
  if (left <= 0) {
    await useUpKeyPage(context, held);
    return 0;
  }
  await context.models.keyPages.updateOne(
    { workspaceId: held.workspaceId, _id: held._id },
    { $set: { heldUntil: null } },
  );
  return left;
}

/** The page has done its work. */
export async function useUpKeyPage({ models }: Context, { workspaceId, _id }: KeyPage): Promise<void> {
  await models.keyPages.deleteOne({ workspaceId, _id });
}
