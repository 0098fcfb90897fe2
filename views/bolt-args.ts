import type { BlockAction, Context as BoltContext, RespondFn, SlackAction, SlashCommand } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Asker } from './answering.ts';
import type { Opening } from './surface.ts';

/** Who sent an interaction. Where a whole organisation installed Daybook, that is the workspace, and no team may be named. */
export function askerOf(body: {
  team: { id: string } | null;
  user: { id: string; team_id?: string };
  enterprise?: { id: string } | null;
  is_enterprise_install?: boolean;
}): Asker {
  const organisation = body.is_enterprise_install === true ? body.enterprise?.id : undefined;
  return { workspaceId: organisation ?? body.team?.id ?? body.user.team_id ?? '', userId: body.user.id };
}

/** Who typed a command. */
export function commanderOf(
  command: Pick<SlashCommand, 'team_id' | 'enterprise_id' | 'is_enterprise_install' | 'user_id'>,
): Asker {
  const organisation = command.is_enterprise_install === 'true' ? command.enterprise_id : undefined;
  return { workspaceId: organisation ?? command.team_id, userId: command.user_id };
}

/** The workspace that anything from Slack is for; undefined when it does not say. */
export function workspaceOf({
  isEnterpriseInstall,
  enterpriseId,
  teamId,
}: Pick<BoltContext, 'isEnterpriseInstall' | 'enterpriseId' | 'teamId'>): string | undefined {
  return isEnterpriseInstall ? enterpriseId : teamId;
}

/** A click that opens a modal, or fills the one it was made in; Home is a view too, but no modal, and has no place to answer. */
export function openingOf(
  { body, client, respond }: { body: BlockAction; client: WebClient; respond: RespondFn },
  reopen: Opening['reopen'],
): Opening {
  return {
    client,
    asker: askerOf(body),
    triggerId: body.trigger_id,
    reopen,
    ...(body.view?.type === 'modal' ? { viewId: body.view.id } : {}),
    ...(body.view ? {} : { respond }),
  };
}

/** The value of the button that was pressed. */
export function pressedValue(body: SlackAction): string {
  const action = 'actions' in body ? body.actions[0] : undefined;
  return action && 'value' in action && typeof action.value === 'string' ? action.value : '';
}
