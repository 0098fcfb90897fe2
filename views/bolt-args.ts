import type { BlockAction, RespondFn, SlackAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Asker } from './answering.ts';
import type { Opening } from './surface.ts';

/** Who sent an interaction. */
export function askerOf(body: {
  team: { id: string } | null;
  user: { id: string; team_id?: string };
}): Asker {
  return { workspaceId: body.team?.id ?? body.user.team_id ?? '', userId: body.user.id };
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
