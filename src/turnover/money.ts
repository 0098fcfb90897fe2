const DECIMAL = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?\s*$/;

/**
 * The currencies whose minor unit has other than two decimals, by ISO 4217 list one (2024). Not asked of Intl: its data
 * follow custom (HUF, IDR, ISK without decimals) and change with the runtime, while what is stored must keep its meaning.
 */
const unusualDecimals = new Map(
  Object.entries({
    0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
    3: 'BHD IQD JOD KWD LYD OMR TND',
    4: 'CLF UYW',
  }).flatMap(([places, currencies]) => currencies.split(' ').map((code) => [code, Number(places)] as const)),
);

/** How many decimals the minor unit of an ISO 4217 currency has: 0 (JPY), 2 (EUR) or 3 (KWD). */
export function decimals(currency: string): number {
  return unusualDecimals.get(currency) ?? 2;
}

/**
 * Decimal text to integer minor units of a currency, exactly: no float is ever involved.
 * Scientific notation is read too (Lightspeed once sent it, changelog 2016.23). Digits beyond the minor
 * unit are rounded half away from zero, as tills round.
 * Throws a RangeError for text that is no number or too large to be exact.
 */
export function toMinor(text: string, currency: string): number {
  const places = decimals(currency);
  return usual(text, places) ?? round(scaled(text), places);
}

/** The sum of several decimal texts in minor units: added exactly, rounded once. */
export function sumToMinor(texts: readonly string[], currency: string): number {
  const wanted = decimals(currency);
  let sum = 0;
  for (const text of texts) {
    const amount = usual(text, wanted);
    if (amount === undefined) return exactSum(texts, wanted);
    sum = add(sum, amount);
  }
  return sum;
}

function exactSum(texts: readonly string[], wanted: number): number {
  const parts = texts.map(scaled);
  const places = Math.max(0, ...parts.map((part) => part.places));
  const digits = parts.reduce((sum, part) => sum + part.digits * 10n ** BigInt(places - part.places), 0n);
  return round({ digits, places }, wanted);
}

/** Adds two amounts in minor units; throws a RangeError instead of losing a cent beyond 2^53. */
export function add(left: number, right: number): number {
  return exact(left + right);
}

/** An amount in minor units as plain decimal text, such as `-1234.50`: every decimal of the currency, no grouping. */
export function amountText(amount: number, currency: string): string {
  const places = decimals(currency);
  const digits = Math.abs(amount)
    .toString()
    .padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = places > 0 ? `.${digits.slice(-places)}` : '';
  return `${amount < 0 ? '-' : ''}${whole}${fraction}`;
}

/** So few characters that a whole number of them is exact in minor units of any currency. */
const usualLength = 11;
const [minus, point, zero] = [45, 46, 48];

/**
 * Plain text without more decimals than the minor unit has, digit by digit and without the cost of big integers, since every
 * sale has three of them; undefined for any other.
 */
function usual(text: string, places: number): number | undefined {
  if (text.length > usualLength) return undefined;
  const start = text.charCodeAt(0) === minus ? 1 : 0;
  let magnitude = 0;
  let pointAt = text.length;
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= zero && code <= zero + 9) magnitude = magnitude * 10 + (code - zero);
    else if (code === point && pointAt === text.length && index > start) pointAt = index;
    else return undefined;
  }
  const fraction = Math.max(0, text.length - pointAt - 1);
  if (fraction > places || text.length === start) return undefined;
  const minor = magnitude * 10 ** (places - fraction);
  return start === 1 && minor !== 0 ? -minor : minor;
}

interface Scaled {
  /** The number without its point: digits x 10^-places. */
  digits: bigint;
  places: number;
}

function scaled(text: string): Scaled {
  const match = DECIMAL.exec(text);
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (!match || whole + fraction === '') throw new RangeError('not a decimal number');
  const magnitude = BigInt(whole + fraction);
  const digits = match[1] === '-' ? -magnitude : magnitude;
  const places = fraction.length - Number(match[4] ?? 0);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}

function round({ digits, places }: Scaled, wanted: number): number {
  if (places <= wanted) return exact(Number(digits * 10n ** BigInt(wanted - places)));
  const unit = 10n ** BigInt(places - wanted);
  const magnitude = digits < 0n ? -digits : digits;
  const rounded = (magnitude + unit / 2n) / unit;
  return exact(Number(digits < 0n ? -rounded : rounded));
}

function exact(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError('an amount too large to be exact');
  return amount === 0 ? 0 : amount;
}
