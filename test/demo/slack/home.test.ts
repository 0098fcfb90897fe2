import { expect, test } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { callApi, plain, present, startHttpApp, startSocketApp, startWorkspace } from './support.ts';

const home = (text: string) => ({
  type: 'home' as const,
  blocks: [
    {
      type: 'section',
      text: plain(text),
      accessory: { type: 'button', action_id: 'again', text: plain('Refresh') },
    },
  ],
});

test.each([
  ['HTTP', startHttpApp],
  ['Socket Mode', startSocketApp],
] as const)('Home is published when it is opened, and again by its button, over %s', async (_name, start) => {
  let count = 0;
  const slack = await start((app) => {
    app.event('app_home_opened', async ({ event, client }) => {
      await client.views.publish({ user_id: event.user, view: home(`opened ${++count}`) as never });
    });
    app.action('again', async ({ ack, body, client }) => {
      await ack();
      await client.views.publish({ user_id: body.user.id, view: home('refreshed') as never });
    });
  });
  const ada = slack.as('U1');

  await ada.openHome();
  const opened = await slack.waitFor(() => ada.home(), 1000, 'Home');
  await ada.click(opened, 'Refresh');
  await slack.waitFor(() => ada.home()?.words.includes('refreshed'), 1000, 'Home');
  const refreshed = ada.home();

  expect(opened.words).toContain('opened 1');
  expect(refreshed?.id).toBe(opened.id);
  expect(slack.as('U2').home()).toBeUndefined();
});

test('the manifest decides whether there is a Home tab', async () => {
  const features = {
    ...manifest.features,
    app_home: { home_tab_enabled: false, messages_tab_enabled: true },
  };
  const slack = await startWorkspace({ manifest: { ...manifest, features } });

  const published = await callApi(slack, 'views.publish', { user_id: 'U1', view: home('x') });

  expect(published).toEqual({ ok: false, error: 'not_enabled' });
  await expect(slack.as('U1').openHome()).rejects.toThrow('The app has no home tab');
});

test('Home is not overwritten by one that read an older state', async () => {
  const slack = await startWorkspace();
  const first = await callApi(slack, 'views.publish', { user_id: 'U1', view: home('one') });
  const { hash } = present(first['view']) as { hash: string };
  await callApi(slack, 'views.publish', { user_id: 'U1', view: home('two') });

  const late = await callApi(slack, 'views.publish', { user_id: 'U1', hash, view: home('late') });

  expect(late['error']).toBe('hash_conflict');
  expect(slack.as('U1').home()?.words).toContain('two');
});

test('a modal is not a Home view', async () => {
  const slack = await startWorkspace();

  const refused = await callApi(slack, 'views.publish', {
    user_id: 'U1',
    view: { type: 'modal', title: plain('No'), blocks: [] },
  });

  expect(refused['error']).toBe('invalid_arguments');
});
