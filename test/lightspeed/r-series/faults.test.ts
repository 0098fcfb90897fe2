import { describe, expect, test } from 'vitest';
import {
  AccessDeniedError,
  KeyRefusedError,
  LightspeedDownError,
  UnreadableAnswerError,
} from '../../../src/lightspeed/errors.ts';
import { accountBody, errorBodies, listBody, saleBody } from '../../../src/lightspeed/r-series/fixtures.ts';
import { type Answer, failureOf, startTill, startTillWith, textOf } from '../http/till.ts';
import { connect, JUNE_6, KEY } from './till.ts';

const good: Answer = { body: accountBody };
const HTML = '<html><body><h1>502 Bad Gateway</h1></body></html>';

describe('the status alone decides', () => {
  test.each([
    [401, KeyRefusedError, errorBodies[401]],
    [401, KeyRefusedError, HTML],
    [403, AccessDeniedError, errorBodies[401]],
    [400, UnreadableAnswerError, errorBodies[400]],
    [404, UnreadableAnswerError, errorBodies[404]],
    [405, UnreadableAnswerError, ''],
    [409, UnreadableAnswerError, ''],
    [422, UnreadableAnswerError, errorBodies[401]],
    [204, UnreadableAnswerError, ''],
  ])('%i is a %o and is not tried again', async (status, kind, body) => {
    const till = await startTillWith({
      status,
      body,
      headers: { 'content-type': 'text/html; charset=UTF-8' },
    });
    const { connector, slept } = connect(till);

    const error = await failureOf(connector.account());

    expect(error).toBeInstanceOf(kind);
    expect(error.message).toContain('GET /API/V3/Account/123456.json');
    expect(error.cause).toBeInstanceOf(Error);
    expect(till.asked).toHaveLength(1);
    expect(slept).toEqual([]);
  });

  test.each([301, 302, 307])('a redirect (%i) is never followed', async (status) => {
    const elsewhere = await startTillWith(good);
    const till = await startTillWith({ status, headers: { location: `${elsewhere.url}/` } });
    const { connector } = connect(till);

    expect(await failureOf(connector.account())).toBeInstanceOf(UnreadableAnswerError);
    expect(elsewhere.asked).toEqual([]);
  });

  test('JSON sent as text/html is read', async () => {
    const till = await startTillWith({ ...good, headers: { 'content-type': 'text/html; charset=UTF-8' } });
    const { connector } = connect(till);

    expect((await connector.account()).currency).toBe('CAD');
  });
});

describe('429', () => {
  test('waits as many seconds as Retry-After says, then goes on', async () => {
    const till = await startTillWith({ status: 429, headers: { 'retry-after': '3' } }, good);
    const { connector, slept } = connect(till);

    await connector.account();

    expect(slept).toEqual([3000]);
    expect(till.asked).toHaveLength(2);
  });

  test('waits until the date of Retry-After', async () => {
    const date = new Date('2021-06-07T00:00:09Z').toUTCString();
    const till = await startTillWith({ status: 429, headers: { 'retry-after': date } }, good);
    const { connector, slept } = connect(till);

    await connector.account();

    expect(slept).toEqual([9000]);
  });

  test('waits two seconds where nothing is said, and a minute at most', async () => {
    const till = await startTillWith(
      { status: 429 },
      { status: 429, headers: { 'retry-after': '86400' } },
      good,
    );
    const { connector, slept } = connect(till);

    await connector.account();

    expect(slept).toEqual([2000, 60_000]);
  });

  test('that does not end is Lightspeed being down, after six tries', async () => {
    const till = await startTillWith({ status: 429, headers: { 'retry-after': '1' } });
    const { connector } = connect(till);

    expect(await failureOf(connector.account())).toBeInstanceOf(LightspeedDownError);
    expect(till.asked).toHaveLength(6);
  });
});

