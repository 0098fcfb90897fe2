import { decimals, toMinor } from './money.ts';

/** What a typed amount says: minor units, or two readings between which only the person can choose. */
export type AmountRead =
  | { kind: 'amount'; minor: number }
  /** One mark that may stand for decimals or for thousands; both readings as plain decimal text. */
  | { kind: 'ambiguous'; readings: [string, string] }
  | { kind: 'unreadable' };

const unreadable: AmountRead = { kind: 'unreadable' };
const longest = 40;

/**
 * An amount as people write it, in a currency (ISO 4217): `4210.50`, `4.210,50`, `4,210.50`, `4 210,50`, `€ 12`, `EUR -12,-`.
 * Never guesses: text that may mean two amounts, such as `1.234` for euros, is handed back as both; a currency that is not
 * the one asked for, or more decimals than it has, is unreadable.
 */
export function readAmount(typed: string, currency: string): AmountRead {
  if (typed.length > longest) return unreadable;
  const match = /^([+-]?)([\d.,' ]+)$/.exec(withoutCurrency(typed, currency));
  const [, sign = '', body] = match ?? [];
  if (body === undefined) return unreadable;
  const texts = readingsOf(body, decimals(currency)).map((text) => `${sign}${text}`);
  const [first, second] = texts;
  if (first === undefined) return unreadable;
  if (second !== undefined) return { kind: 'ambiguous', readings: [first, second] };
  return exactly(first, currency);
}

/** The currency whose code begins or ends a typed amount, and the rest; undefined where none does. */
export function namedCurrency(typed: string): string | undefined {
  const match = /^([A-Za-z]{3})(?![A-Za-z])|(?<![A-Za-z])([A-Za-z]{3})$/.exec(typed.trim());
  return (match?.[1] ?? match?.[2])?.toUpperCase();
}

function exactly(text: string, currency: string): AmountRead {
  try {
    return { kind: 'amount', minor: toMinor(text, currency) };
  } catch {
    // Too large to be exact.
    return unreadable;
  }
}

/** What is typed without the currency's code or sign, in upper case and with plain marks. */
function withoutCurrency(typed: string, currency: string): string {
  const signs = [currency, symbolOf(currency, 'symbol'), symbolOf(currency, 'narrowSymbol')];
  let text = typed
    .normalize('NFKC')
    .replaceAll(/[\u2212\u2013\u2014]/g, '-')
    .replaceAll(/[\u2019\u02bc`]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toUpperCase();
  const named = signs.map((sign) => sign.toUpperCase()).find((sign) => text.includes(sign));
  if (named !== undefined) text = text.replace(named, '');
  // Whole amounts are written `12,-` in some places.
  text = text.replace(/[.,]-+ ?$/, '').trim();
  text = text.replace(/^([+-]) /, '$1');
  return text;
}

function symbolOf(currency: string, currencyDisplay: 'symbol' | 'narrowSymbol'): string {
  const parts = new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency,
    currencyDisplay,
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

/** The plain decimal texts that digits with marks may stand for: none, one or two. */
function readingsOf(body: string, places: number): string[] {
  const whole = asWhole(body);
  const fine = withDecimals(body, places);
  if (whole === undefined || whole === body) return [whole ?? fine].filter((text) => text !== undefined);
  // A lone point or comma before three digits: thousands to some, decimals to others, even where there are none so small.
  const isLone = /^\d+[.,]\d{3}$/.test(body) && places > 0;
  return isLone ? [whole, body.replace(',', '.')] : [whole];
}

/** Whole digits, or digits in groups of three that one mark keeps apart. */
function asWhole(body: string): string | undefined {
  const isWhole = /^\d+$/.test(body) || /^[1-9]\d{0,2}([.,' ])\d{3}(?:\1\d{3})*$/.test(body);
  return isWhole ? body.replaceAll(/\D/g, '') : undefined;
}

/** Decimals after a point or comma, with thousands kept apart by another mark or none. */
function withDecimals(body: string, places: number): string | undefined {
  const match = /^(.*)([.,])(\d+)$/.exec(body);
  const [, head = '', mark = '', fraction = ''] = match ?? [];
  if (!match || head.includes(mark)) return undefined;
  const isTooFine = fraction.length > Math.max(places, 2) || /[1-9]/.test(fraction.slice(places));
  const whole = head === '' ? '0' : asWhole(head);
  return isTooFine || whole === undefined ? undefined : `${whole}.${fraction}`;
}
