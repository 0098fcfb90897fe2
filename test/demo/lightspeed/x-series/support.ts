import { afterEach } from 'vitest';
import type { XSeriesOptions } from '../../../../demo/lightspeed/x-series/server.ts';
import { startXSeries, type XSeries } from '../../../../demo/lightspeed/x-series/server.ts';

const running: XSeries[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((standIn) => standIn.close()));
});

export const june = Date.parse('2024-06-01T00:00:00Z');

/** A stand-in that is closed after the test. The clock stands at 1 June 2024 unless told otherwise. */
export const start = async (
  options: Omit<XSeriesOptions, 'clock'> & { clock?: () => number },
): Promise<XSeries> => {
  const standIn = await startXSeries({ clock: () => june, ...options });
  running.push(standIn);
  return standIn;
};

/** Asks with the token of a hand-made world. */
export const ask = (standIn: XSeries, path: string, headers: Record<string, string> = {}) =>
  fetch(standIn.url + path, {
    headers: { Authorization: 'Bearer lsxs_pt_hand', 'User-Agent': 'test', ...headers },
  });

type Row = Record<string, unknown>;
export type Body = { data: Row[]; version?: { min: number | null; max: number | null } };

const read = async <Shape>(standIn: XSeries, path: string, token?: string): Promise<Shape> => {
  const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const response = await ask(standIn, path, headers);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  // The tests look at single keys; what is missing shows as a failed expectation.
  return (await response.json()) as Shape;
};

export const askList = (standIn: XSeries, path: string, token?: string) => read<Body>(standIn, path, token);

export const askOne = async (standIn: XSeries, path: string): Promise<Row> =>
  (await read<{ data: Row }>(standIn, path)).data;

/** Follows the version cursor to the end. */
export const allSales = async (standIn: XSeries, pageSize: number, after = 0): Promise<Row[]> => {
  const page = await askList(standIn, `/api/2.0/sales?page_size=${pageSize}&after=${after}`);
  const max = page.version?.max;
  if (max === null || max === undefined) return page.data;
  return [...page.data, ...(await allSales(standIn, pageSize, max))];
};

export const invoices = (rows: readonly Row[]) => rows.map((row) => row['invoice_number']);

export const auckland = {
  shopID: 'b1e04bd8-f019-11e3-a0f5-b8ca3a64f8f4',
  name: 'Auckland',
  timeZone: 'Pacific/Auckland',
};
export const sydney = {
  shopID: '06bf537b-c783-11e6-f6b9-53a81bd6b215',
  name: 'Sydney',
  timeZone: 'Australia/Sydney',
};
