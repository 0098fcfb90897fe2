import { describe, expect, test } from 'vitest';
import type { Surface } from '../../../demo/slack/validate.ts';
import { validateBlocks } from '../../../demo/slack/validate.ts';
import {
  actions,
  alert,
  bars,
  button,
  card,
  cell,
  input,
  mrkdwn,
  option,
  options,
  pie,
  section,
  select,
  table,
  times,
  x,
} from './block-samples.ts';
import { plain } from './support.ts';

describe('what Slack refuses', () => {
  const bad: [string, unknown, string, string, Surface?][] = [
    ['an unknown block', { type: 'nonsense' }, 'unsupported type: nonsense', '/0/type'],
    ['a block without type', {}, 'missing required field: type', '/0'],
    ['an unknown field', section({ color: 'red' }), 'invalid additional property: color', '/0'],
    [
      'a button that wants to be disabled',
      actions(button({ disabled: true })),
      'invalid additional property: disabled',
      '/0/elements/0',
    ],
    [
      'a long section',
      section({ text: mrkdwn(x(3001)) }),
      'must be less than 3001 characters',
      '/0/text/text',
    ],
    ['an empty text', section({ text: mrkdwn('') }), 'must be more than 0 characters', '/0/text/text'],
    ['a section with nothing', { type: 'section' }, 'must define either `text` or `fields`', '/0'],
    [
      'eleven fields',
      section({ fields: times(11, () => plain('a')) }),
      'no more than 10 items allowed',
      '/0/fields',
    ],
    [
      'a long field',
      section({ fields: [plain(x(2001))] }),
      'must be less than 2001 characters',
      '/0/fields/0/text',
    ],
    ['text as a bare string', section({ text: 'x' }), 'must provide an object', '/0/text'],
    [
      'emoji in mrkdwn',
      section({ text: { ...mrkdwn('x'), emoji: true } }),
      'invalid additional property: emoji',
      '/0/text',
    ],
    ['mrkdwn in a header', { type: 'header', text: mrkdwn('x') }, 'unsupported type: mrkdwn', '/0/text/type'],
    [
      'a long header',
      { type: 'header', text: plain(x(151)) },
      'must be less than 151 characters',
      '/0/text/text',
    ],
    [
      'mrkdwn on a button',
      actions(button({ text: mrkdwn('x') })),
      'unsupported type: mrkdwn',
      '/0/elements/0/text/type',
    ],
    [
      'a long button',
      actions(button({ text: plain(x(76)) })),
      'must be less than 76 characters',
      '/0/elements/0/text/text',
    ],
    [
      'a long value',
      actions(button({ value: x(2001) })),
      'must be less than 2001 characters',
      '/0/elements/0/value',
    ],
    [
      'a strange style',
      actions(button({ style: 'default' })),
      'must be one of: primary, danger',
      '/0/elements/0/style',
    ],
    ['26 elements', actions(...times(26, () => button())), 'no more than 25 items allowed', '/0/elements'],
    ['no elements', actions(), 'no less than 1 item allowed', '/0/elements'],
    [
      'an input in actions',
      actions({ type: 'plain_text_input' }),
      'unsupported type: plain_text_input',
      '/0/elements/0/type',
    ],
    [
      'two of an action_id',
      actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
      '`action_id` "a" already exists',
      '/0/elements/1/action_id',
    ],
    [
      'a long action_id',
      actions(button({ action_id: x(256) })),
      'must be less than 256 characters',
      '/0/elements/0/action_id',
    ],
    [
      'a long confirm',
      actions(button({ confirm: { text: plain(x(301)) } })),
      'must be less than 301 characters',
      '/0/elements/0/confirm/text/text',
    ],
    ['no options', input(select({ options: [] })), 'no less than 1 item allowed', '/0/element/options'],
    [
      '101 options',
      input(select({ options: options(101) })),
      'no more than 100 items allowed',
      '/0/element/options',
    ],
    [
      'neither options nor groups',
      input({ type: 'static_select' }),
      'must define either `options` or `option_groups`',
      '/0/element',
    ],
    [
      'a long option',
      input(select({ options: [option(x(76), 'a')] })),
      'must be less than 76 characters',
      '/0/element/options/0/text/text',
    ],
    [
      'a long option value',
      input(select({ options: [option('a', x(76))] })),
      'must be less than 76 characters',
      '/0/element/options/0/value',
    ],
    [
      'mrkdwn in a select',
      input(select({ options: [{ text: mrkdwn('a'), value: 'a' }] })),
      'unsupported type: mrkdwn',
      '/0/element/options/0/text/type',
    ],
    [
      'a first choice that is not offered',
      input(select({ initial_option: option('z') })),
      'initial_option must match one of the options',
      '/0/element/initial_option',
    ],
    [
      'eleven check boxes',
      input({ type: 'checkboxes', options: options(11) }),
      'no more than 10 items allowed',
      '/0/element/options',
    ],
    [
      'six entries in a menu',
      section({ accessory: { type: 'overflow', options: options(6) } }),
      'no more than 5 items allowed',
      '/0/accessory/options',
    ],
    [
      'a long placeholder',
      input(select({ placeholder: plain(x(151)) })),
      'must be less than 151 characters',
      '/0/element/placeholder/text',
    ],
    [
      'a strange date',
      input({ type: 'datepicker', initial_date: '1-5-2024' }),
      'must be a date in the format YYYY-MM-DD',
      '/0/element/initial_date',
    ],
    [
      'a strange time',
      input({ type: 'timepicker', initial_time: '24:00' }),
      'must be a time in the format HH:mm',
      '/0/element/initial_time',
    ],
    [
      'lengths the wrong way',
      input({ type: 'plain_text_input', min_length: 3, max_length: 2 }),
      '`min_length` must not be greater than `max_length`',
      '/0/element',
    ],
    [
      'a number field that does not say which',
      input({ type: 'number_input' }),
      'missing required field: is_decimal_allowed',
      '/0/element',
    ],
    ['a button in an input', input(button()), 'unsupported type: button', '/0/element/type'],
    ['a mrkdwn label', input(select(), { label: mrkdwn('x') }), 'unsupported type: mrkdwn', '/0/label/type'],
    [
      'a long label',
      input(select(), { label: plain(x(2001)) }),
      'must be less than 2001 characters',
      '/0/label/text',
    ],
    [
      'eleven in a context',
      { type: 'context', elements: times(11, () => plain('a')) },
      'no more than 10 items allowed',
      '/0/elements',
    ],
    [
      'a picture without words',
      { type: 'image', image_url: 'https://x.y' },
      'missing required field: alt_text',
      '/0',
    ],
    [
      'a picture of nothing',
      { type: 'image', alt_text: 'x' },
      'must define either `image_url` or `slack_file`',
      '/0',
    ],
    ['an empty cell', table([[cell('')]]), 'must be more than 0 characters', '/0/rows/0/0/text'],
    [
      '101 rows',
      table(times(101, () => [cell('a')]) as unknown[][]),
      'no more than 100 items allowed',
      '/0/rows',
    ],
    ['21 cells', table([times(21, () => cell('a'))]), 'no more than 20 items allowed', '/0/rows/0'],
    [
      'too much in a table',
      table(times(100, () => [cell(x(101))]) as unknown[][]),
      'must be less than 10001 characters together',
      '/0',
    ],
    [
      'a data table of one row',
      { type: 'data_table', caption: 'c', rows: [[cell('a')]] },
      'no less than 2 items allowed',
      '/0/rows',
    ],
    [
      'seven series',
      bars({ series: times(7, (n) => ({ name: `s${n}`, data: [{ label: 'Mon', value: 1 }] })) }),
      'no more than 6 items allowed',
      '/0/chart/series',
    ],
    [
      'a missing point',
      bars({ axis_config: { categories: ['Mon', 'Tue'] } }),
      'must have one data point for each category',
      '/0/chart/series/0/data',
    ],
    [
      '21 categories',
      bars({ axis_config: { categories: times(21, (n) => `c${n}`) } }),
      'no more than 20 items allowed',
      '/0/chart/axis_config/categories',
    ],
    [
      'a long series name',
      bars({ series: [{ name: x(21), data: [{ label: 'Mon', value: 1 }] }] }),
      'must be less than 21 characters',
      '/0/chart/series/0/name',
    ],
    ['a slice of nothing', pie(1, 0), 'must be greater than 0', '/0/chart/segments/1/value'],
    [
      'an empty card',
      { type: 'card' },
      'must define at least one of: hero_image, title, actions, body',
      '/0',
    ],
    ['a card with bare strings', { type: 'card', title: 'x' }, 'must provide an object', '/0/title'],
    [
      'eleven in a container',
      { type: 'container', title: plain('t'), child_blocks: times(11, () => section()) },
      'no more than 10 items allowed',
      '/0/child_blocks',
    ],
    [
      'a container in a container',
      { type: 'container', title: plain('t'), child_blocks: [{ type: 'container' }] },
      'unsupported type: container',
      '/0/child_blocks/0/type',
    ],
    ['an alert in a message', alert, 'unsupported type: alert', '/0/type'],
    ['a table in a modal', table([[cell('a')]]), 'unsupported type: table', '/0/type', 'modal'],
    ['a table on Home', table([[cell('a')]]), 'unsupported type: table', '/0/type', 'home'],
    ['a chart on Home', bars(), 'unsupported type: data_visualization', '/0/type', 'home'],
    ['a card in a modal', card, 'unsupported type: card', '/0/type', 'modal'],
    [
      'markdown in a modal',
      { type: 'markdown', text: 'x' },
      'unsupported type: markdown',
      '/0/type',
      'modal',
    ],
    [
      'a file block, which is read only',
      { type: 'file', source: 'remote', external_id: 'x' },
      'unsupported type: file',
      '/0/type',
    ],
    ['a name of the object itself', { type: 'constructor' }, 'unsupported type: constructor', '/0/type'],
  ];

  test.each(bad)('%s', (_name, block, message, pointer, surface = 'message') => {
    const problems = validateBlocks([block], surface);

    expect(problems).toContainEqual({ message, pointer: `/blocks${pointer}` });
  });

  const together: [string, unknown[], string, string][] = [
    ['51 blocks', times(51, () => ({ type: 'divider' })), 'no more than 50 items allowed', ''],
    [
      'two of a block_id',
      [section({ block_id: 'b' }), section({ block_id: 'b' })],
      '`block_id` "b" already exists',
      '/1/block_id',
    ],
    ['two tables', [table([[cell('a')]]), table([[cell('a')]])], 'no more than 1 table blocks allowed', '/1'],
    ['three charts', [pie(1), pie(1), pie(1)], 'no more than 2 data_visualization blocks allowed', '/2'],
    [
      'too much markdown',
      times(2, () => ({ type: 'markdown', text: x(6001) })),
      'must be less than 12001 characters together',
      '/1',
    ],
    [
      'two fields that want the cursor',
      times(2, () => input(select({ focus_on_load: true }))),
      'no more than 1 elements with focus_on_load allowed',
      '/1/element',
    ],
  ];

  test.each(together)('%s together', (_name, blocks, message, pointer) => {
    expect(validateBlocks(blocks, 'message')).toContainEqual({ message, pointer: `/blocks${pointer}` });
  });

  test('no list at all', () => {
    expect(validateBlocks('x', 'message')).toEqual([
      { message: 'must provide an array', pointer: '/blocks' },
    ]);
  });
});
