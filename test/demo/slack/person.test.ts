import { describe, expect, test } from 'vitest';
import type { Handle } from '../../../demo/slack/handle.ts';
import { clientOf, modal, plain, present, startHttpApp, textInput } from './support.ts';

const options = ['Food', 'Books'].map((name) => ({ text: plain(name), value: name.toLowerCase() }));

const input = (label: string, element: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  type: 'input',
  block_id: label,
  label: plain(label),
  element: { action_id: 'it', ...element },
  ...more,
});

/** A workspace where a modal with these blocks is open on ada's screen. */
async function withModal(blocks: unknown[]): Promise<{ slack: Handle; values: () => unknown }> {
  const slack = await startHttpApp((app) => {
    app.command('/lightspeed', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: modal(blocks) as never });
    });
    app.action('it', ({ ack }) => ack());
    app.view('test', ({ ack }) => ack());
  });
  await slack.as('U1').command('/lightspeed');
  await slack.waitFor(() => slack.as('U1').modal(), 1000, 'the modal');
  return { slack, values: () => slack.as('U1').modal()?.values };
}

const chooses: [string, Record<string, unknown>, string | string[] | null, unknown][] = [
  ['a static select by text', { type: 'static_select', options }, 'Books', { selected_option: options[1] }],
  ['a static select by value', { type: 'static_select', options }, 'food', { selected_option: options[0] }],
  ['radio buttons', { type: 'radio_buttons', options }, 'Food', { selected_option: options[0] }],
  ['check boxes', { type: 'checkboxes', options }, ['Food', 'Books'], { selected_options: options }],
  ['a multi select', { type: 'multi_static_select', options }, ['Books'], { selected_options: [options[1]] }],
  ['a users select', { type: 'users_select' }, 'ben', { selected_user: 'U2' }],
  ['a multi users select', { type: 'multi_users_select' }, ['ada', 'U2'], { selected_users: ['U1', 'U2'] }],
  [
    'a conversations select',
    { type: 'conversations_select' },
    '#back-office',
    { selected_conversation: 'G1' },
  ],
  ['a channels select', { type: 'channels_select' }, 'general', { selected_channel: 'C2' }],
  ['a date picker', { type: 'datepicker' }, '2024-02-29', { selected_date: '2024-02-29' }],
  ['a time picker', { type: 'timepicker' }, '07:30', { selected_time: '07:30' }],
  [
    'nothing',
    { type: 'static_select', options, initial_option: options[0] },
    null,
    { selected_option: null },
  ],
];

test.each(chooses)('a person chooses in %s', async (_name, element, choice, expected) => {
  const { slack, values } = await withModal([input('Field', element)]);
  const ada = slack.as('U1');

  await ada.select(present(ada.modal()), 'Field', choice);

  expect(values()).toEqual({ Field: { it: { type: element['type'], ...(expected as object) } } });
});

const refusals: [string, Record<string, unknown>, string | string[], string][] = [
  ['an option that is not there', { type: 'static_select', options }, 'Cars', "There is: 'Food', 'Books'"],
  ['a date that does not exist', { type: 'datepicker' }, '2023-02-29', "No calendar shows '2023-02-29'"],
  ['a time that does not exist', { type: 'timepicker' }, '24:00', "No clock shows '24:00'"],
  ['somebody who left', { type: 'users_select' }, 'gone', "does not offer 'gone'"],
  [
    'a private channel among the public',
    { type: 'channels_select' },
    'back-office',
    "does not offer 'back-office'",
  ],
  [
    'what the filter leaves out',
    { type: 'conversations_select', filter: { include: ['public'] } },
    'back-office',
    "does not offer 'back-office'",
  ],
  ['two in a menu for one', { type: 'static_select', options }, ['Food', 'Books'], 'takes one choice'],
  [
    'too many',
    { type: 'multi_static_select', options, max_selected_items: 1 },
    ['Food', 'Books'],
    'at most 1',
  ],
  ['in a text field', { type: 'plain_text_input' }, 'Food', 'is a plain_text_input: nothing to choose'],
];

