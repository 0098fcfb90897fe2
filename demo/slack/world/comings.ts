import { wirePerson } from '../methods/people.ts';
import { createMember, type PersonInput } from './seed.ts';
import { revokeTokens } from './tokens.ts';
import type { World } from './world.ts';

/** Somebody new: in every public channel, and told to the app (https://docs.slack.dev/reference/events/team_join). */
export function join(world: World, input: PersonInput): void {
  const { people, channels } = world.state;
  if (people[input.id]) throw new Error(`${input.id} is there already`);
  const person = createMember(input);
  people[person.id] = person;
  for (const channel of Object.values(channels)) {
    if (channel.kind === 'public' && !channel.members.includes(person.id)) channel.members.push(person.id);
  }
  world.announcer.send('team_join', { type: 'team_join', user: wirePerson(world, person, true) });
  world.changes.tell();
}

/**
 * The app leaves: its commands, Home and modals are gone, its token is that of a dead account, and it is told so by
 * both events, in no order (https://docs.slack.dev/reference/events/app_uninstalled, tokens_revoked).
 */
export function uninstall(world: World): void {
  const { state, announcer } = world;
  if (state.isUninstalled) throw new Error('The app is not installed');
  state.isUninstalled = true;
  revokeTokens(world);
  for (const channel of Object.values(state.channels)) if (channel.kind !== 'im') channel.hasBot = false;
  state.homes = {};
  state.stacks = {};
  state.views = {};
  announcer.send('tokens_revoked', {
    type: 'tokens_revoked',
    tokens: { oauth: [], bot: [state.app.botUser] },
  });
  announcer.send('app_uninstalled', { type: 'app_uninstalled' });
  world.changes.tell();
}

/** The app is let in again; it has to be invited to its channels anew. */
export function install(world: World): void {
  world.state.isUninstalled = false;
  world.state.isTokenRevoked = false;
  world.changes.tell();
}
