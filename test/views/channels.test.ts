import { describe, expect, test } from 'vitest';
import type { ChannelRow } from '../../src/digest/list-channels.ts';
import { fullLook } from '../../src/digest/look.ts';
import { accessOf } from '../../src/security/access-rules.ts';
import { settingsModal } from '../../views/settings/blocks.ts';
import { channelModal } from '../../views/settings/channel-form.ts';
import { previewModal } from '../../views/settings/preview.ts';
import { digestData, hardName, hugeLog, id, normalLog } from './support/records.ts';
import { expectGoodView, wordsIn } from './support/words.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

function row(number: number, more: Partial<ChannelRow> = {}): ChannelRow {
  const usual = { hour: 8, zone: 'Europe/Amsterdam', weekdays: everyDay, names: null, trouble: null };
  return { ...usual, ...fullLook, channelId: `C${number}`, ...more };
}

const settings = (channels: ChannelRow[]) =>
  settingsModal({ channels, zone: 'UTC', vat: 'incl', spoken: 'nl', access: accessOf({}) }, 'en');

const said = (view: { blocks: unknown[] }) => wordsIn(view.blocks).join('\n');

describe('the list of channels', () => {
  test('tells of each when, on which days and what it gets', () => {
    const view = settings([
      row(1),
      row(2, {
        hour: 17,
        weekdays: [1, 5],
        departments: ['d1'],
        names: ['Fish & Chips'],
        amounts: 'percent',
        picture: false,
      }),
    ]);

    expectGoodView(view);
    expect(said(view)).toContain('<#C1> at 08:00 (Europe/Amsterdam)\nevery day · all departments');
    expect(said(view)).toContain('<#C2> at 17:00 (Europe/Amsterdam)');
    expect(said(view)).toContain('Mon Fri · Fish &amp; Chips · changes only, no amounts · no picture');
  });

  test.each([
    ['is_archived', 'archived'],
    ['not_in_channel', '/invite @Daybook'],
    ['channel_not_found', '/invite @Daybook'],
    ['restricted_action_read_only_channel', 'Let Daybook post'],
    ['msg_too_long', 'fewer departments'],
    ['a_code_nobody_knows', 'Choose another channel'],
  ])('says of one that takes no digest (%s) what to do', (code, mend) => {
    const view = settings([row(1, { trouble: { code, since: new Date(0), told: true } })]);

    expectGoodView(view);
    expect(said(view)).toContain('It takes no digest since Thu');
    expect(said(view)).toContain(mend);
    expect(said(view)).not.toContain(code);
  });

  test('fits when it is full, and offers no more', () => {
    const names = Array.from({ length: 150 }, (_, number) => hardName(number));
    const trouble = { code: 'is_archived', since: new Date(0), told: true };
    const many = Array.from({ length: 20 }, (_, number) => row(number, { names, trouble }));

    expectGoodView(settings(many));
    expect(said(settings(many))).not.toContain('Add a channel');
    expect(said(settings(many.slice(1)))).toContain('Add a channel');
  });

  test('says when none of the chosen departments is left', () => {
    expect(said(settings([row(1, { departments: ['gone'], names: [] })]))).toContain(
      'none of its departments is left',
    );
  });
});

describe('the form of a channel', () => {
  test.each([0, 3, 100, 101, 350])('passes with %d departments', (count) => {
    const departments = Array.from({ length: count }, (_, number) => ({
      _id: id(number),
      name: hardName(number),
    }));
    const chosen = departments.slice(0, 2).map(({ _id }) => _id);

    for (const each of [row(1), row(1, { departments: chosen, weekdays: [7], amounts: 'percent' })]) {
      expectGoodView(channelModal({ channelId: each.channelId, settings: each, departments }, 'en'));
    }
  });
});

describe('the preview', () => {
  test('shows the digest and its thread without buttons that would act on it', () => {
    const view = previewModal(
      { channelId: 'C1', data: digestData(normalLog, normalLog), spoken: 'en' },
      'en',
    );

    expectGoodView(view);
    expect(said(view)).toContain('€1,731.40');
    expect(said(view)).toContain('Per store');
    expect(said(view)).not.toContain('Open the day');
  });

  test('fits for 300 stores, and says so when there is nothing yet', () => {
    expectGoodView(previewModal({ channelId: 'C1', data: digestData(hugeLog()), spoken: 'nl' }, 'en'));
    expect(said(previewModal({ channelId: 'C1', data: null, spoken: 'en' }, 'en'))).toContain(
      'no figures to show yet',
    );
  });
});
