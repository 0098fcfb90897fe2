import { expect, test } from 'vitest';
import { words } from '../../views/help/blocks.ts';
import { ask, modalSaying } from '../story/support/look.ts';
import { openScene } from '../story/support/scene.ts';

test.each(['/lightspeed', '/lightspeed help', '/lightspeed HELP', '/lightspeed hulp', '/lightspeed   '])(
  '"%s" tells what there is, to the person alone',
  async (line) => {
    const scene = await openScene();

    const help = await ask(scene, line);

    expect(help.isEphemeral).toBe(true);
    expect(help.text).toContain('What Daybook can do');
    expect(help.text).not.toContain('I do not know');
    expect(scene.member.seen('general')).toEqual([]);
  },
);

test('the button of the help tells everything in its place', async () => {
  const scene = await openScene();
  const help = await ask(scene, '/lightspeed help');

  await scene.manager.click(help, 'Everything it can do');

  const whole = await scene.slack.waitFor(
    () => scene.manager.seen('general').find(({ words }) => words.includes('reconcile 4210.50')),
    5_000,
    'the whole help',
  );
  expect(whole.words).toContain('Which report should match');
  expect(scene.manager.seen('general')).toHaveLength(1);
});

test('a word that is none is repeated, with the one that was probably meant', async () => {
  const scene = await openScene();

  const { text } = await ask(scene, '/lightspeed sttaus please');

  expect(text).toContain('I do not know `/lightspeed sttaus`.');
  expect(text).toContain('Did you mean `/lightspeed status`?');
});

test('a word may be written in capitals and with spaces around', async () => {
  const scene = await openScene();

  await scene.manager.command('/lightspeed   LINK  ', { channel: 'general' });

  await modalSaying(scene, 'API key');
});

test.each(words.filter((word) => word !== 'help'))(
  '/lightspeed %s answers before anything is set up',
  async (word) => {
    const scene = await openScene();

    const outcome = await scene.manager.command(`/lightspeed ${word}`, { channel: 'general' });

    expect(outcome).toEqual({ acked: true });
    await scene.slack.waitFor(
      () => {
        const modal = scene.manager.modal();
        const isFilled = modal !== undefined && !modal.words.includes('One moment');
        return isFilled || scene.manager.seen('general').length > 0;
      },
      5_000,
      'an answer',
    );
  },
);

test.each([
  '2024-05-01',
  'may 2024',
  'mei 2024',
  'last week',
  '2024-05-01 2024-05-31',
  '1 may 2024..3 may 2024',
])('/lightspeed import reads "%s" as /turnover does', async (days) => {
  const scene = await openScene();

  const { text } = await ask(scene, `/lightspeed import ${days}`);

  expect(text).toContain('No Lightspeed account is linked');
});

test('/lightspeed import says of what is no day how days are written', async () => {
  const scene = await openScene();

  const { text } = await ask(scene, '/lightspeed import soonish');

  expect(text).toContain('soonish');
  expect(text).not.toContain('No Lightspeed account');
});

test('commands work in the conversation with the app and in a channel without it', async () => {
  const scene = await openScene();

  for (const channel of ['app', 'general']) {
    await scene.manager.command('/turnover', { channel });
    await scene.slack.waitFor(() => scene.manager.seen(channel).length > 0, 5_000, `an answer in ${channel}`);
  }
});