describe('trouble that passes', () => {
  const troubles: [string, (end: () => void) => Answer | undefined][] = [
    ['an HTML 502', () => ({ status: 502, body: HTML, headers: { 'content-type': 'text/html' } })],
    ['a 503', () => ({ status: 503 })],
    ['a 500', () => ({ status: 500, body: errorBodies[400] })],
    ['JSON that was cut', () => ({ body: JSON.stringify(accountBody).slice(0, 60) })],
    ['an empty answer', () => ({ body: '' })],
    [
      'a broken connection',
      (end) => {
        end();
        return undefined;
      },
    ],
  ];

  test.each(troubles)('%s is tried again, with growing waits', async (_what, trouble) => {
    const till = await startTill((_asked, index, response) =>
      index < 3 ? trouble(() => response.socket?.destroy()) : good,
    );
    const { connector, slept } = connect(till);

    const account = await connector.account();

    expect(account.currency).toBe('CAD');
    expect(slept).toEqual([250, 500, 1000]);
  });

  test.each(troubles)('%s that stays is given up after four tries', async (what, trouble) => {
    const till = await startTill((_asked, _index, response) => trouble(() => response.socket?.destroy()));
    const { connector } = connect(till);

    const error = await failureOf(connector.account());

    const unreadable = what === 'JSON that was cut' || what === 'an empty answer';
    expect(error).toBeInstanceOf(unreadable ? UnreadableAnswerError : LightspeedDownError);
    expect(error.cause).toBeInstanceOf(Error);
    expect(till.asked).toHaveLength(4);
  });

  test('no server at all is Lightspeed being down', async () => {
    const { connector, slept } = connect({ url: 'http://127.0.0.1:1' });

    expect(await failureOf(connector.account())).toBeInstanceOf(LightspeedDownError);
    expect(slept).toHaveLength(3);
  });

  test('an answer that does not come in time is tried again', async () => {
    const till = await startTill((_asked, index) => (index === 0 ? undefined : good));
    const { connector } = connect(till, { timeoutMs: 100 });

    expect((await connector.account()).currency).toBe('CAD');
    expect(till.asked).toHaveLength(2);
  });

  test('so is one whose body stops half way', async () => {
    const till = await startTill((_asked, index, response) => {
      if (index > 0) return good;
      response.writeHead(200).write('{"name":');
      return undefined;
    });
    const { connector } = connect(till, { timeoutMs: 100 });

    expect((await connector.account()).currency).toBe('CAD');
  });
});

describe('an answer that cannot be read', () => {
  test('HTML with status 200 is refused at once', async () => {
    const till = await startTillWith({ body: HTML });
    const { connector } = connect(till);

    const error = await failureOf(connector.account());

    expect(error).toBeInstanceOf(UnreadableAnswerError);
    expect(error.cause).toBeInstanceOf(SyntaxError);
    expect(till.asked).toHaveLength(1);
  });

  test('a giant one is refused without being held', async () => {
    let sent = 0;
    const till = await startTill((_asked, _index, response) => {
      response.writeHead(200);
      const pour = () => {
        while (!response.destroyed && sent < 500_000_000) {
          sent += 65_536;
          if (!response.write('x'.repeat(65_536))) break;
        }
      };
      response.on('drain', pour);
      pour();
      return undefined;
    });
    const { connector } = connect(till, { maxBytes: 1_000_000 });

    const error = await failureOf(connector.account());

    expect(error).toBeInstanceOf(UnreadableAnswerError);
    expect(sent).toBeLessThan(50_000_000);
    expect(till.asked).toHaveLength(1);
  });
});

test('no error shows the key, whatever the server does with it', async () => {
  const authorization = `Basic ${Buffer.from(`${KEY}:apikey`).toString('base64')}`;
  const echo = `${KEY} ${authorization}`;
  const answers: Answer[] = [
    ...[400, 401, 403, 404, 429, 500].map((status) => ({
      status,
      body: { message: echo },
      headers: { 'x-echo': echo },
    })),
    { status: 302, headers: { location: `http://127.0.0.1/?key=${KEY}` } },
    { body: echo },
    { body: `{"${echo}` },
    { body: { [KEY]: echo } },
    { body: listBody('Sale', [saleBody({ completed: echo, saleID: echo })]) },
    { body: listBody('Sale', [saleBody({ total: echo })]) },
    { body: listBody('Sale', [saleBody({ completeTime: echo })]) },
    { body: listBody('Sale', [saleBody()], `https://${KEY}.example/${KEY}?key=${KEY}`) },
    { body: listBody('Sale', [saleBody()], `/${KEY}?key=${KEY}`) },
  ];

  for (const answer of answers) {
    const till = await startTillWith(answer);
    const { connector } = connect(till);
    const error = await failureOf(Array.fromAsync(connector.sales(JUNE_6)));
    expect(textOf(error)).not.toContain(KEY);
    expect(textOf(error)).not.toContain(authorization.slice(6));
  }
});

test('requests are told with their path only, those without an answer too', async () => {
  const till = await startTill((_asked, index, response) => {
    if (index > 0) return { body: listBody('Sale', [saleBody()]) };
    response.socket?.destroy();
    return undefined;
  });
  const told: unknown[] = [];
  const { connector } = connect(till, { onRequest: (request) => told.push(request) });

  await Array.fromAsync(connector.sales(JUNE_6));

  const name = 'GET /API/V3/Account/123456/Sale.json';
  expect(told).toEqual([
    { name, status: null, ms: 0 },
    { name, status: 200, ms: 0 },
  ]);
});
