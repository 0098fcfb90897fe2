import { ackObject } from '../delivery/deliver.ts';
import type { Place } from '../delivery/payloads.ts';
import { suggestionPayload } from '../delivery/payloads.ts';
import type { JsonObject } from '../json.ts';
import { asText } from '../json.ts';
import { limits } from '../limits.ts';
import { list } from '../validate/check.ts';
import { optionGroup, selectOption } from '../validate/text.ts';
import type { Problem } from '../validate.ts';
import { optionsOf } from '../world/values.ts';
import type { World } from '../world/world.ts';
import { cannot } from './cannot.ts';
import type { Field, Wanted } from './fields.ts';
import { fieldOf } from './fields.ts';
import { outcomeOf, show } from './outcome.ts';
import type { Target } from './place.ts';
import { blocksIn, placeFor } from './place.ts';

/** Types in an external select and gives the options the app offers for that; [] when it shows none. */
export async function typeAhead(
  world: World,
  person: string,
  target: Target,
  wanted: Wanted,
  query: string,
): Promise<JsonObject[]> {
  const place = placeFor(world, person, target);
  return suggestions(world, person, place, fieldOf(blocksIn(place), wanted), query);
}

/** Slack's default for min_query_length (docs: external select). */
const usualQueryLength = 3;

export async function suggestions(
  world: World,
  person: string,
  place: Place,
  field: Field,
  query: string,
): Promise<JsonObject[]> {
  const { element, label, blockId, actionId } = field;
  if (!asText(element['type']).includes('external')) cannot(`'${label}' is not an external select`);
  if (query.length < Number(element['min_query_length'] ?? usualQueryLength)) return [];
  const where =
    'view' in place ? { person, view: place.view.id } : { person, channel: place.message.channel };
  const url = world.settings.manifest.settings.interactivity?.message_menu_options_url;
  if (world.settings.appUrl !== undefined && url === undefined) {
    show(
      world,
      where,
      'no_options_url',
      `'${label}' could not load: the manifest has no message_menu_options_url`,
    );
    return [];
  }
  const body = suggestionPayload(world, person, place, { block_id: blockId, action_id: actionId }, query);
  const ack = await world.deliver({ kind: 'interactive', name: 'block_suggestion', body, url });
  outcomeOf(world, ack, where, label);
  const answer = ackObject(ack);
  const problems = problemsOf(answer);
  if (problems.length === 0) return optionsOf(answer);
  show(
    world,
    where,
    'invalid_options',
    `'${label}' could not load: ${problems.map(({ message }) => message).join('; ')}`,
  );
  return [];
}

function problemsOf({ options, option_groups: groups }: JsonObject): Problem[] {
  const found: Problem[] = [];
  if (options !== undefined) list(selectOption, limits.selectOptions, 0)(options, '/options', found);
  if (groups !== undefined) list(optionGroup, limits.optionGroups, 0)(groups, '/option_groups', found);
  return found;
}
