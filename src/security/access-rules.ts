import type { Access, AccessList } from '../../models/access.ts';
import type { Workspace } from '../../models/workspace.ts';
import type { Context } from '../context.ts';
import { DeliveryError } from '../slack/delivery.ts';

/** Which departments' turnover someone may see: all there is, or these, of which there may be none. */
export type Seen = 'all' | ReadonlySet<string>;

/** What the rules of a workspace let someone see who is no manager. */
export interface Ruling {
  seen: Seen;
  /** Channels the rules name of which Slack does not tell Daybook who is in them, until that is mended. */
  blind: string[];
}

/** The rules of a workspace; where nobody made any, everyone may see turnover but guests. */
export function accessOf({ access }: Pick<Workspace, 'access'>): Access {
  return {
    seenBy: access?.seenBy ?? 'everyone',
    people: access?.people ?? [],
    channels: access?.channels ?? [],
    departments: access?.departments ?? [],
  };
}

/** Throws a DeliveryError when Slack does not say who is in a channel that matters: who cannot be known sees nothing. */
export async function ruling(
  context: Context,
  { userId, isGuest }: { userId: string; isGuest: boolean },
): Promise<Ruling> {
  const { seenBy, people, channels, departments: kept } = accessOf(context.workspace);
  const general = { people, channels: seenBy === 'channels' ? channels : [] };
  const asked = isGuest ? [] : [general, ...kept].flatMap((list) => list.channels);
  const { inside, blind } = await channelsOf(context, userId, new Set(asked));
  const isOn = (list: AccessList) =>
    list.people.includes(userId) || list.channels.some((channel) => inside.has(channel));

  const mayRest = isOn(general) || (seenBy === 'everyone' && !isGuest);
  const own = new Set(kept.filter(isOn).map(({ departmentId }) => departmentId));
  if (!mayRest) return { seen: own, blind };
  const others = new Set(
    kept.map(({ departmentId }) => departmentId).filter((departmentId) => !own.has(departmentId)),
  );
  return { seen: others.size === 0 ? 'all' : await allBut(context, others), blind };
}

/** In which of some channels a person is. */
async function channelsOf({ workspace, delivery }: Context, userId: string, channels: ReadonlySet<string>) {
  const blind: string[] = [];
  const inside = new Set<string>();
  await Promise.all(
    [...channels].map(async (channelId) => {
      try {
        const members = await delivery.members(workspace._id, channelId);
        if (members.has(userId)) inside.add(channelId);
      } catch (error) {
        // A channel that is gone, or private and without Daybook, lets nobody in; the others still do.
        if (!(error instanceof DeliveryError) || error.outcome !== 'refused') throw error;
        blind.push(channelId);
      }
    }),
  );
  return { inside, blind };
}

async function allBut({ models, workspace }: Context, others: ReadonlySet<string>): Promise<Set<string>> {
  const all = await models.departments.distinct('_id', { workspaceId: workspace._id });
  return new Set(all.filter((id) => !others.has(id)));
}
