import { expect, test } from 'vitest';
import { createLogger } from '../../src/logger.ts';
import { slackLogger } from '../../src/slack/slack-logger.ts';

function recorded() {
  const lines: string[] = [];
  const logger = createLogger('trace', { write: (line) => lines.push(line) });
  return { lines, logger, library: slackLogger(logger) };
}

const secret = 'planted-secret-0123456789';
const envelope = JSON.stringify({
  payload: { view: { state: { values: { key: { input: { value: secret } } } } } },
});

test('what a library says for debugging is dropped: it holds whole payloads', () => {
  const { lines, library } = recorded();

  library.debug('Received a message', envelope);
  library.info(envelope);

  expect(lines).toEqual([]);
});

test('objects that a library logs are dropped, and its words are kept', () => {
  const { lines, library } = recorded();

  library.warn('the socket closed', { body: secret }, [secret], 3);
  library.error('it failed', { token: secret });

  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('the socket closed');
  expect(lines.join('')).not.toContain(secret);
});

test.each([
  ['a bot token', 'xoxb-123-456-abcDEF'],
  ['an app token', 'xapp-1-A1-2-abcdef'],
  ['a rotated token', 'xoxe.xoxb-1-abcdefABCDEF'],
  ['a bearer header', 'Bearer abc.def-ghi'],
  ['a login in an address', 'alice:pa55word'],
])('%s in a text is hidden', (_name, text) => {
  const { lines, library } = recorded();
  const sentence = text.includes('alice') ? `mongodb://${text}@db.example/x` : `sent ${text} to Slack`;

  library.warn(sentence);
  library.error(new Error(sentence));

  expect(lines).toHaveLength(2);
  expect(lines.join('')).not.toContain(text);
});

test('a library cannot make our logs louder', () => {
  const { lines, library } = recorded();

  library.setLevel('debug' as never);
  library.debug('noise');

  expect(lines).toEqual([]);
  expect(library.getLevel()).toBe('warn');
});

test.each(['key', 'token', 'botToken', 'authorization', 'password', 'secret'])(
  'a field called %s is never logged, up to two levels deep',
  (field) => {
    const { lines, logger } = recorded();

    logger.info({ [field]: secret }, 'one');
    logger.info({ link: { [field]: secret } }, 'two');
    logger.info({ a: { b: { [field]: secret } } }, 'three');

    expect(lines.join('')).not.toContain(secret);
  },
);

test('an error is logged by its words and causes, not by what hangs on it', () => {
  const { lines, logger } = recorded();
  const error = Object.assign(new Error('no answer', { cause: new Error('xoxb-1-2-abc was refused') }), {
    request: { body: secret },
  });

  logger.error({ err: error }, 'it failed');

  expect(lines[0]).toContain('no answer');
  expect(lines[0]).toContain('was refused');
  expect(lines[0]).not.toContain(secret);
  expect(lines[0]).not.toContain('xoxb-1-2-abc');
});
