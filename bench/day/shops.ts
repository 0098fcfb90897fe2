/** Where the shops of the bench are: at every hour of the world's day it is three at night in one of these. */
export const zones = [
  'Pacific/Auckland',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Asia/Dubai',
  'Europe/Helsinki',
  'Europe/Amsterdam',
  'Europe/London',
  'America/Sao_Paulo',
  'America/New_York',
  'America/Denver',
  'America/Los_Angeles',
  'Pacific/Honolulu',
] as const;

export const workspaces = 50;
export const linksOf = 2;
export const storesOf = 2;

/** One of the workspaces, with its number. */
export interface Team {
  id: string;
  number: number;
}

export const teams: readonly Team[] = Array.from({ length: workspaces }, (_, number) => ({
  id: `T${number}DAY`,
  number,
}));
export const channelOf = ({ number }: Team) => `C${number}DAY`;
export const managerOf = ({ number }: Team) => `U${number}DAY`;
/** The local hour of the digest: every hour of the day in some workspace. */
export const hourOf = ({ number }: Team) => number % 24;
export const zoneOf = ({ number }: Team) => zones[number % zones.length] ?? 'UTC';
export const linkIdOf = ({ id }: Team, link: number) => `${id}-${link}`;
export const keyOf = (team: Team, link: number) => `key-${team.number}-${link}`;
