import { nothingTold } from '../../models/link.ts';
import type { Models } from '../../models/models.ts';
import { sealTokens } from '../../src/installations/tokens.ts';
import type { Vault } from '../../src/security/vault.ts';
import { addDays, type Day } from '../../src/turnover/trading-day.ts';
import { managerId } from '../slack-stub.ts';
import { storeRecord } from '../store-record.ts';
import { departments, netOf, type Team, tokenOf } from './teams.ts';

/** So many workspaces are kept at a time. */
const atOnce = 100;

export interface ToBook {
  teams: readonly Team[];
  /** The day that is told. */
  day: Day;
  /** The days of which there are figures, that one among them. */
  told: readonly Day[];
}

/** Keeps workspaces that installed Daybook, each with an account, its stores, departments and figures; no channel yet. */
export async function bookTeams(models: Models, vault: Vault, { teams, day, told }: ToBook): Promise<void> {
  const since = addDays(day, -800);
  const at = new Date(`${since}T00:00:00Z`);
  for (let from = 0; from < teams.length; from += atOnce) {
    const some = teams.slice(from, from + atOnce);
    await Promise.all([
      models.workspaces.insertMany(some.map((team) => workspaceOf(team, at))),
      models.installations.collection.insertMany(
        await Promise.all(some.map((team) => installationOf(vault, team, at))),
      ),
      models.links.insertMany(some.map((team) => linkOf(team, at))),
      models.departments.insertMany(some.flatMap(departmentsOf)),
      models.stores.collection.insertMany(some.flatMap((team) => storesOf(team, since))),
      models.mappings.collection.insertMany(some.flatMap((team) => mappingsOf(team, since, at))),
      // Past the model: nothing here is in doubt, and there is a lot of it.
      models.figures.collection.insertMany(
        some.flatMap((team) => figuresOf(team, { day, told })),
        { ordered: false },
      ),
    ]);
  }
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const linkIdOf = ({ id }: Team) => `link-${id}`;
const departmentIdOf = ({ id }: Team, department: number) => `${id}-d${department}`;

export function departmentIds(team: Team, department: number | undefined): string[] | null {
  return department === undefined ? null : [departmentIdOf(team, department)];
}

function workspaceOf({ id, number }: Team, at: Date) {
  return {
    _id: id,
    name: `Team ${number}`,
    language: 'en' as const,
    languageChosen: true,
    zone: 'UTC',
    vat: 'excl' as const,
    holidays: null,
    managers: [managerId],
    welcomed: at,
    createdAt: at,
    uninstalledAt: null,
    deletingSince: null,
  };
}

async function installationOf(vault: Vault, { id }: Team, at: Date) {
  return {
    workspaceId: id,
    enterpriseId: null,
    teamId: id,
    teamIds: [],
    installedBy: managerId,
    installedAt: at,
    scopes: ['chat:write', 'files:write', 'commands', 'users:read'],
    botId: 'B0BOT',
    botUserId: 'U0BOT',
    tokens: await sealTokens({ vault }, id, { accessToken: tokenOf(id), refreshToken: null }),
    expiresAt: null,
    refusedAt: null,
    renewal: { token: 0, until: null, beats: 0 },
  };
}

function linkOf(team: Team, at: Date) {
  return {
    _id: linkIdOf(team),
    workspaceId: team.id,
    series: 'r' as const,
    credential: 'key' as const,
    prefix: null,
    accountId: String(team.number + 1),
    name: `Account ${team.number}`,
    currency: 'EUR',
    key: null,
    keyHint: '',
    // No night is to be due beside the digests.
    state: 'paused' as const,
    linkedBy: managerId,
    linkerSeenAt: new Date(),
    linkedAt: at,
    gaps: [{ from: new Date(), to: null }],
    troubleSince: null,
    pastTrouble: null,
    told: nothingTold,
    renewedAt: null,
    renewal: { token: 0, until: null, beats: 0 },
  };
}

function departmentsOf(team: Team) {
  return numbers(departments).map((department) => ({
    _id: departmentIdOf(team, department),
    workspaceId: team.id,
    name: `Department ${department}`,
    key: `department ${department}`,
    order: department,
    uses: 1,
  }));
}

function storesOf(team: Team, since: Day) {
  return numbers(team.stores).map((store) =>
    storeRecord({
      workspaceId: team.id,
      linkId: linkIdOf(team),
      storeId: String(store),
      name: `Store ${store}`,
      since,
    }),
  );
}

function mappingsOf(team: Team, from: Day, at: Date) {
  return numbers(team.stores).map((store) => ({
    workspaceId: team.id,
    linkId: linkIdOf(team),
    storeId: String(store),
    from,
    shares: [{ departmentId: departmentIdOf(team, store % departments), weight: 10_000 }],
    mappedBy: managerId,
    mappedAt: at,
  }));
}

function figuresOf(team: Team, { day, told }: Pick<ToBook, 'day' | 'told'>) {
  return told.flatMap((each) => {
    const back = (Date.parse(day) - Date.parse(each)) / 86_400_000;
    return numbers(team.stores).map((store) =>
      figureOf(team, { day: each, store, net: netOf(team.number, store, back) }),
    );
  });
}

function figureOf(team: Team, { day, store, net }: { day: Day; store: number; net: number }) {
  const tax = Math.round(net * 0.21);
  const amounts = { gross: net + tax, net, tax, sales: 25, state: 'final' as const };
  const at = new Date(`${addDays(day, 1)}T03:00:00Z`);
  return {
    workspaceId: team.id,
    linkId: linkIdOf(team),
    storeId: String(store),
    day,
    currency: 'EUR',
    ...amounts,
    refunds: { sales: 0, gross: 0, tax: 0 },
    revisions: [{ ...amounts, at, source: 'night' as const, movements: [] }],
  };
}
