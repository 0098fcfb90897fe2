import type { JsonObject } from '../json.ts';
import { wireMessage } from '../world/messages.ts';
import { newResponseUrl, newTrigger } from '../world/triggers.ts';
import type { Message, View } from '../world/types.ts';
import { wireView } from '../world/views.ts';
import type { World } from '../world/world.ts';

/** Where an element is that a person touches. */
export type Place = { view: View } | { message: Message };

/** What a slash command sends (https://docs.slack.dev/interactivity/implementing-slash-commands). */
export function commandPayload(
  world: World,
  person: string,
  channel: string,
  command: string,
  text: string,
): JsonObject {
  const { app, team, people, channels, enterprise, isOrgInstall } = world.state;
  const kind = channels[channel]?.kind;
  return {
    token: 'verification',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel,
    channel_name: kind === 'private' ? 'privategroup' : (channels[channel]?.name ?? ''),
    user_id: person,
    user_name: people[person]?.name ?? '',
    command,
    text,
    api_app_id: app.id,
    ...(enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
    is_enterprise_install: String(isOrgInstall === true),
    response_url: newResponseUrl(world, person, channel),
    trigger_id: newTrigger(world, person, { channel }),
  };
}

/** What touching an element sends (…/reference/interaction-payloads/block_actions-payload). */
export function blockActionsPayload(
  world: World,
  person: string,
  place: Place,
  action: JsonObject,
): JsonObject {
  return {
    ...common(world, 'block_actions', person),
    trigger_id: newTrigger(world, person, origin(place)),
    ...placePart(world, place),
    ...('message' in place && {
      state: { values: place.message.values },
      response_url: newResponseUrl(world, person, place.message.channel, place.message.ts),
    }),
    actions: [{ ...action, action_ts: world.ids.ts() }],
  };
}

/** What typing in an external select sends (…/reference/interaction-payloads/block_suggestion-payload). */
export function suggestionPayload(
  world: World,
  person: string,
  place: Place,
  ids: JsonObject,
  query: string,
): JsonObject {
  return { ...common(world, 'block_suggestion', person), ...placePart(world, place), ...ids, value: query };
}

/** What the submit button sends (…/reference/interaction-payloads/view-interactions-payload). */
export function submissionPayload(world: World, view: View): JsonObject {
  return {
    ...common(world, 'view_submission', view.person),
    trigger_id: newTrigger(world, view.person, { view: view.id }),
    view: wireView(world, view),
    response_urls: [],
  };
}

export function closedPayload(world: World, view: View, isCleared: boolean): JsonObject {
  return { ...common(world, 'view_closed', view.person), view: wireView(world, view), is_cleared: isCleared };
}

function origin(place: Place): { view?: string; channel?: string } {
  if ('message' in place) return { channel: place.message.channel };
  return place.view.type === 'modal' ? { view: place.view.id } : {};
}

function common(world: World, type: string, person: string): JsonObject {
  const { app, team, people, enterprise, isOrgInstall } = world.state;
  const name = people[person]?.name ?? '';
  return {
    type,
    // Where the organisation let the app in, no team is named (api.slack.com/enterprise/apps).
    team: isOrgInstall ? null : { id: team.id, domain: team.domain },
    user: { id: person, username: name, name, team_id: team.id },
    api_app_id: app.id,
    token: 'verification',
    enterprise: enterprise ?? null,
    is_enterprise_install: isOrgInstall === true,
  };
}

function placePart(world: World, place: Place): JsonObject {
  if ('view' in place) {
    return { container: { type: 'view', view_id: place.view.id }, view: wireView(world, place.view) };
  }
  const { message } = place;
  const channel = world.state.channels[message.channel];
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: message.ephemeralTo !== undefined,
    },
    channel: { id: message.channel, name: channel?.name ?? '' },
    // Slack sends no message for an ephemeral one: the app has only the container to go by.
    ...(message.ephemeralTo === undefined && { message: wireMessage(world, message) }),
  };
}
