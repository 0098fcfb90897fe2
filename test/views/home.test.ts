import { describe, expect, test } from 'vitest';
import type { Night } from '../../models/night.ts';
import type { HomeData } from '../../src/home/home-data.ts';
import type { Language } from '../../src/language/format.ts';
import { accessOf } from '../../src/security/access-rules.ts';
import { welcomeMessage } from '../../views/first-minute/blocks.ts';
import { homeView } from '../../views/home/blocks.ts';
import { hugeStatus, link, linkStatus, statusOf } from './support/links.ts';
import { dayLogOf, emptyLog, hardNames, hugeLog, normalLog } from './support/records.ts';
import { expectGoodMessage, expectGoodView, wordsIn } from './support/words.ts';

const zone = 'Europe/Amsterdam';
const reader = { language: 'en', zone } as const;
const channels = hugeStatus().channels.slice(0, 1);

/** A workspace where everything is done, seen by a manager. */
function home(more: Partial<HomeData> = {}): HomeData {
  return {
    standing: 'manager',
    status: statusOf([linkStatus(link(1))], { channels }),
    yesterday: normalLog,
    isNarrowed: false,
    spoken: 'nl',
    access: accessOf({}),
    ...more,
  };
}

const wordsOf = (data: HomeData, language: Language = 'en') =>
  wordsIn(homeView(data, { language, zone }).blocks).join('\n');

function buttonsOf(data: HomeData): { name: string; style: unknown }[] {
  const all = JSON.stringify(homeView(data, reader).blocks).matchAll(
    /\{"type":"button",.*?"text":\{"type":"plain_text","text":"([^"]*)".*?\}(.*?)\}/g,
  );
  return [...all].map(([, name = '', rest = '']) => ({
    name,
    style: /"style":"(\w+)"/.exec(rest)?.[1],
  }));
}

const nothing = { link: false, map: false, channel: false };

describe('the welcome', () => {
  test.each(['en', 'nl'] as const)('in %s passes and says the three steps', (language) => {
    const message = welcomeMessage(nothing, language);

    expectGoodMessage(message);
    expect(message.text.match(/\*\d\. /g)).toEqual(['*1. ', '*2. ', '*3. ']);
    expect(JSON.stringify(message.blocks).match(/"action_id":"\w+"/g)).toEqual([
      '"action_id":"open_link"',
      '"action_id":"open_mapping"',
      '"action_id":"open_settings"',
    ]);
  });
});

describe('the checklist', () => {
  test('names what is done in words and makes the next button stand out', () => {
    const data = home({ status: statusOf([linkStatus(link(1), { unmapped: ['A', 'B', 'C'] })]) });

    const words = wordsOf(data);

    expect(words).toContain('*1. Link Lightspeed* – done.');
    expect(words).toContain('*2. Map your stores* – next.');
    expect(words).toContain('*3. Choose channel and hour* – to do.');
    expect(buttonsOf(data).filter(({ style }) => style === 'primary')).toEqual([
      { name: 'Map stores', style: 'primary' },
    ]);
  });

  test('begins with the link', () => {
    const data = home({ status: statusOf([]), yesterday: emptyLog });

    expect(buttonsOf(data)).toEqual([
      { name: 'Link Lightspeed', style: 'primary' },
      { name: 'Map stores', style: undefined },
      { name: 'Choose channel', style: undefined },
    ]);
    expect(wordsOf(data)).not.toContain('Yesterday,');
  });

  test('is gone when all is done, and stays gone when a store is new', () => {
    const grown = statusOf([linkStatus(link(1), { unmapped: ['New'] })], { channels });

    expect(wordsOf(home())).not.toContain('Set Daybook up');
    expect(wordsOf(home({ status: grown }))).not.toContain('Set Daybook up');
  });

  test('is no business of members', () => {
    const words = wordsOf(home({ standing: 'member', status: statusOf([]) }));

    expect(words).not.toContain('Set Daybook up');
    expect(words).toContain('No Lightspeed account is linked yet.');
  });
});

