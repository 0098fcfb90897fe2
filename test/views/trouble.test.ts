import { expect, test } from 'vitest';
import { languages } from '../../src/language/format.ts';
import { DeliveryError } from '../../src/slack/delivery.ts';
import { troubleText } from '../../views/trouble.ts';

const said = (method: string, language: 'en' | 'nl' = 'en') =>
  troubleText(new DeliveryError(method, 'refused', 'some_code'), 'e1', language);

test('what Slack did not do is said, and whether the deed may be done all the same', () => {
  expect(said('users.info')).toBe(
    'Slack did not say who you are, so nothing was done. Try again in a moment.',
  );
  expect(said('chat.postMessage')).toMatch(/did not take a message.*may be done all the same/);
  expect(said('chat.update')).toMatch(/change one of its messages.*may be done all the same/);
  expect(said('files.upload')).toMatch(/did not do what Daybook asked.*may be done all the same/);
});

test.each(languages)('no code of Slack or ours is in it (%s)', (language) => {
  for (const method of ['users.info', 'chat.postMessage', 'chat.update', 'files.upload']) {
    expect(said(method, language)).not.toMatch(/some_code|users\.info|chat\.|e1|Error/);
  }
});
