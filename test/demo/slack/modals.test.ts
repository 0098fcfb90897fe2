import { describe, expect, test } from 'vitest';
import type { TestApp } from './support.ts';
import { modal, plain, present, startHttpApp, startSocketApp, textInput } from './support.ts';

/** /lightspeed opens this view. */
function opens(app: TestApp, view: ReturnType<typeof modal>): void {
  app.command('/lightspeed', async ({ ack, client, command }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: view as never });
  });
}

describe.each([
  ['HTTP', startHttpApp],
  ['Socket Mode', startSocketApp],
] as const)('a modal over %s', (_name, start) => {
  test('is filled in, sent, and closes on a bare ack', async () => {
    const received: unknown[] = [];
    const slack = await start((app) => {
      opens(app, modal([textInput('API key', 'key'), textInput('Note', 'note', { initial_value: 'hello' })]));
      app.view('test', async ({ ack, view }) => {
        received.push(view.state.values);
        await ack();
      });
    });
    const ada = slack.as('U1');

    await ada.command('/lightspeed link');
    const view = await slack.waitFor(() => ada.modal(), 1000, 'the modal');
    await ada.type(view, 'API key', 'secret-1');
    const outcome = await ada.submit(view);

    expect(outcome).toEqual({ acked: true, answer: 'close' });
    expect(ada.modal()).toBeUndefined();
    expect(received).toEqual([
      {
        key: { text: { type: 'plain_text_input', value: 'secret-1' } },
        note: { text: { type: 'plain_text_input', value: 'hello' } },
      },
    ]);
  });

  test('shows errors at their fields, keeps what was typed, and lets the person try again', async () => {
    const slack = await start((app) => {
      opens(app, modal([textInput('API key', 'key')]));
      app.view('test', async ({ ack, view }) => {
        const isGood = view.state.values['key']?.['text']?.value === 'good';
        await ack(
          isGood ? undefined : { response_action: 'errors', errors: { key: 'That key was refused' } },
        );
      });
    });
    const ada = slack.as('U1');
    await ada.command('/lightspeed link');
    const view = await slack.waitFor(() => ada.modal(), 1000, 'the modal');

    await ada.type(view, 'API key', 'bad');
    const refused = await ada.submit(view);
    const seen = present(ada.modal());
    await ada.type(seen, 'API key', 'good');
    const accepted = await ada.submit(seen);

    expect(refused.answer).toBe('errors');
    expect(seen.errors).toEqual({ key: 'That key was refused' });
    expect(seen.values['key']?.['text']?.['value']).toBe('bad');
    expect(accepted.answer).toBe('close');
  });

  test('is not sent in time: the person sees so, and the modal stays', async () => {
    const slack = await start(
      (app) => {
        opens(app, modal([textInput('Note', 'note', { initial_value: 'x' })]));
        app.view('test', async () => {});
      },
      { ackMs: 200 },
    );
    const ada = slack.as('U1');
    await ada.command('/lightspeed link');
    const view = await slack.waitFor(() => ada.modal(), 1000, 'the modal');

    const outcome = await ada.submit(view);

    expect(outcome).toEqual({ acked: false, error: 'operation_timeout' });
    expect(ada.modal()?.id).toBe(view.id);
    expect(slack.state.shown).toMatchObject([{ person: 'U1', view: view.id, error: 'operation_timeout' }]);
  });
});

test('errors for a block that is no input of the view show as an error and keep the modal', async () => {
  const slack = await startHttpApp((app) => {
    opens(app, modal([textInput('Note', 'note', { initial_value: 'x' })]));
    app.view('test', ({ ack }) => ack({ response_action: 'errors', errors: { text: 'wrong id' } }));
  });
  const ada = slack.as('U1');
  await ada.command('/lightspeed link');
  const view = await slack.waitFor(() => ada.modal(), 1000, 'the modal');

  const outcome = await ada.submit(view);

  expect(outcome.error).toBe('invalid_response');
  expect(ada.notices()[0]).toContain('errors for text, which is no input block of this view');
  expect(ada.modal()?.id).toBe(view.id);
});

test('a submit can update the modal, push another and clear them all', async () => {
  const slack = await startHttpApp((app) => {
    opens(app, modal([], { callback_id: 'first' }));
    app.view('first', ({ ack }) =>
      ack({
        response_action: 'update',
        view: modal([], { callback_id: 'second', title: plain('Two') }) as never,
      }),
    );
    app.view('second', ({ ack }) =>
      ack({
        response_action: 'push',
        view: modal([], { callback_id: 'third', title: plain('Three') }) as never,
      }),
    );
    app.view('third', ({ ack }) => ack({ response_action: 'clear' }));
  });
  const ada = slack.as('U1');
  await ada.command('/lightspeed link');
  const first = await slack.waitFor(() => ada.modal(), 1000, 'the modal');

  await ada.submit(first);
  const second = present(ada.modal());
  await ada.submit(second);
  const third = present(ada.modal());
  await ada.submit(third);

  expect(second).toMatchObject({ id: first.id, title: 'Two' });
  expect(third.title).toBe('Three');
  expect(third.id).not.toBe(second.id);
  expect(ada.modal()).toBeUndefined();
});

