import { withEngine } from './open.ts';

/** `daybook workspaces`: every workspace with its links, whose ids other commands take. */
export async function workspaces(): Promise<void> {
  await withEngine(async ({ engine, say }) => {
    const { models } = engine;
    for (const { _id: workspaceId, name } of await models.workspaces.find().sort({ name: 1 }).lean()) {
      say(`${name} (${workspaceId})`);
      for (const link of await models.links.find({ workspaceId }).sort({ linkedAt: 1 }).lean()) {
        const stores = await models.stores.countDocuments({ workspaceId, linkId: link._id });
        say(`  link ${link._id}: ${link.name}, ${link.state}, ${link.currency}, ${stores} stores`);
      }
    }
  });
}
