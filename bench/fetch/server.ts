import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { saleOf } from './sales.ts';

/**
 * `Sale.json` of R-Series (API V3) from memory and nothing else: the count of sales is the first part of the path, every
 * page holds 100, each sale all the fields that Lightspeed sends without relations. The pages of a count are made when it is
 * first asked for, so that who measures asks once before; those of a count that is too large to keep are made each time.
 */
const pageSize = 100;
const mostKept = 100_000;
const kept = new Map<number, Buffer[]>();
const rest =
  '"discountPercent":"0","completed":"true","archived":"false","voided":"false","enablePromotions":"true","isTaxInclusive":"true","referenceNumber":"","referenceNumberSource":"","tax1Rate":"0.21","tax2Rate":"0","change":"0","tipEnabled":"true","receiptPreference":"printed","displayableSubtotal":"0","calcDiscount":"0","calcNonTaxable":"0","calcAvgCost":"1","calcFIFOCost":"1","calcTips":"0","totalDue":"0","balance":"0","customerID":"0","discountID":"0","employeeID":"1","tipEmployeeID":"1","quoteID":"0","registerID":"1","shipToID":"0","taxCategoryID":"1"';

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const count = Number(/^\/(\d+)\/API\/V3\/Account\/1\/Sale\.json$/.exec(url.pathname)?.[1]);
  if (!Number.isInteger(count)) {
    response.writeHead(404).end();
    return;
  }
  const after = Number(url.searchParams.get('after') ?? 0);
  const list = `${url.origin}${url.pathname}`;
  const body = count > mostKept ? page(list, after, count) : pagesOf(list, count)[after / pageSize];
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': String(body?.byteLength ?? 0),
    'x-ls-api-bucket-level': '1/100000',
    'x-ls-api-drip-rate': '1000',
  });
  response.end(body);
});

function pagesOf(list: string, count: number): Buffer[] {
  const known = kept.get(count);
  if (known) return known;
  const pages = Array.from({ length: Math.ceil(count / pageSize) }, (_, index) =>
    page(list, index * pageSize, count),
  );
  kept.set(count, pages);
  return pages;
}

/** Slashes are escaped, as R-Series escapes them. */
function page(list: string, after: number, count: number): Buffer {
  const upTo = Math.min(after + pageSize, count);
  const rows = Array.from({ length: upTo - after }, (_, index) => row(after + index, count));
  const next = JSON.stringify(upTo < count ? `${list}?after=${upTo}` : '').replaceAll('/', '\\/');
  return Buffer.from(`{"@attributes":{"next":${next},"previous":""},"Sale":[${rows.join()}]}`);
}

function row(number: number, count: number): string {
  const { saleId, shopId, at, gross, tax } = saleOf(number, count);
  const time = `${new Date(at).toISOString().slice(0, 19)}+00:00`;
  const [total, taxes, net] = [gross, tax, gross - tax].map((cents) => (cents / 100).toFixed(2));
  return `{"saleID":"${saleId}","timeStamp":"${time}","createTime":"${time}","updatetime":"${time}","completeTime":"${time}",${rest},"ticketNumber":"22${saleId}","shopID":"${shopId}","total":"${total}","calcTotal":"${total}","calcSubtotal":"${net}","calcTaxable":"${net}","calcTax1":"${taxes}","calcTax2":"0","calcPayments":"${total}","displayableTotal":"${total}","taxTotal":"${taxes}"}`;
}

server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
process.once('SIGTERM', () => process.exit(0));
