import { expect, test, vi } from 'vitest';
import { DeliveryError } from '../../src/slack/delivery.ts';
import { createReaders } from '../../src/slack/readers.ts';
import { RecordingDelivery } from '../support/recording-delivery.ts';
import { silent } from '../support/silent.ts';

const someone = { workspaceId: 'T1', userId: 'U1' };

function readersOf(locale: string | null) {
  const delivery = new RecordingDelivery(() => 0);
  delivery.people.set('U1', { locale });
  return { delivery, readers: createReaders({ delivery, logger: silent }) };
}

test('the language of a person is that of their Slack', async () => {
  const { readers } = readersOf('nl-NL');

  expect(await readers.spokenBy(someone)).toBe('nl');
});

test('nobody is asked at once: what was heard before is said, else the workspace’s, else English', async () => {
  const { readers } = readersOf('nl-NL');

  const unknown = readers.atOnce(someone);
  readers.note({ _id: 'T1', language: 'nl' });
  const ofWorkspace = readers.atOnce({ workspaceId: 'T1', userId: 'U2' });
  const ofOther = readers.atOnce({ workspaceId: 'T2', userId: 'U2' });
  readers.note({ _id: 'T1', language: 'en' });
  await readers.spokenBy(someone);

  expect([unknown, ofWorkspace, ofOther]).toEqual(['en', 'nl', 'en']);
  expect(readers.atOnce(someone)).toBe('nl');
});

test('a person of the same id in another workspace is another person', async () => {
  const { readers } = readersOf('nl-NL');

  await readers.spokenBy(someone);

  expect(readers.atOnce({ ...someone, workspaceId: 'T2' })).toBe('en');
});

test('a language that Daybook does not speak is none', async () => {
  const { readers } = readersOf('fr-FR');

  expect(await readers.spokenBy(someone)).toBeUndefined();
});

test('a change of language is followed', async () => {
  const { delivery, readers } = readersOf('nl-NL');

  await readers.spokenBy(someone);
  delivery.people.set('U1', { locale: 'en-GB' });

  expect(await readers.spokenBy(someone)).toBe('en');
});

test('that Slack fails leaves what was known', async () => {
  const { delivery, readers } = readersOf('nl-NL');
  await readers.spokenBy(someone);

  vi.spyOn(delivery, 'person').mockRejectedValue(new DeliveryError('users.info', 'not-done', 'ratelimited'));

  expect(await readers.spokenBy(someone)).toBe('nl');
  expect(await readers.spokenBy({ ...someone, userId: 'U2' })).toBeUndefined();
});

test('a person does not wait longer than a second for their language', async () => {
  const { delivery, readers } = readersOf('nl-NL');
  vi.spyOn(delivery, 'person').mockReturnValue(new Promise(() => undefined));
  const begun = performance.now();

  const spoken = await readers.spokenBy(someone);

  expect(spoken).toBeUndefined();
  expect(performance.now() - begun).toBeLessThan(1_900);
});
