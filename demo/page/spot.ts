import type { Snapshot } from '../page-server/shared.ts';
import { type Json, obj, str } from './json.ts';
import type { Names } from './mrkdwn.ts';
import { draftOf, type Exactly, type Target } from './person.ts';

/** Where blocks are shown: what their elements belong to and what is filled in there. */
export type Spot = {
  target: Target;
  /** Tells this message or view from all others in ids of the page. */
  scope: string;
  values: Record<string, Record<string, Json>>;
  errors: Record<string, string>;
  snapshot: Snapshot;
  names: Names;
};

/** An element in its block. */
export type Piece = {
  spot: Spot;
  block: Json;
  element: Json;
  /** What is said beside it; undefined where a visible label is tied to it. */
  label: string | undefined;
  /** The ids of texts that say more. */
  describedBy?: string | undefined;
  isInput: boolean;
};

export function exactly({ block, element }: Piece): Exactly {
  return { blockId: str(block['block_id']), actionId: str(element['action_id']) };
}

/** An id for the page, the same at every drawing. */
export function idOf(piece: Piece, part = ''): string {
  const { blockId, actionId } = exactly(piece);
  return [piece.spot.scope, blockId, actionId, part].join('-').replace(/[^\w-]/g, '_');
}

/** What the element holds. */
export function held(piece: Piece): Json {
  const { blockId, actionId } = exactly(piece);
  return obj(obj(piece.spot.values[blockId])[actionId]);
}

/** What is typed in the element, sent or not. */
export function typed(piece: Piece): string {
  return draftOf(idOf(piece)) ?? str(held(piece)['value']);
}

/** How the element is named and described to those who do not see it. */
export function naming(piece: Piece): Json {
  return {
    ...(piece.label === undefined ? {} : { 'aria-label': piece.label }),
    ...(piece.describedBy === undefined ? {} : { 'aria-describedby': piece.describedBy }),
    ...(isWrong(piece) ? { 'aria-invalid': 'true' } : {}),
  };
}

export function isWrong({ spot, block }: Piece): boolean {
  return spot.errors[str(block['block_id'])] !== undefined;
}

export function namesOf(snapshot: Snapshot): Names {
  const { people, channels, app, me, zone } = snapshot;
  return {
    person: (id) => (id === app.botUser ? app.name : (people.find((each) => each.id === id)?.name ?? id)),
    channel: (id) => channels.find((each) => each.id === id)?.name ?? id,
    locale: me.locale,
    zone,
  };
}
