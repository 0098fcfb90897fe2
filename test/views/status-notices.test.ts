import { describe, expect, test } from 'vitest';
import type { Night } from '../../models/night.ts';
import { languages } from '../../src/language/format.ts';
import { undeliverableMessage } from '../../views/notices/blocks.ts';
import {
  consentEndingMessage,
  keyRefusedMessage,
  linkerGoneMessage,
  outageMessage,
} from '../../views/notices/link-notices.ts';
import { newStoresMessage } from '../../views/notices/new-stores.ts';
import { statusMessage } from '../../views/status/blocks.ts';
import { link, linkStatus, newStores, statusOf } from './support/links.ts';
import { id } from './support/records.ts';
import { expectGoodMessage, expectReadable, wordsIn } from './support/words.ts';

const said = (message: { blocks: unknown[] }) => wordsIn(message.blocks).join('\n');
const since = new Date('2025-11-13T21:30:00Z');
const reader = { language: 'en', zone: 'Europe/Amsterdam' } as const;

const lastNight: Night = {
  workspaceId: 'T1',
  linkId: id(1),
  zone: 'Europe/Amsterdam',
  date: '2025-11-13',
  state: 'done',
  dueAt: since,
  doneAt: new Date('2025-11-13T02:04:00Z'),
  turn: 0,
  tries: 1,
  failure: null,
  lease: { token: 1, until: null, beats: 3 },
};

const statusText = (of: Parameters<typeof linkStatus>, language: 'en' | 'nl' = 'en') => {
  const message = statusMessage(statusOf([linkStatus(...of)]), { language, isManager: true });
  expectGoodMessage(message);
  return `${message.text}\n${said(message)}`;
};

describe('the status of an account', () => {
  test('that is read as it should be says when it was, of which days, when it is next, and that all is well', () => {
    const text = statusText([link(1), { lastNight }]);

    expect(text).toMatch(/Last import: .*03:04.*, of Tue 11 Nov and Wed 12 Nov\./);
    expect(text).toMatch(/Next import: .*03:00/);
    expect(text).toContain('All is well.');
    expect(text).not.toContain(':warning:');
  });

  test.each([
    ['refused', {}, 'Lightspeed refuses the key since'],
    ['refused', { credential: 'oauth' }, 'Lightspeed no longer lets Daybook in since'],
    ['active', {}, 'Lightspeed could not be read since'],
    ['paused', { gaps: [{ from: since, to: null }] }, 'Paused since'],
  ] as const)('that is %s (%j) says so with the time where the team is', (state, more, words) => {
    const text = statusText([
      link(1, { state, troubleSince: since, ...more, gaps: [{ from: since, to: null }] }),
    ]);

    expect(text).toMatch(new RegExp(`${words} .*22:30`));
    expect(text).not.toContain('All is well.');
  });

  test('names the stores that are in no total, each kind with what helps', () => {
    const text = statusText([
      link(1),
      { unmapped: ['Warehouse & co'], zoneless: ['Nowhere'], foreign: ['Zürich'], gone: ['Old shop'] },
    ]);

    expect(text).toContain('In no department yet: Warehouse &amp; co.');
    expect(text).toContain('No time zone in Lightspeed, so not read: Nowhere.');
    expect(text).toContain('In another currency than the account, so not read: Zürich.');
    expect(text).toContain('No longer in Lightspeed: Old shop. Their figures stay.');
  });

  test('remembers trouble that is over', () => {
    const until = new Date('2025-11-14T09:00:00Z');

    const text = statusText([link(1), { lastNight, recovered: { since, until } }]);

    expect(text).toMatch(/could not be read from .*22:30 to .*10:00/);
    expect(text).toContain('All is well.');
  });

  test('that was never read says that, and in Dutch too', () => {
    expect(statusText([link(1)])).toContain('Nothing imported yet.');
    expect(statusText([link(1)], 'nl')).toContain('Nog niets geïmporteerd.');
  });

  test('asks before it is paused or resumed, and shows a member no button', () => {
    const of = statusOf([linkStatus(link(1)), linkStatus(link(2, { state: 'paused', name: 'Ice <bar>' }))]);

    const forManager = statusMessage(of, { language: 'en', isManager: true });
    const forMember = statusMessage(of, { language: 'en', isManager: false });

    expectGoodMessage(forManager);
    expectGoodMessage(forMember);
    expect(said(forManager)).toContain('Blad & Boon is not read until you resume it');
    expect(said(forManager)).toContain('Ice <bar> is read every night again');
    expect(JSON.stringify(forMember.blocks)).not.toContain('"button"');
  });
});

