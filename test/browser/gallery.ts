import type { Handle } from '../../demo/slack/handle.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const option = (text: string, value: string) => ({ text: plain(text), value });
const options = [option('Bread', 'bread'), option('Flowers', 'flowers'), option('Wine', 'wine')];
const input = (label: string, id: string, element: Record<string, unknown>, more = {}) => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element: { action_id: 'it', ...element },
  ...more,
});

/** A modal with every kind of input. */
export const everyInput = {
  type: 'modal',
  callback_id: 'gallery',
  title: plain('Every input'),
  submit: plain('Save'),
  close: plain('Cancel'),
  blocks: [
    input('Name', 'name', { type: 'plain_text_input' }, { hint: plain('As on the door') }),
    input('Story', 'story', { type: 'plain_text_input', multiline: true }),
    input('Mail', 'mail', { type: 'email_text_input' }),
    input('Site', 'site', { type: 'url_text_input' }),
    input('Count', 'count', { type: 'number_input', is_decimal_allowed: false }),
    input('Styled', 'styled', { type: 'rich_text_input' }),
    input('Goods', 'goods', { type: 'static_select', options }),
    input('Several goods', 'several', { type: 'multi_static_select', options }),
    input('Who', 'who', { type: 'users_select' }),
    input('Where', 'where', { type: 'conversations_select', filter: { include: ['public'] } }),
    input('Day', 'day', { type: 'datepicker' }),
    input('Hour', 'hour', { type: 'timepicker' }),
    input('Ticks', 'ticks', { type: 'checkboxes', options }),
    input('One of', 'one', { type: 'radio_buttons', options }),
    input('File', 'file', { type: 'file_input', filetypes: ['csv'], max_files: 1 }, { optional: true }),
  ],
};

/** A modal with the menus and pickers that are left. */
export const everyMenu = {
  type: 'modal',
  callback_id: 'menus',
  title: plain('Every menu'),
  submit: plain('Save'),
  close: plain('Cancel'),
  blocks: [
    input('Town', 'town', { type: 'external_select', min_query_length: 2 }),
    input('Towns', 'towns', { type: 'multi_external_select', min_query_length: 0 }),
    input('Team', 'team', { type: 'multi_users_select', max_selected_items: 2 }),
    input('Places', 'places', { type: 'multi_conversations_select', filter: { include: ['public'] } }),
    input('Channel', 'channel', { type: 'channels_select' }),
    input('Channels', 'channels', { type: 'multi_channels_select' }),
    input('Grouped', 'grouped', {
      type: 'static_select',
      option_groups: [
        { label: plain('Fresh'), options: options.slice(0, 2) },
        { label: plain('Kept'), options: options.slice(2) },
      ],
    }),
    input('Moment', 'moment', { type: 'datetimepicker' }, { optional: true }),
  ],
};

/** A modal from which one goes deeper, by a button or by its submit. */
export function stacked(depth: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'modal',
    callback_id: `level-${depth}`,
    title: plain(`Level ${depth}`),
    submit: plain('Next'),
    close: plain('Back'),
    ...more,
    blocks: [
      input('Note', `note-${depth}`, { type: 'plain_text_input' }, { optional: true }),
      {
        type: 'actions',
        block_id: 'ways',
        elements: [{ type: 'button', action_id: 'deeper', text: plain('Deeper') }],
      },
    ],
  };
}

/** A message with every kind of block that a message may have. */
export const everyBlock = [
  { type: 'header', text: plain('Every block :tada:') },
  {
    type: 'section',
    text: mrkdwn(
      '*bold* _italic_ ~struck~ `code` <https://example.com|a link> <@U1MANAGER> <#C1SALES> <!date^1731398400^{date_short} {time}|a date> :warning: &lt;b&gt;not markup&lt;/b&gt;',
    ),
    accessory: { type: 'overflow', action_id: 'more', options: options.slice(0, 2) },
  },
  { type: 'section', fields: [mrkdwn('*Bakery*\n12.00'), mrkdwn('*Wine*\n8.00')] },
  { type: 'divider' },
  { type: 'context', elements: [mrkdwn('Small words'), plain('and more')] },
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'go', style: 'primary', text: plain('Go') },
      {
        type: 'button',
        action_id: 'drop',
        style: 'danger',
        text: plain('Drop'),
        confirm: {
          title: plain('Sure?'),
          text: plain('It is gone then.'),
          confirm: plain('Drop it'),
          deny: plain('Keep it'),
        },
      },
      { type: 'static_select', action_id: 'pick', placeholder: plain('Pick goods'), options },
      { type: 'datepicker', action_id: 'on', placeholder: plain('On which day') },
    ],
  },
  {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [{ type: 'text', text: 'Strong', style: { bold: true } }] },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'One' }] }],
      },
    ],
  },
  {
    type: 'table',
    column_settings: [{ align: 'left' }, { align: 'right' }],
    rows: [
      [
        { type: 'raw_text', text: 'Department' },
        { type: 'raw_text', text: 'Turnover' },
      ],
      [
        { type: 'raw_text', text: 'Bakery' },
        { type: 'raw_text', text: '12.00' },
      ],
    ],
  },
  {
    type: 'data_visualization',
    title: 'Turnover',
    chart: {
      type: 'bar',
      series: [
        {
          name: 'This week',
          data: [
            { label: 'Mon', value: 12 },
            { label: 'Tue', value: 8 },
          ],
        },
      ],
      axis_config: { categories: ['Mon', 'Tue'] },
    },
  },
  { type: 'container', title: plain('Folded'), is_collapsible: true, child_blocks: [{ type: 'divider' }] },
];

/** Calls the stand-in as the app would. Throws what it was refused with. */
export async function callAsApp(slack: Handle, method: string, args: Record<string, unknown>): Promise<void> {
  const response = await fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer xoxb-local-workspace' },
    body: JSON.stringify(args),
  });
  const answer = await response.json();
  if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer)}`);
}

/** Opens a modal on the manager's screen, by the trigger of a command just typed. */
export async function openGallery(slack: Handle, view: Record<string, unknown>): Promise<void> {
  await slack.as('U1MANAGER').command('/turnover', { channel: 'sales' });
  const trigger = Object.values(slack.state.triggers).findLast(({ used }) => !used);
  await callAsApp(slack, 'views.open', { trigger_id: trigger?.id, view });
}
