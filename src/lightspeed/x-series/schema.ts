import { z } from 'zod';
import { id, text } from '../http/wire.ts';

/** The most rows a page of `/search` holds; asking for more gives no more. */
export const PAGE_SIZE = 1000;

const code = z.string().regex(/^[A-Za-z]{3}$/);

/**
 * A sale with our names, of API 2.0 or of a date version (2026-01 and later). It must say where it was made and in what
 * state it is: a state that is missing may not be taken for any.
 */
export const saleRow = z
  .object({
    id,
    outlet_id: id.nullish(),
    // In 2.0 a word, with the outlet beside it; in the date versions the outlet is in it.
    source: z.union([z.object({ outlet_id: id.nullish() }), z.string(), z.null()]).optional(),
    state: text,
    // The older word for state and attributes in one, being retired.
    status: text,
    attributes: z.array(z.string()).nullish(),
    sale_date: text,
    date: text,
    updated_at: text,
    deleted_at: text,
    total_price: text,
    total_tax: text,
    totals: z.object({ price: text, tax: text, price_incl_tax: text }).nullish(),
    version: text,
    _metadata: z.object({ version: text }).nullish(),
  })
  .transform((body, context) => {
    const outletId = body.outlet_id ?? (typeof body.source === 'object' ? body.source?.outlet_id : undefined);
    const state = body.state?.toLowerCase();
    const status = body.status?.toUpperCase();
    if (!outletId || !(state ?? status)) {
      context.addIssue('a sale that does not say at which outlet or in what state it is');
      return z.NEVER;
    }
    return {
      id: body.id,
      outletId,
      state,
      status,
      attributes: (body.attributes ?? []).map((attribute) => attribute.toLowerCase()),
      date: body.sale_date ?? body.date,
      updatedAt: body.updated_at,
      deleted: body.deleted_at !== undefined,
      /** Excluding tax. */
      price: body.totals?.price ?? body.total_price,
      tax: body.totals?.tax ?? body.total_tax,
      priceInclTax: body.totals?.price_incl_tax,
      version: body._metadata?.version ?? body.version,
    };
  });
export type SaleRow = z.output<typeof saleRow>;

export const outletRow = z
  .object({ id, name: text, time_zone: text, currency: text, deleted_at: text })
  .transform((body) => ({
    id: body.id,
    name: body.name,
    timeZone: body.time_zone,
    currency: code.safeParse(body.currency).data?.toUpperCase(),
    deleted: body.deleted_at !== undefined,
  }));
export type OutletRow = z.output<typeof outletRow>;

/** `/search`: neither a total nor a version. */
export const salePage = z.object({ data: z.array(saleRow) }).transform((body) => body.data);

/** How far a page of a list by version reaches; null on an empty one, which is 0 here. */
const reach = text
  .transform((max) => max ?? '0')
  .pipe(z.string().regex(/^\d{1,18}$/))
  .transform(BigInt);

export const outletPage = z
  .object({ data: z.array(outletRow), version: z.object({ max: reach }) })
  .transform((body) => ({ rows: body.data, max: body.version.max }));

export const retailer = z
  .object({
    data: z.object({ id, name: text, timezone: text, currency: z.union([code, z.object({ code })]) }),
  })
  .transform(({ data: { id: retailerId, name, timezone, currency } }) => ({
    id: retailerId,
    name,
    timeZone: timezone,
    currency: (typeof currency === 'string' ? currency : currency.code).toUpperCase(),
  }));
export type Retailer = z.output<typeof retailer>;
