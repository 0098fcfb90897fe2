import { type Link, nothingTold } from '../../../models/link.ts';
import { fullLook } from '../../../src/digest/look.ts';
import type { StoreNoticeData } from '../../../src/new-stores/notice-data.ts';
import type { LinkStatus, Status } from '../../../src/turnover/status.ts';
import { hardName, id } from './records.ts';

export function link(number: number, more: Partial<Link> = {}): Link {
  return {
    _id: id(number),
    workspaceId: 'T1',
    series: 'r',
    credential: 'key',
    prefix: null,
    accountId: '83050',
    name: 'Blad & Boon',
    currency: 'EUR',
    key: 'sealed',
    keyHint: 'ab12',
    state: 'active',
    linkedBy: 'U1',
    linkerSeenAt: null,
    linkedAt: new Date('2025-11-01T09:00:00Z'),
    gaps: [],
    troubleSince: null,
    pastTrouble: null,
    told: nothingTold,
    renewedAt: null,
    renewal: { token: 0, until: null, beats: 0 },
    ...more,
  };
}

export function linkStatus(of: Link, more: Partial<LinkStatus> = {}): LinkStatus {
  return {
    link: of,
    stores: 3,
    unmapped: [],
    ignored: [],
    ownDays: [],
    backfill: null,
    consentEnds: null,
    zoneless: [],
    foreign: [],
    gone: [],
    recovered: null,
    lastNight: null,
    failingNight: null,
    nextNight: Date.parse('2025-11-14T02:00:00Z'),
    zone: 'Europe/Amsterdam',
    ...more,
  };
}

export function statusOf(links: LinkStatus[], more: Partial<Status> = {}): Status {
  return { links, channels: [], departments: 2, vat: 'excl', ...more };
}

/** Forty accounts with everything wrong, and names that break things. */
export function hugeStatus(): Status {
  const names = Array.from({ length: 300 }, (_, number) => hardName(number));
  const links = Array.from({ length: 40 }, (_, number) =>
    linkStatus(
      link(number, { name: `${'W'.repeat(60)} ${number}`, state: 'refused', troubleSince: new Date(0) }),
      {
        stores: 300,
        unmapped: names,
        ignored: names,
        ownDays: names.map((name) => ({ name, cutOff: 4 })),
        foreign: names,
        zoneless: names,
        gone: names,
      },
    ),
  );
  const channels = Array.from({ length: 12 }, (_, number) => ({
    workspaceId: 'T1',
    channelId: `C${number}`,
    hour: 8,
    zone: 'America/Argentina/ComodRivadavia',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    ...fullLook,
    trouble: null,
    chosenBy: 'U1',
    chosenAt: new Date(0),
  }));
  return statusOf(links, { channels });
}

/** New stores by name, none of them mapped, with departments whose names break things. */
export function newStores(of: Link, names: readonly string[]): StoreNoticeData {
  return {
    noticeId: id(7),
    link: of,
    stores: names.map((name, number) => ({ storeId: String(number), name, mapped: null })),
    departments: Array.from({ length: 60 }, (_, number) => ({ _id: id(number), name: hardName(number) })),
  };
}