test.each(refusals)('a person cannot choose %s', async (_name, element, choice, complaint) => {
  const { slack } = await withModal([input('Field', element)]);
  const ada = slack.as('U1');

  const choosing = ada.select(present(ada.modal()), 'Field', choice);

  await expect(choosing).rejects.toThrow(complaint);
});

describe('the submit button stays shut for', () => {
  const typed: [string, Record<string, unknown>, string, string][] = [
    ['an empty required field', { type: 'plain_text_input' }, '', "'Field' is required"],
    ['too little', { type: 'plain_text_input', min_length: 5 }, 'four', 'needs at least 5 characters'],
    ['no email address', { type: 'email_text_input' }, 'nobody', 'is not an email address'],
    ['no URL', { type: 'url_text_input' }, 'nowhere', 'is not a URL'],
    ['a fraction', { type: 'number_input', is_decimal_allowed: false }, '1.5', 'is not a whole number'],
    [
      'too great a number',
      { type: 'number_input', is_decimal_allowed: true, max_value: '3' },
      '3.1',
      'is more than 3',
    ],
  ];

  test.each(typed)('%s', async (_name, element, text, complaint) => {
    const { slack } = await withModal([input('Field', element)]);
    const ada = slack.as('U1');
    const view = present(ada.modal());

    await ada.type(view, 'Field', text);

    await expect(ada.submit(view)).rejects.toThrow(complaint);
  });

  test('nothing when the empty field is optional', async () => {
    const { slack } = await withModal([input('Field', { type: 'plain_text_input' }, { optional: true })]);
    const ada = slack.as('U1');

    const outcome = await ada.submit(present(ada.modal()));

    expect(outcome).toEqual({ acked: true, answer: 'close' });
  });
});

test('a person cannot type more than fits, nor two lines in one', async () => {
  const { slack } = await withModal([textInput('Name', 'name', { max_length: 3 })]);
  const ada = slack.as('U1');
  const view = present(ada.modal());

  await expect(ada.type(view, 'Name', 'four')).rejects.toThrow("'Name' takes at most 3 characters");
  await expect(ada.type(view, 'Name', 'a\nb')).rejects.toThrow("'Name' has one line");
  await expect(ada.type(view, 'Surname', 'x')).rejects.toThrow(
    "There is no field 'Surname'. There is: 'Name'",
  );
});

test('an input with dispatch_action tells the app at once', async () => {
  const { slack } = await withModal([
    input('Series', { type: 'static_select', options }, { dispatch_action: true }),
  ]);
  const ada = slack.as('U1');

  const outcome = await ada.select(present(ada.modal()), 'Series', 'Books');

  expect(outcome).toEqual({ acked: true });
  expect(slack.traffic.log.at(-1)?.request).toMatchObject({
    type: 'block_actions',
    view: { state: { values: { Series: { it: { selected_option: options[1] } } } } },
    actions: [{ action_id: 'it', block_id: 'Series', selected_option: options[1] }],
  });
});

test('a text input with dispatch_action tells the app when Enter is pressed', async () => {
  const { slack } = await withModal([input('Name', { type: 'plain_text_input' }, { dispatch_action: true })]);
  const ada = slack.as('U1');
  const before = slack.traffic.log.length;

  await ada.type(present(ada.modal()), 'Name', 'quiet');
  const quiet = slack.traffic.log.length - before;
  await ada.type(present(ada.modal()), 'Name', 'loud', { enter: true });

  expect(quiet).toBe(0);
  expect(slack.traffic.log.at(-1)?.request).toMatchObject({
    actions: [{ type: 'plain_text_input', value: 'loud' }],
  });
});

const dangerous = {
  type: 'button',
  action_id: 'it',
  text: plain('Disconnect'),
  confirm: { title: plain('Disconnect?'), text: plain('Nothing is imported after that.') },
};