describe('a notice', () => {
  test.each([
    ['KeyRefusedError', 'key', 'no longer takes the key of *Blad &amp; Boon*'],
    ['KeyRefusedError', 'oauth', 'the consent was withdrawn or ran out'],
    ['AccessDeniedError', 'key', 'but not to the sales'],
    ['VaultError', 'key', 'cannot be opened any more'],
  ] as const)(
    'of %s (%s) says what happened, what comes of it and the one next step',
    (failure, credential, words) => {
      for (const isReminder of [false, true]) {
        const message = keyRefusedMessage({ link: link(1, { credential }), failure, isReminder }, reader);

        expectGoodMessage(message);
        expect(message.text).toContain(words);
        expect(message.text).toContain('issed days are made up for then.');
        expect(message.text.startsWith('Still so: ')).toBe(isReminder);
        expect(message.text).not.toContain('Error');
        expect(said(message)).toContain('Reconnect');
      }
    },
  );

  test('of an outage says since when, and that nobody need do anything', () => {
    const message = outageMessage({ link: link(1), since }, reader);

    expectGoodMessage(message);
    expect(message.text).toMatch(
      /^\*Blad &amp; Boon\* could not be read since .*22:30.*You need not do anything/,
    );
    expect(JSON.stringify(message.blocks)).not.toContain('"button"');
  });

  test('of a consent that ends offers to resume a paused account, else to reconnect', () => {
    const paused = consentEndingMessage({ link: link(1, { state: 'paused' }), on: since }, reader);
    const active = consentEndingMessage({ link: link(1), on: since }, reader);

    expectGoodMessage(paused);
    expectGoodMessage(active);
    expect(said(paused)).toContain('Resume');
    expect(said(active)).toContain('Reconnect');
  });

  test('of a person who left names them and offers to take over', () => {
    const message = linkerGoneMessage({ link: link(1), name: 'Sam <sales>' }, reader);

    expectGoodMessage(message);
    expect(message.text).toContain(
      'Sam &lt;sales&gt;, who linked *Blad &amp; Boon*, is no longer in this workspace.',
    );
    expect(said(message)).toContain('Take over');
  });

  test.each(languages)('can be read in each language (%s)', (language) => {
    const there = { language, zone: 'Pacific/Kiritimati' };
    const on = since;
    for (const name of ['<!channel>', 'Ünïcödé & søns', 'W'.repeat(200)]) {
      const of = link(1, { name });
      for (const message of [
        ...(['KeyRefusedError', 'AccessDeniedError', 'VaultError'] as const).map((failure) =>
          keyRefusedMessage({ link: of, failure, isReminder: true }, there),
        ),
        outageMessage({ link: of, since }, there),
        consentEndingMessage({ link: of, on }, there),
        linkerGoneMessage({ link: of, name }, there),
        newStoresMessage(newStores(of, [name]), there),
      ]) {
        expectGoodMessage(message);
      }
    }
    for (const code of [
      'not_in_channel',
      'is_archived',
      'restricted_action_thread_only_channel',
      'toString',
    ]) {
      const message = undeliverableMessage({ channelId: 'C1', code }, language);
      expectGoodMessage(message);
      expectReadable(message.text);
      expect(message.text).not.toContain(code);
    }
  });
});
