import { everyWeekday } from '../../models/channel.ts';
import { nothingTold } from '../../models/link.ts';
import type { Models } from '../../models/models.ts';
import { sealTokens } from '../../src/installations/tokens.ts';
import type { Vault } from '../../src/security/vault.ts';
import { addDays, dayOf } from '../../src/turnover/trading-day.ts';
import {
  channelOf,
  hourOf,
  keyOf,
  linkIdOf,
  linksOf,
  managerOf,
  storesOf,
  type Team,
  zoneOf,
} from './shops.ts';

/** Keeps a workspace that installed Daybook: accounts with stores, all in departments, and a channel. `at`: epoch milliseconds. */
export async function bookTeam(
  models: Models,
  { vault, team, at }: { vault: Vault; team: Team; at: number },
): Promise<void> {
  const began = new Date(at);
  const workspaceId = team.id;
  const zone = zoneOf(team);
  const by = managerOf(team);
  await models.workspaces.create({
    _id: workspaceId,
    name: `Team ${team.number}`,
    language: 'en',
    languageChosen: true,
    zone,
    vat: 'excl',
    managers: [by],
    welcomed: began,
    createdAt: began,
  });
  await models.installations.create({
    workspaceId,
    teamId: workspaceId,
    installedBy: by,
    installedAt: began,
    scopes: ['chat:write', 'files:write', 'commands', 'users:read'],
    botId: 'B0BOT',
    botUserId: 'U0BOT',
    tokens: await sealTokens({ vault }, workspaceId, {
      accessToken: `xoxb-${workspaceId}`,
      refreshToken: null,
    }),
  });
  await models.departments.insertMany(
    numbers(storesOf).map((index) => ({
      _id: `${workspaceId}-d${index}`,
      workspaceId,
      name: `Department ${index}`,
      key: `department ${index}`,
    })),
  );
  for (const link of numbers(linksOf)) {
    const linkId = linkIdOf(team, link);
    await models.links.create({
      _id: linkId,
      workspaceId,
      series: 'r',
      credential: 'key',
      accountId: String(team.number * linksOf + link + 1),
      name: `Account ${team.number} ${link}`,
      currency: 'EUR',
      key: await vault.seal(keyOf(team, link), { workspaceId, linkId }),
      state: 'active',
      linkedBy: by,
      linkerSeenAt: began,
      linkedAt: began,
      told: nothingTold,
    });
    const places = numbers(storesOf).map((store) => ({ workspaceId, linkId, storeId: String(store + 1) }));
    const since = addDays(dayOf(at, { zone, cutOff: 0 }), -1);
    await models.stores.insertMany(
      places.map((place) => ({
        ...place,
        name: `Shop ${place.storeId}`,
        zone,
        cutOff: 0,
        changes: [],
        archived: false,
        announced: true,
        since,
      })),
    );
    await models.mappings.insertMany(
      places.map((place, index) => ({
        ...place,
        from: '2020-01-01',
        shares: [{ departmentId: `${workspaceId}-d${index}`, weight: 10_000 }],
        mappedBy: by,
        mappedAt: began,
      })),
    );
  }
  await models.channels.create({
    workspaceId,
    channelId: channelOf(team),
    hour: hourOf(team),
    zone,
    weekdays: everyWeekday,
    chosenBy: by,
    chosenAt: began,
    // Drawing is most of the work of a digest, and the same for each: some have one.
    picture: team.number % 5 === 0,
  });
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