describe('yesterday at a glance', () => {
  test('says when its figures come where none ever came', () => {
    const words = wordsOf(home({ yesterday: emptyLog }));

    expect(words).toContain('Yesterday, Wed 12 Nov 2025');
    expect(words).toContain('The figures of yesterday come with the first import.');
  });

  test.each(['manager', 'member'] as const)(
    'tells a %s the total with its VAT, each department, and how sure it is',
    (standing) => {
      const words = wordsOf(home({ standing }));

      expect(words).toMatch(/\*€1,731\.40 excl\. VAT\*/);
      expect(words).toContain('*Bakery*   €1,734.50');
      expect(words).toContain('Provisional: the next night reads this day once more.');
    },
  );

  test.each(['member', 'guest'] as const)(
    'nor anything else is told to a %s who sees no turnover',
    (standing) => {
      const words = wordsOf(home({ standing, yesterday: null }));

      expect(words).not.toMatch(/€|Bakery|Blad|#/);
      expect(words).toContain('A manager can let you see it.');
      expect(words).toContain('Ask a manager');
    },
  );

  test('says so where it has only some departments', () => {
    expect(wordsOf(home({ isNarrowed: true }))).toContain('Your departments only');
    expect(wordsOf(home())).not.toContain('Your departments only');
  });

  test('says what is missing instead of a zero', () => {
    const missing = dayLogOf(
      normalLog.departments.map((line) => ({ ...line, sums: [], stores: [] })),
      { state: 'missing', sums: [] },
    );
    const status = statusOf([linkStatus(link(1), { lastNight })]);

    const words = wordsOf(home({ status, yesterday: missing }));

    expect(words).toContain('Not imported yet.');
    expect(words).toContain('*Bakery*   not in');
    expect(words).not.toContain('€0');
  });
});

const lastNight: Night = {
  workspaceId: 'T1',
  linkId: 'l1',
  zone,
  date: '2025-11-12',
  dueAt: new Date(0),
  state: 'done',
  failure: null,
  doneAt: new Date('2025-11-12T02:05:00Z'),
  lease: { token: 1, until: null, beats: 0 },
  turn: 0,
  tries: 1,
};

describe('the accounts', () => {
  test('have Map, Reconnect, Pause and Unlink for a manager, and nothing to press for a member', () => {
    const names = buttonsOf(home()).map(({ name }) => name);

    expect(names.slice(0, 4)).toEqual(['Map', 'Reconnect', 'Pause', 'Unlink']);
    expect(wordsOf(home({ standing: 'member' }))).not.toContain('key ending in');
  });

  test('make Reconnect stand out where the key is refused, and say Resume where paused', () => {
    const refused = link(1, { state: 'refused', troubleSince: new Date(0) });
    const paused = link(1, { state: 'paused', gaps: [{ from: new Date(0), to: null }] });
    const of = (one: typeof refused) => home({ status: statusOf([linkStatus(one)], { channels }) });

    expect(buttonsOf(of(refused))).toContainEqual({ name: 'Reconnect', style: 'primary' });
    expect(wordsOf(of(refused))).toContain('Lightspeed refuses the key since');
    expect(buttonsOf(home())).toContainEqual({ name: 'Reconnect', style: undefined });
    expect(buttonsOf(of(paused)).map(({ name }) => name)).toContain('Resume');
  });

  test('beyond twenty are counted', () => {
    expect(wordsOf(home({ status: hugeStatus() }))).toContain('… and 20 more accounts.');
  });
});

test.each(hardNames)('an account called "%s" passes', (name) => {
  for (const standing of ['manager', 'member'] as const) {
    const status = statusOf([linkStatus(link(1, { name }))]);
    expectGoodView(homeView(home({ standing, status }), reader));
  }
});

test.each(['en', 'nl'] as const)('forty broken accounts and 150 departments fit, in %s', (language) => {
  for (const standing of ['manager', 'member', 'guest'] as const) {
    const view = homeView(home({ standing, status: hugeStatus(), yesterday: hugeLog() }), {
      language,
      zone,
    });

    expectGoodView(view);
    expect(view.blocks.length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(view)).not.toContain('"table"');
  }
});

test('who may see turnover is said to managers alone', () => {
  const access = { ...accessOf({}), seenBy: 'channels' as const, channels: ['C0BOARD'] };

  expect(wordsOf(home({ access }))).toContain('Who may see turnover: Members of <#C0BOARD>.');
  expect(wordsOf(home({ access, standing: 'member' }))).not.toContain('C0BOARD');
});

test('a Dutch reader has no English in Home', () => {
  const words = wordsOf(home({ status: statusOf([linkStatus(link(1))]) }), 'nl');

  expect(words).toContain('Gisteren, wo 12 nov 2025');
  expect(words).toContain('In kanalen schrijft Daybook Nederlands.');
  expect(wordsOf(home({ spoken: 'en' }), 'nl')).toContain('In kanalen schrijft Daybook Engels.');
  expect(words).not.toMatch(/\b(the|with|next|settings|stores)\b/i);
});
