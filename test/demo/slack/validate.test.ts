import { describe, expect, test } from 'vitest';
import type { Surface } from '../../../demo/slack/validate.ts';
import { validateBlocks, validateMessage, validateView } from '../../../demo/slack/validate.ts';
import {
  actions,
  alert,
  bars,
  button,
  card,
  cell,
  input,
  mrkdwn,
  options,
  pie,
  richText,
  section,
  select,
  table,
  times,
  x,
} from './block-samples.ts';
import { modal, plain } from './support.ts';

describe('what Slack takes', () => {
  const good: [string, unknown, Surface?][] = [
    ['a section of 3000 characters', section({ text: mrkdwn(x(3000)) })],
    ['a section with fields alone', { type: 'section', fields: [plain('a')] }],
    ['a header with a level', { type: 'header', level: 2, text: plain(x(150)) }],
    [
      'a button with everything',
      actions(button({ action_id: 'a', value: '', style: 'danger', url: 'https://x.y' })),
    ],
    [
      'a confirm',
      actions(button({ confirm: { title: plain('?'), text: mrkdwn('x'), confirm: plain('Y') } })),
    ],
    [
      'options in groups',
      input({ type: 'static_select', option_groups: [{ label: plain('g'), options: options(1) }] }),
    ],
    ['check boxes in mrkdwn', input({ type: 'checkboxes', options: [{ text: mrkdwn('*a*'), value: 'a' }] })],
    [
      'a table with numbers',
      table([
        [cell('a'), { type: 'raw_number', value: 1, text: '1' }],
        [richText('x'), cell('-')],
      ]),
    ],
    ['a data table', { type: 'data_table', caption: 'c', rows: [[cell('a')], [cell('b')]] }],
    ['a chart below zero', bars()],
    ['a pie', pie(1, 2)],
    ['markdown', { type: 'markdown', text: '# x' }],
    ['a picture by url', { type: 'image', image_url: 'https://x.y/z.png', alt_text: 'z' }],
    ['a picture by file', { type: 'image', slack_file: { id: 'F1' }, alt_text: 'z' }],
    ['a card', card],
    ['a carousel', { type: 'carousel', elements: [card] }],
    [
      'a container',
      { type: 'container', title: plain('t'), child_blocks: [section(), table([[cell('a')]])] },
    ],
    [
      'a plan',
      {
        type: 'plan',
        title: 't',
        tasks: [{ type: 'task_card', task_id: '1', title: 'x', status: 'pending' }],
      },
    ],
    [
      'context with a picture',
      {
        type: 'context',
        elements: [mrkdwn('x'), { type: 'image', image_url: 'https://x.y', alt_text: 'z' }],
      },
    ],
    ['an alert', alert, 'modal'],
    ['a hundred blocks', times(100, () => ({ type: 'divider' })), 'modal'],
    [
      'the same action_id in two blocks',
      [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))],
    ],
  ];

  test.each(good)('%s', (_name, block, surface = 'message') => {
    expect(validateBlocks(Array.isArray(block) ? block : [block], surface)).toEqual([]);
  });
});

describe('a view', () => {
  const bad: [string, unknown, string, string][] = [
    ['that is none', null, 'must provide an object', ''],
    ['of another type', { type: 'dialog' }, 'unsupported type: dialog', '/type'],
    ['without a title', { type: 'modal', blocks: [] }, 'missing required field: title', ''],
    [
      'with a long title',
      modal([], { title: plain(x(25)) }),
      'must be less than 25 characters',
      '/title/text',
    ],
    [
      'with a long submit',
      modal([], { submit: plain(x(25)) }),
      'must be less than 25 characters',
      '/submit/text',
    ],
    [
      'with inputs and no submit',
      modal([input(select())], { submit: undefined }),
      'missing required field: submit',
      '',
    ],
    [
      'with much metadata',
      modal([], { private_metadata: x(3001) }),
      'must be less than 3001 characters',
      '/private_metadata',
    ],
    [
      'with a field of old',
      modal([], { submit_disabled: true }),
      'invalid additional property: submit_disabled',
      '',
    ],
    [
      'with 101 blocks',
      modal(times(101, () => ({ type: 'divider' }))),
      'no more than 100 items allowed',
      '/blocks',
    ],
    ['with a bad block', modal([section({ text: 'x' })]), 'must provide an object', '/blocks/0/text'],
    [
      'of Home with a submit',
      { type: 'home', blocks: [], submit: plain('x') },
      'invalid additional property: submit',
      '',
    ],
    [
      'of 250 KB',
      modal(times(90, () => section({ text: plain(x(2900)) }))),
      'must be less than 250001 bytes',
      '',
    ],
  ];

  test.each(bad)('%s is refused', (_name, view, message, pointer) => {
    expect(validateView(view)).toContainEqual({ message, pointer: `/view${pointer}` });
  });

  test('that is good is taken', () => {
    const view = modal([input(select(), { block_id: 'b', optional: true })], {
      private_metadata: '',
      notify_on_close: true,
      close: plain('Cancel'),
    });

    expect(validateView(JSON.parse(JSON.stringify(view)))).toEqual([]);
    expect(validateView({ type: 'home', blocks: [section(), card] })).toEqual([]);
  });
});

describe('a message', () => {
  test('with text, blocks and metadata is taken', () => {
    const metadata = { event_type: 'digest', event_payload: { day: '2024-05-01' } };

    expect(validateMessage({ channel: 'C1', text: 'x', blocks: [section()], metadata })).toEqual([]);
  });

  test('is refused for its metadata, its blocks or its attachments', () => {
    const problems = validateMessage({
      text: 'x',
      blocks: [{ type: 'x' }],
      metadata: { event_type: 'a' },
      attachments: [{ blocks: [{ type: 'y' }] }],
    });

    expect(problems.map(({ pointer }) => pointer)).toEqual([
      '/metadata',
      '/blocks/0/type',
      '/attachments/0/blocks/0/type',
    ]);
  });
});
