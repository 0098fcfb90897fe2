import { afterEach, expect, test, vi } from 'vitest';
import { chooseOfDay } from './support/days.ts';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { openScene } from './support/scene.ts';
import { imported } from './support/setup.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const slackWasSlow = 'Slack was slow, so the form did not open. Try again:';

test('a form for which the trigger has expired is offered by a button, and that opens it', async () => {
  let skew = 0;
  const realNow = () => Date.now() + skew;
  const scene = await openScene({ slack: { realNow }, tolerated: { verdicts: ['expired_trigger_id'] } });
  await imported(scene);
  scene.slack.faults.add({ kind: 'delay', method: 'views.open', ms: 400 });
  await scene.manager.command('/lightspeed map', { channel: 'general' });
  skew = 10_000;

  const told = await scene.slack.waitFor(() => scene.manager.seen('general')[0], 5_000, 'an answer');
  skew = 0;
  await scene.manager.click(told, 'Open the form');

  expect(told.text).toBe(slackWasSlow);
  expect(told.isEphemeral).toBe(true);
  expect((await modalSaying(scene, 'Which department')).submit).toBe('Save');
});

test.each([
  ['link', 'API key'],
  ['departments', 'New department'],
  ['settings', 'Hour of the digest'],
  ['unlink', 'Unlink *'],
])('the button after a failed /lightspeed %s opens that form', async (word, words) => {
  const scene = await openScene({ tolerated: { verdicts: ['rate_limited'] } });
  await imported(scene);
  scene.slack.faults.add({ kind: 'rate_limited', method: 'views.open' });

  const told = await ask(scene, `/lightspeed ${word}`);
  await scene.manager.click(told, 'Open the form');

  await modalSaying(scene, words);
});

test('a command is acknowledged in time though Slack does not say who the person is', async () => {
  const scene = await openScene({ tolerated: { verdicts: ['hang'] } });
  await imported(scene);
  forgetPeople();
  scene.slack.faults.add({ kind: 'hang', method: 'users.info' });
  const begun = performance.now();

  const outcome = await scene.manager.command('/turnover', { channel: 'general' });
  const took = performance.now() - begun;
  const told = await scene.slack.waitFor(() => scene.manager.seen('general')[0], 5_000, 'an answer');

  expect(outcome.acked).toBe(true);
  expect(took).toBeLessThan(1_000);
  expect(told.text).toContain('Slack did not say who you are, so nothing was done.');
});

test.each([
  ['settings', 'Hour of the digest'],
  ['unlink', 'Unlink *'],
  ['map', 'Which department'],
])(
  'a submitted %s form is answered in time though Slack does not say who the person is',
  async (word, words) => {
    const scene = await openScene({ tolerated: { verdicts: ['hang'] } });
    await imported(scene);
    await scene.manager.command(`/lightspeed ${word}`, { channel: 'general' });
    const form = await modalSaying(scene, words);
    forgetPeople();
    scene.slack.faults.add({ kind: 'hang', method: 'users.info' });

    const outcome = await scene.manager.submit(form);

    expect(outcome.acked).toBe(true);
    await modalSaying(scene, 'Slack did not say who you are');
    expect((await scene.connection.collection('links').findOne())?.['state']).toBe('active');
  },
);

test.each([
  ['Reconcile…', 'Amount in the other report', '220'],
  ['Enter a figure by hand…', 'Why', 'Till was down'],
])('a submitted form “%s” is answered in time too', async (entry, label, typed) => {
  const scene = await openScene({ tolerated: { verdicts: ['hang'] } });
  await imported(scene);
  await chooseOfDay(scene, { day: '2025-11-12', entry });
  const form = await modalSaying(scene, label);
  await scene.manager.type(form, label, typed);
  if (label === 'Why') {
    await scene.manager.select(form, 'Store', 'Rotterdam');
    await scene.manager.type(form, 'Turnover incl. VAT', '12');
    await scene.manager.type(form, 'VAT in it', '2');
  }
  forgetPeople();
  scene.slack.faults.add({ kind: 'hang', method: 'users.info' });

  const outcome = await scene.manager.submit(form);

  expect(outcome.acked).toBe(true);
  await modalSaying(scene, 'Slack did not say who you are');
});

test('a form of which Slack did not say that it opened is filled all the same', async () => {
  const scene = await openScene({ tolerated: { verdicts: ['accept_then_drop'] } });
  await imported(scene);
  scene.slack.faults.add({ kind: 'accept_then_drop', method: 'views.open' });

  await scene.manager.command('/lightspeed settings', { channel: 'general' });

  await modalSaying(scene, 'Hour of the digest');
  expect(scene.manager.seen('general')).toEqual([]);
});

test('a form that cannot be filled because Slack drops the update does not take the process down', async () => {
  const scene = await openScene({ tolerated: { verdicts: ['unavailable'] } });
  await imported(scene);
  scene.slack.faults.add({ kind: 'unavailable', method: 'views.update', times: 2 });

  await scene.manager.command('/lightspeed settings', { channel: 'general' });
  await scene.slack.waitFor(
    () => scene.slack.traffic.log.filter(({ verdict }) => verdict === 'unavailable').length === 2,
    5_000,
    'both refusals',
  );
  const { text } = await ask(scene, '/turnover');

  expect(modalOf(scene.manager).words).toBe('One moment…');
  expect(text).toContain('Turnover 2025-11-12');
});

test('an event that Slack delivers twice publishes Home without harm', async () => {
  const scene = await openScene();
  await imported(scene);
  scene.slack.faults.add({ kind: 'duplicate_event' });

  const outcome = await scene.manager.openHome();

  expect(outcome.acked).toBe(true);
  const home = await scene.slack.waitFor(() => scene.manager.home(), 3_000, 'the Home tab');
  expect(home.words).toContain('All is well.');
});

/** Lets so much time pass that who a person is must be asked again. */
function forgetPeople(): void {
  const real = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => real() + 61_000);
}