test('a button that asks first is only pressed when the person says yes', async () => {
  const { slack } = await withModal([{ type: 'actions', elements: [dangerous] }]);
  const ada = slack.as('U1');
  const view = present(ada.modal());
  const before = slack.traffic.log.length;

  await expect(ada.click(view, 'Disconnect')).rejects.toThrow("asks 'Disconnect?'");
  await ada.click(view, 'Disconnect', { confirm: false });
  const afterNo = slack.traffic.log.length - before;
  await ada.click(view, 'Disconnect', { confirm: true });

  expect(afterNo).toBe(0);
  expect(slack.traffic.log.at(-1)?.name).toBe('block_actions');
});

test('an entry of an overflow menu is pressed by its text', async () => {
  const { slack } = await withModal([
    { type: 'section', text: plain('Amsterdam'), accessory: { type: 'overflow', action_id: 'it', options } },
  ]);
  const ada = slack.as('U1');

  await ada.click(present(ada.modal()), 'Books');

  expect(slack.traffic.log.at(-1)?.request).toMatchObject({
    actions: [{ type: 'overflow', selected_option: options[1] }],
  });
});

test('a button that is not shown cannot be pressed, nor one in a message of somebody else', async () => {
  const { slack } = await withModal([]);
  const client = clientOf(slack);
  const button = { type: 'button' as const, action_id: 'it', text: plain('Open') };
  await client.chat.postEphemeral({
    channel: 'C1',
    user: 'U1',
    text: 'x',
    blocks: [{ type: 'actions', elements: [button] }],
  });
  const message = present(slack.as('U1').seen('sales')[0]);

  await expect(slack.as('U1').click(message, 'Shut')).rejects.toThrow(
    "There is no button 'Shut'. There is: 'Open'",
  );
  await expect(slack.as('U2').click(message, 'Open')).rejects.toThrow('does not see the message');
  await expect(slack.as('U2').submit(present(slack.as('U1').modal()))).rejects.toThrow(
    "is not on U2's screen",
  );
});

test('a conversations select can begin with the channel the person is in, if it is offered', async () => {
  const element = { type: 'conversations_select', default_to_current_conversation: true };
  const { values } = await withModal([
    input('Here', element),
    input('Private', { ...element, filter: { include: ['private'] } }),
  ]);

  expect(values()).toMatchObject({
    Here: { it: { selected_conversation: 'C1' } },
    Private: { it: { selected_conversation: null } },
  });
});

test('a select in a message tells the app at once and is kept', async () => {
  const { slack } = await withModal([]);
  const element = {
    type: 'static_select' as const,
    action_id: 'it',
    placeholder: plain('Department'),
    options,
  };
  await clientOf(slack).chat.postMessage({
    channel: 'C1',
    text: 'x',
    blocks: [{ type: 'actions', block_id: 'b', elements: [element] }],
  });
  const ada = slack.as('U1');

  await ada.select(present(ada.seen('sales')[0]), 'Department', 'Books');

  expect(slack.traffic.log.at(-1)?.request).toMatchObject({
    container: { type: 'message', channel_id: 'C1', is_ephemeral: false },
    state: { values: { b: { it: { selected_option: options[1] } } } },
    response_url: expect.stringContaining('/respond/'),
  });
});

test('a link button opens its address and tells the app', async () => {
  const { slack } = await withModal([]);
  const link = { type: 'button' as const, action_id: 'it', text: plain('Read'), url: 'https://example.com/' };
  await clientOf(slack).chat.postMessage({
    channel: 'C1',
    text: 'x',
    blocks: [{ type: 'actions', elements: [link] }],
  });
  const ada = slack.as('U1');

  const outcome = await ada.click(present(ada.seen('sales')[0]), 'Read');

  expect(outcome).toEqual({ acked: true, opened: 'https://example.com/' });
});
