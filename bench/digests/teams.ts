import { teamId } from '../slack-stub.ts';

/** A workspace of the bench. */
export interface Team {
  id: string;
  number: number;
  channels: number;
  stores: number;
}

export const departments = 3;

/** How many channels workspaces have, in turns: a few have as many as may be chosen. */
const usual = [20, 10, 5, 3, 2];
/** More than may be chosen today, so that Slack's limits of a workspace are met. */
const large = 500;

/** So many channels over workspaces; of very many 500 are in the large one. */
export function teamsOf(channels: number): Team[] {
  const teams: Team[] = [];
  let left = channels;
  while (left > 0) {
    const number = teams.length;
    const wanted = number === 0 && channels >= 10 * large ? large : (usual[number % usual.length] ?? 1);
    const some = Math.min(left, wanted);
    teams.push({
      id: number === 0 ? teamId : `T${number}`,
      number,
      channels: some,
      stores: departments + (number % 4),
    });
    left -= some;
  }
  return teams;
}

export const tokenOf = (team: string) => `xoxb-${team}`;
export const channelOf = (team: Pick<Team, 'number'>, index: number) => `C${team.number}X${index}`;

/** The one department that a channel is told of; undefined: it is told of all. Half of them are told of all. */
export function departmentOf(channel: number): number | undefined {
  return channel % 2 === 0 ? undefined : ((channel - 1) / 2) % departments;
}

/** What a store turned over on a day (counted back from the one told), in cents without VAT. */
export const netOf = (team: number, store: number, back: number) =>
  10_000 + ((team * 7_919 + store * 613 + back * 104_729) % 90_000);

/** The total that a channel is told, in cents. */
export function totalOf({ number, stores }: Team, channel: number): number {
  const department = departmentOf(channel);
  let cents = 0;
  for (let store = 0; store < stores; store += 1) {
    if (department === undefined || store % departments === department) cents += netOf(number, store, 0);
  }
  return cents;
}
