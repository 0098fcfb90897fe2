import type { Channel, Manifest, Person, State } from './types.ts';

export type PersonInput = { id: string; name: string } & Partial<Person>;
export type ChannelInput = { id: string; name: string } & Partial<Channel>;
export type TeamInput = { id: string; name: string; domain: string };

const defaultTeam: TeamInput = { id: 'T0DAYBOOK1', name: 'Corner Shops', domain: 'corner-shops' };

/** An empty workspace with these people and channels; everyone is in every channel unless `members` says otherwise. */
export function createState(
  manifest: Manifest,
  people: PersonInput[],
  channels: ChannelInput[],
  team: TeamInput = defaultTeam,
): State {
  const everyone = people.map(({ id }) => id);
  return {
    team,
    app: {
      id: 'A0DAYBOOK1',
      name: manifest.display_information.name,
      botId: 'B0DAYBOOK1',
      botUser: 'U0DAYBOOKB',
    },
    people: Object.fromEntries(people.map((person) => [person.id, createMember(person)])),
    channels: Object.fromEntries(
      channels.map((channel) => [channel.id, { ...defaultChannel, members: everyone, ...channel }]),
    ),
    messages: [],
    views: {},
    stacks: {},
    homes: {},
    files: {},
    triggers: {},
    responseUrls: {},
    oauthCodes: {},
    tokens: {},
    shown: [],
    unknownMethods: [],
    warnings: [],
    isTokenRevoked: false,
    isUninstalled: false,
    sequence: 0,
  };
}

/** A person with the usual settings where `person` has none of its own. */
export function createMember(person: PersonInput): Person {
  return { ...defaultPerson, ...person };
}

const defaultPerson = {
  tz: 'Europe/Amsterdam',
  locale: 'en-US',
  is_admin: false,
  is_owner: false,
  is_restricted: false,
  deleted: false,
};

const defaultChannel = { kind: 'public' as const, hasBot: false, isArchived: false };