test('an update with an old hash is refused, and typed text survives one with the same ids', async () => {
  const errors: string[] = [];
  const slack = await startHttpApp((app) => {
    app.command('/lightspeed', async ({ ack, client, command }) => {
      await ack();
      const view = modal([textInput('Note', 'note')]);
      const opened = await client.views.open({ trigger_id: command.trigger_id, view: view as never });
      const { id = '', hash = '' } = opened.view ?? {};
      await slack.waitFor(() => slack.as('U1').modal()?.values['note']?.['text']?.['value'], 1000, 'typing');
      const again = modal([textInput('Note, please', 'note'), textInput('More', 'more')]);
      await client.views.update({ view_id: id, hash, view: again as never });
      await client.views.update({ view_id: id, hash, view: again as never }).catch((error) => {
        errors.push(error.data.error);
      });
    });
  });
  const ada = slack.as('U1');
  await ada.command('/lightspeed link');
  const view = await slack.waitFor(() => ada.modal(), 1000, 'the modal');

  await ada.type(view, 'Note', 'typed before');
  await slack.waitFor(() => errors[0], 1000, 'the refused update');

  expect(errors).toEqual(['hash_conflict']);
  expect(ada.modal()?.words).toContain('Note, please');
  expect(ada.modal()?.values['note']?.['text']?.['value']).toBe('typed before');
});

test('another block_id forgets what was typed', async () => {
  const slack = await startHttpApp((app) => {
    opens(app, modal([textInput('Note', 'note-1')]));
    app.view('test', ({ ack }) =>
      ack({
        response_action: 'update',
        view: modal([textInput('Note', 'note-2', { initial_value: 'new' })]) as never,
      }),
    );
  });
  const ada = slack.as('U1');
  await ada.command('/lightspeed link');
  const view = await slack.waitFor(() => ada.modal(), 1000, 'the modal');
  await ada.type(view, 'Note', 'old');

  await ada.submit(view);

  expect(ada.modal()?.values).toEqual({ 'note-2': { text: { type: 'plain_text_input', value: 'new' } } });
});

test('a button in a modal tells the app which view, and its trigger can push up to three views', async () => {
  const errors: string[] = [];
  const view = modal([
    { type: 'actions', elements: [{ type: 'button', action_id: 'more', value: '7', text: plain('More') }] },
  ]);
  const slack = await startHttpApp((app) => {
    opens(app, view);
    app.action('more', async ({ ack, body, client }) => {
      await ack();
      const trigger_id = 'trigger_id' in body ? body.trigger_id : '';
      await client.views.push({ trigger_id, view: view as never }).catch((error) => {
        errors.push(error.data.error);
      });
    });
  });
  const ada = slack.as('U1');
  await ada.command('/lightspeed link');
  await slack.waitFor(() => ada.modal(), 1000, 'the modal');

  for (const count of [2, 3]) {
    await ada.click(present(ada.modal()), 'More');
    await slack.waitFor(() => slack.state.stacks['U1']?.length === count, 1000, `${count} views`);
  }
  await ada.click(present(ada.modal()), 'More');
  await slack.waitFor(() => errors[0], 1000, 'the refused push');

  expect(errors).toEqual(['push_limit_reached']);
  const action = slack.traffic.log.findLast(({ name }) => name === 'block_actions');
  expect(action?.request).toMatchObject({
    view: { id: ada.modal()?.id },
    actions: [{ type: 'button', action_id: 'more', value: '7' }],
  });
});

test('closing tells the app only when it asked to know', async () => {
  const closed: string[] = [];
  const slack = await startHttpApp((app) => {
    opens(app, modal([], { notify_on_close: true }));
    app.view({ callback_id: 'test', type: 'view_closed' }, async ({ ack, body }) => {
      closed.push(`${body.type} ${'is_cleared' in body ? body.is_cleared : ''}`);
      await ack();
    });
  });
  const ada = slack.as('U1');
  await ada.command('/lightspeed link');

  await ada.close(await slack.waitFor(() => ada.modal(), 1000, 'the modal'));

  expect(closed).toEqual(['view_closed false']);
  expect(ada.modal()).toBeUndefined();
});

test('an external select asks the app for options, and takes only what was offered', async () => {
  const queries: string[] = [];
  const slack = await startHttpApp((app) => {
    opens(
      app,
      modal([
        {
          type: 'input',
          block_id: 'store',
          label: plain('Amsterdam'),
          element: { type: 'external_select', action_id: 'department', min_query_length: 0 },
        },
      ]),
    );
    app.options('department', async ({ ack, options }) => {
      queries.push(options.value);
      const all = ['Food', 'Flowers', 'Books'].map((name) => ({
        text: plain(name),
        value: name.toLowerCase(),
      }));
      await ack({ options: all.filter(({ value }) => value.includes(options.value.toLowerCase())) });
    });
    app.view('test', ({ ack }) => ack());
  });
  const ada = slack.as('U1');
  await ada.command('/lightspeed map');
  const view = await slack.waitFor(() => ada.modal(), 1000, 'the modal');

  const offered = await ada.typeAhead(view, 'Amsterdam', 'fo');
  await ada.select(view, 'Amsterdam', 'Flowers');
  const refused = ada.select(view, 'Amsterdam', 'Cars');

  expect(offered).toEqual([{ text: plain('Food'), value: 'food' }]);
  await expect(refused).rejects.toThrow("'Amsterdam' does not offer 'Cars'");
  expect(queries).toEqual(['fo', 'Flowers', 'Cars']);
  expect(ada.modal()?.values['store']?.['department']).toEqual({
    type: 'external_select',
    selected_option: { text: plain('Flowers'), value: 'flowers' },
  });
});
