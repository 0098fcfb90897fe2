import { describe, expect, test } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { appToken, callApi, modal, plain, startHttpApp, startWorkspace } from './support.ts';

const withScopes = (...bot: string[]) => ({ ...manifest, oauth_config: { scopes: { bot } } });

describe('tokens and scopes', () => {
  test('a call needs a good token', async () => {
    const slack = await startWorkspace();

    expect(await callApi(slack, 'auth.test', {}, '')).toEqual({ ok: false, error: 'not_authed' });
    expect(await callApi(slack, 'auth.test', {}, 'xoxb-other')).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await callApi(slack, 'auth.test', {}, appToken)).toEqual({
      ok: false,
      error: 'not_allowed_token_type',
    });
    expect(await callApi(slack, 'auth.test')).toMatchObject({ ok: true, team_id: slack.state.team.id });
  });

  test('a revoked token is told apart', async () => {
    const slack = await startWorkspace();
    slack.revokeToken();

    expect(await callApi(slack, 'auth.test')).toEqual({ ok: false, error: 'token_revoked' });
  });

  test('a scope the manifest does not ask for is missed, by name', async () => {
    const slack = await startWorkspace({ manifest: withScopes('commands', 'chat:write') });

    expect(await callApi(slack, 'users.info', { user: 'U1' })).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'users:read',
      provided: 'commands,chat:write',
    });
  });

  test('a method the stand-in does not know is answered loudly', async () => {
    const slack = await startWorkspace();

    const answer = await callApi(slack, 'reminders.add');

    expect(answer).toMatchObject({ ok: false, error: 'unknown_method' });
    expect(slack.state.unknownMethods).toEqual(['reminders.add']);
  });
});

describe('triggers and views', () => {
  test('a trigger works once, within three seconds', async () => {
    let now = Date.now();
    const triggers: string[] = [];
    const slack = await startHttpApp(
      (app) => {
        app.command('/lightspeed', async ({ ack, command }) => {
          triggers.push(command.trigger_id);
          await ack();
        });
      },
      { realNow: () => now },
    );
    const open = (trigger_id: unknown) => callApi(slack, 'views.open', { trigger_id, view: modal([]) });
    await slack.as('U1').command('/lightspeed');
    await slack.as('U1').command('/lightspeed');

    const first = await open(triggers[0]);
    const second = await open(triggers[0]);
    now += 3001;
    const late = await open(triggers[1]);

    expect(first['ok']).toBe(true);
    expect(second['error']).toBe('exchanged_trigger_id');
    expect(late['error']).toBe('expired_trigger_id');
    expect((await open('no-such'))['error']).toBe('invalid_trigger_id');
  });

  test('a view that is too large, wrong, gone or twice the same is refused', async () => {
    const slack = await startHttpApp((app) => {
      app.command('/lightspeed', async ({ ack, client, command }) => {
        await ack();
        await client.views.open({
          trigger_id: command.trigger_id,
          view: modal([], { external_id: 'one' }) as never,
        });
      });
    });
    await slack.as('U1').command('/lightspeed');
    await slack.as('U2').command('/lightspeed');
    const opens = () => slack.traffic.log.filter(({ name }) => name === 'views.open');
    await slack.waitFor(() => opens().length === 2, 1000, 'both calls');
    const sections = Array(90).fill({ type: 'section', text: plain('x'.repeat(2900)) });
    const update = (id: string, view: unknown) => callApi(slack, 'views.update', { external_id: id, view });

    expect(
      opens()
        .map(({ verdict }) => verdict)
        .sort(),
    ).toEqual(['duplicate_external_id', 'ok']);
    expect((await update('one', modal(sections)))['error']).toBe('view_too_large');
    expect((await update('two', modal([])))['error']).toBe('not_found');
    expect(await update('one', { ...modal([]), title: plain('x'.repeat(25)) })).toEqual({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: {
        messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
      },
    });
  });
});

describe('blocks.validate', () => {
  test('needs no token and points inside its argument', async () => {
    const slack = await startWorkspace();
    const bad = [{ type: 'section', text: { type: 'invalid', text: 'x' } }];
    const validate = (args: object) => callApi(slack, 'blocks.validate', { ...args }, '');

    expect(await validate({ blocks: [{ type: 'divider' }] })).toEqual({ ok: true });
    expect(await validate({ blocks: JSON.stringify(bad) })).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [{ code: 'failed_constraint', message: 'unsupported type: invalid', pointer: '/0/text/type' }],
    });
    expect(await validate({ view: modal([], { title: plain('') }) })).toMatchObject({
      error: 'invalid_view',
      errors: [{ pointer: '/title/text' }],
    });
    expect(await validate({ blocks: bad, view: modal([]) })).toMatchObject({ error: 'invalid_arguments' });
  });
});
