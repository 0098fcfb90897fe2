import type { Names } from './mrkdwn.ts';

type Format = Intl.DateTimeFormatOptions;

const formats: Record<string, Format> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { dateStyle: 'long' },
  date_short: { day: 'numeric', month: 'short', year: 'numeric' },
  date_long: { dateStyle: 'full' },
  time: { timeStyle: 'short' },
  time_secs: { timeStyle: 'medium' },
};

/** `!date^unix^{date_short_pretty} at {time}` in the reader's own time, or its fallback (docs: date formatting). */
export function dateText(
  token: string,
  fallback: string,
  { locale, zone }: Pick<Names, 'locale' | 'zone'>,
): string {
  const [, unix = '', pattern = ''] = token.split('^');
  const at = Number(unix) * 1000;
  if (!Number.isFinite(at) || pattern === '') return fallback;
  return pattern.replace(/\{([a-z_]+)\}/g, (whole, name: string) => {
    // "pretty" says today or yesterday; the plain date is never wrong.
    const format = formats[name.replace('_pretty', '')];
    return format ? new Intl.DateTimeFormat(locale, { ...format, timeZone: zone }).format(at) : whole;
  });
}

/** The time of a message, such as 08:00. */
export function clockText(ms: number, locale: string, zone: string): string {
  return new Intl.DateTimeFormat(european(locale), { timeStyle: 'short', timeZone: zone }).format(ms);
}

export function dayText(ms: number, locale: string, zone: string): string {
  const format: Format = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: zone };
  return new Intl.DateTimeFormat(european(locale), format).format(ms);
}

/** A day in a list of many, such as 12 Nov. */
export function shortDayText(ms: number, locale: string, zone: string): string {
  const format: Format = { day: 'numeric', month: 'short', timeZone: zone };
  return new Intl.DateTimeFormat(european(locale), format).format(ms);
}

/** The chain is Dutch: its English is written as in Europe. */
function european(locale: string): string {
  return locale.startsWith('en') ? 'en-GB' : locale;
}
