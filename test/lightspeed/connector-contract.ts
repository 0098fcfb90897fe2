import { describe, expect, test } from 'vitest';
import type { Connector, SalesWindow, StoreOfAccount } from '../../src/lightspeed/connector.ts';
import {
  AccessDeniedError,
  KeyRefusedError,
  LightspeedDownError,
  LightspeedError,
  UnreadableAnswerError,
} from '../../src/lightspeed/errors.ts';
import type { ConnectorKit, ContractSale } from './connector-kit.ts';
import { type Answer, type Asked, failureOf, pour, startTill, startTillWith, textOf } from './http/till.ts';

const HTML = '<html><body><h1>502 Bad Gateway</h1></body></html>';
const hour = 3_600_000;

/** What Daybook relies on, whichever till it reads. A new connector is done when this holds for it. */
export function connectorContract(series: string, kit: ConnectorKit): void {
  const { connect, window, storeIds } = kit;
  const [one, other] = storeIds;
  const at = (offset: number) => new Date(window.start + offset).toISOString().replace('.000Z', 'Z');
  const sale = (id: string, over: Partial<ContractSale> = {}): ContractSale => ({
    id,
    storeId: one,
    at: at(12 * hour),
    gross: '121.00',
    tax: '21.00',
    standing: 'counts',
    ...over,
  });
  const tillWith = (sales: ContractSale[], size = 100) =>
    startTill((asked) => kit.answer(asked, { sales, size }));
  const read = (connector: Connector, over: Partial<SalesWindow> = {}) =>
    Array.fromAsync(connector.sales({ ...window, ...over })).then((pages) => pages.flat());
  const good = (asked: Asked) => kit.answer(asked, { size: 100 });

  describe(`${series}: what is told`, () => {
    test('the account', async () => {
      const { connector } = connect(await startTill(good));

      expect(await connector.account()).toEqual(kit.account);
    });

    test('every store of every page, closed ones too', async () => {
      const stores = storeIds.map((id, index) => ({
        id,
        name: `Store ${index}`,
        zone: 'Europe/Amsterdam',
        archived: index === 1,
      }));
      const { connector } = connect(await startTill((asked) => kit.answer(asked, { stores, size: 1 })));

      const told = await connector.stores();

      const shown = ({ id, name, zone, archived }: StoreOfAccount) => ({ id, name, zone, archived });
      expect(told.map(shown)).toEqual(stores);
    });

    test('sales from the start of the window up to its end, which is excluded', async () => {
      const length = window.end - window.start;
      const { connector } = connect(
        await tillWith([
          sale('11', { at: at(-1_000) }),
          sale('12', { at: at(0) }),
          sale('13', { at: at(length - 1_000) }),
          sale('14', { at: at(length) }),
        ]),
      );

      const sales = await read(connector);

      expect(sales.map(({ id, completedAt }) => [id, completedAt])).toEqual([
        ['12', window.start],
        ['13', window.end - 1_000],
      ]);
    });

    test('sales of the stores asked for alone', async () => {
      const { connector } = connect(await tillWith([sale('11'), sale('12', { storeId: other })]));

      expect((await read(connector, { storeIds: [other] })).map(({ id }) => id)).toEqual(['12']);
    });

    test('nothing, and nothing is asked, where nothing can come', async () => {
      const till = await tillWith([sale('11')]);
      const { connector } = connect(till);

      expect(await read(connector, { end: window.start })).toEqual([]);
      expect(await read(connector, { storeIds: [] })).toEqual([]);
      expect(till.asked).toEqual([]);
    });

    test('amounts to the last minor unit of the currency, refunds below zero', async () => {
      const sales = [
        sale('11', { gross: '0.29', tax: '0.05' }),
        sale('12', { gross: '-1234567.89', tax: '-0.01' }),
      ];
      const { connector } = connect(await tillWith(sales));

      const cents = await read(connector, { currency: 'EUR' });
      const fils = await read(
        connect(await tillWith([sale('11', { gross: '1.234', tax: '0.001' })])).connector,
        {
          currency: 'KWD',
        },
      );

      expect(cents).toMatchObject([
        { gross: 29, tax: 5 },
        { gross: -123_456_789, tax: -1 },
      ]);
      expect(fils).toMatchObject([{ gross: 1_234, tax: 1 }]);
    });

    test('voided and archived sales as such, and no open one as turnover', async () => {
      const standings = ['counts', 'voided', 'archived', 'open'] as const;
      const { connector } = connect(
        await tillWith(standings.map((standing, index) => sale(String(11 + index), { standing }))),
      );

      const sales = await read(connector);

      const told = sales.filter(({ standing }) => standing !== 'open');
      expect(told.map(({ id, standing }) => [id, standing])).toEqual([
        ['11', 'counts'],
        ['12', 'voided'],
        ['13', 'archived'],
      ]);
    });
  });

  test(`${series}: where the till tells what is still open, that is all it tells there`, async () => {
    const sales = [sale('11', { standing: 'open' }), sale('12'), sale('13', { standing: 'voided' })];
    const { connector } = connect(await tillWith(sales));

    const pages = await Array.fromAsync(connector.openSales?.(window) ?? []);

    const expected = connector.openSales ? [{ id: '11', standing: 'open', completedAt: null }] : [];
    expect(pages.flat()).toMatchObject(expected);
  });

  describe(`${series}: pages`, () => {
    const many = Array.from({ length: 250 }, (_, index) => sale(String(index + 1)));

    test('are read to the end, each sale once', async () => {
      const { connector } = connect(await tillWith(many));

      expect((await read(connector)).map(({ id }) => id)).toEqual(many.map(({ id }) => id));
    });

    test('are asked for when the one before has been taken', async () => {
      const till = await tillWith(many);

      await connect(till).connector.sales(window)[Symbol.asyncIterator]().next();

      expect(till.asked).toHaveLength(1);
    });

    test('of which one fails end in an error: what was read so far is not all', async () => {
      const till = await startTill((asked, index) =>
        index === 0 ? kit.answer(asked, { sales: many, size: 100 }) : { status: 404 },
      );

      expect(await failureOf(read(connect(till).connector))).toBeInstanceOf(UnreadableAnswerError);
    });

    test('that hold a sale twice are refused: another one may be missing', async () => {
      const till = await startTillWith({ body: kit.salesPage([sale('11'), sale('12'), sale('11')]) });

      expect(await failureOf(read(connect(till).connector))).toBeInstanceOf(UnreadableAnswerError);
    });
  });

  describe(`${series}: the status alone decides`, () => {
    test.each([
      [401, KeyRefusedError] as const,
      [403, AccessDeniedError] as const,
      ...[204, 400, 404, 405, 409, 422].map((status) => [status, UnreadableAnswerError] as const),
    ])('%i is a %o, whatever the body says, and is not tried again', async (status, kind) => {
      for (const body of ['', HTML, ...kit.errorBodies]) {
        const till = await startTillWith({ status, body: status === 204 ? '' : body });
        const { connector, slept } = connect(till);

        const error = await failureOf(connector.account());

        expect(error).toBeInstanceOf(kind);
        expect(error.message).toMatch(/GET \/\S+/);
        expect(error.cause).toBeInstanceOf(Error);
        expect(till.asked).toHaveLength(1);
        expect(slept).toEqual([]);
      }
    });

    test.each([301, 302, 307, 308])('a redirect (%i) is never followed', async (status) => {
      const elsewhere = await startTill(good);
      const till = await startTillWith({ status, headers: { location: `${elsewhere.url}/` } });

      expect(await failureOf(connect(till).connector.account())).toBeInstanceOf(UnreadableAnswerError);
      expect(elsewhere.asked).toEqual([]);
    });
  });

  describe(`${series}: 429`, () => {
    const tooMany: Answer = { status: 429, headers: { 'retry-after': '3' } };

    test('waits as many seconds as Retry-After says, then goes on', async () => {
      const till = await startTill((asked, index) => (index === 0 ? tooMany : good(asked)));
      const { connector, slept } = connect(till);

      expect(await connector.account()).toEqual(kit.account);
      expect(slept).toEqual([3_000]);
    });

    test('that does not end is Lightspeed being down, after six tries', async () => {
      const till = await startTillWith(tooMany);

      expect(await failureOf(connect(till).connector.account())).toBeInstanceOf(LightspeedDownError);
      expect(till.asked).toHaveLength(6);
    });
  });

  describe(`${series}: trouble that passes`, () => {
    type Trouble = (asked: Asked, end: () => void) => Answer | undefined;
    const troubles: [
      what: string,
      Trouble,
      kind: typeof LightspeedDownError | typeof UnreadableAnswerError,
    ][] = [
      ['a 500', () => ({ status: 500, body: { error: 'Invalid key' } }), LightspeedDownError],
      ['an HTML 502', () => ({ status: 502, body: HTML }), LightspeedDownError],
      ['a 503', () => ({ status: 503 }), LightspeedDownError],
      [
        'a body that was cut',
        (asked) => ({ body: JSON.stringify(good(asked).body).slice(0, 40) }),
        UnreadableAnswerError,
      ],
      ['an empty answer', () => ({ body: '' }), UnreadableAnswerError],
      [
        'a broken connection',
        (_asked, end) => {
          end();
          return undefined;
        },
        LightspeedDownError,
      ],
    ];

    test.each(troubles)('%s is tried again, with growing waits', async (_what, trouble) => {
      const till = await startTill((asked, index, response) =>
        index < 3 ? trouble(asked, () => response.socket?.destroy()) : good(asked),
      );
      const { connector, slept } = connect(till);

      expect(await connector.account()).toEqual(kit.account);
      expect(slept).toEqual([250, 500, 1_000]);
    });

    test.each(troubles)('%s that stays is given up after four tries', async (_what, trouble, kind) => {
      const till = await startTill((asked, _index, response) =>
        trouble(asked, () => response.socket?.destroy()),
      );

      const error = await failureOf(connect(till).connector.account());

      expect(error).toBeInstanceOf(kind);
      expect(error.cause).toBeInstanceOf(Error);
      expect(till.asked).toHaveLength(4);
    });

    test('no server at all is Lightspeed being down', async () => {
      const { connector, slept } = connect({ url: 'http://127.0.0.1:1' });

      expect(await failureOf(connector.account())).toBeInstanceOf(LightspeedDownError);
      expect(slept).toHaveLength(3);
    });

    test('an answer that does not come in time, or stops half way, is tried again', async () => {
      const till = await startTill((asked, index, response) => {
        if (index > 1) return good(asked);
        if (index === 1) response.writeHead(200).write('{"name":');
        return undefined;
      });

      expect(await connect(till, { timeoutMs: 100 }).connector.account()).toEqual(kit.account);
      expect(till.asked).toHaveLength(3);
    });
  });

  describe(`${series}: what cannot be read is refused at once`, () => {
    test.each([
      ['HTML', HTML] as const,
      ['null', null] as const,
      ['a list', []] as const,
      ['an empty object', {}] as const,
      ...kit.wrongShapes,
    ])('%s', async (_what, body) => {
      const till = await startTillWith({ body: typeof body === 'string' ? body : JSON.stringify(body) });

      const error = await failureOf(read(connect(till).connector));

      expect(error).toBeInstanceOf(UnreadableAnswerError);
      expect(error.message).toMatch(/GET \/\S+/);
      expect(till.asked).toHaveLength(1);
    });

    test('a giant answer, without being held', async () => {
      const poured = { bytes: 0 };
      const till = await startTill((_asked, _index, response) => {
        pour(response, poured);
        return undefined;
      });

      const error = await failureOf(read(connect(till, { maxBytes: 1_000_000 }).connector));

      expect(error).toBeInstanceOf(UnreadableAnswerError);
      expect(poured.bytes).toBeLessThan(50_000_000);
      expect(till.asked).toHaveLength(1);
    });
  });

  test(`${series}: no error shows the key, whatever the server does with it`, async () => {
    const { key, onTheWire } = kit;
    const echo = `${key} ${onTheWire}`;
    const answers: Answer[] = [
      ...[400, 401, 403, 404, 429, 500].map((status) => ({
        status,
        body: { message: echo, error: echo },
        headers: { 'x-echo': echo, 'retry-after': echo },
      })),
      { status: 302, headers: { location: `http://127.0.0.1/?key=${key}` } },
      { body: echo },
      { body: `{"${echo}` },
      { body: { [key]: echo } },
      ...kit.echoes(echo),
    ];

    for (const answer of answers) {
      const till = await startTillWith(answer);

      const error = await failureOf(read(connect(till).connector));

      expect(error).toBeInstanceOf(LightspeedError);
      expect(textOf(error)).not.toContain(key);
      expect(textOf(error)).not.toContain(onTheWire);
    }
  });
}
