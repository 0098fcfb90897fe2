const PLACE = '{prefix}';
const PREFIX = /^[a-z0-9][a-z0-9-]{0,62}$/;
const LIGHTSPEED = '.retail.lightspeed.app';

/**
 * Where a retailer's API is: a template such as `https://{prefix}.retail.lightspeed.app` with the domain prefix put in.
 * A template without `{prefix}` is used as it is. Throws a RangeError for what holds no domain prefix.
 */
export function xSeriesBaseUrl(template: string, prefix: string): string {
  return template.replaceAll(PLACE, domainPrefix(template, prefix));
}

/**
 * The domain prefix, lower case, from what people type: the prefix, `name.retail.lightspeed.app`, or the address of any page
 * of their shop. Throws a RangeError whose message does not repeat what was typed: it may be a token in the wrong field.
 */
export function domainPrefix(template: string, typed: string): string {
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/s, '');
  const domain = [LIGHTSPEED, domainOf(template)].find((end) => end !== '' && host.endsWith(end)) ?? '';
  const prefix = host.slice(0, host.length - domain.length);
  if (PREFIX.test(prefix)) return prefix;
  throw new RangeError(
    `A domain prefix is the first part of the shop's address: "myshop" in myshop${LIGHTSPEED}.`,
  );
}

/** The domain prefix as it is kept and shown, from a typed one that opened a shop. An address that is not Lightspeed's own stays. */
export function tidyPrefix(typed: string): string {
  try {
    return domainPrefix(PLACE + LIGHTSPEED, typed);
  } catch {
    return typed.trim();
  }
}

/** What follows the prefix in the template's host, or nothing. */
function domainOf(template: string): string {
  return /\{prefix\}(\.[^/?#]+)/.exec(template)?.[1]?.toLowerCase() ?? '';
}
