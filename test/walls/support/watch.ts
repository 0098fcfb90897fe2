import type { ManyScene } from '../../story/support/many.ts';

export type Kept = Record<string, { _id: unknown }[]>;

/** Everything that is kept of the second workspace. */
export async function keptOf({ engine }: ManyScene, workspaceId = 'T2'): Promise<Kept> {
  const { workspaces, ...models } = engine.models;
  const read = Object.entries(models).map(async ([name, model]) => {
    const documents = await model.collection.find({ workspaceId }).sort({ _id: 1 }).toArray();
    return [name, documents] as const;
  });
  return {
    workspaces: await workspaces.collection.find({ _id: workspaceId } as object).toArray(),
    ...Object.fromEntries(await Promise.all(read)),
  };
}

/** Brings it back to what it was. */
export async function bringBack({ engine }: ManyScene, kept: Kept, workspaceId = 'T2'): Promise<void> {
  await Promise.all(
    Object.entries(engine.models).map(async ([name, model]) => {
      const own = name === 'workspaces' ? { _id: workspaceId } : { workspaceId };
      await model.collection.deleteMany(own as object);
      const documents = kept[name] ?? [];
      if (documents.length > 0) await model.collection.insertMany(documents as never);
    }),
  );
}

/** The collections that are no longer what they were. */
export function changed(before: Kept, after: Kept): string[] {
  return Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** All that Daybook said to Slack since; `mark` is where that begins. */
export function said({ slack, other }: ManyScene, mark: Mark): string {
  const since = [
    ...slack.traffic.log.slice(slack.traffic.log.length - (slack.traffic.total() - mark.first)),
    ...other.traffic.log.slice(other.traffic.log.length - (other.traffic.total() - mark.second)),
  ];
  const calls = since.filter(({ from }) => from === 'app').map(({ name, request }) => [name, request]);
  const uploads = filesOf({ slack, other })
    .filter(({ id }) => !mark.files.has(id))
    .map(({ content }) => Buffer.from(content ?? '', 'base64').toString());
  return JSON.stringify([calls, uploads]);
}

export interface Mark {
  first: number;
  second: number;
  files: ReadonlySet<string>;
}

export const markOf = ({ slack, other }: ManyScene): Mark => ({
  first: slack.traffic.total(),
  second: other.traffic.total(),
  files: new Set(filesOf({ slack, other }).map(({ id }) => id)),
});

function filesOf({ slack, other }: Pick<ManyScene, 'slack' | 'other'>) {
  return [...Object.values(slack.state.files), ...Object.values(other.state.files)];
}
