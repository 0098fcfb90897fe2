import { addDays, dayBounds, dayOf } from '../../src/turnover/trading-day.ts';
import { view, type World } from '../lightspeed/world.ts';
import type { Deed } from './deeds.ts';
import { goodKey } from './deeds.ts';

/** What was done, in words, and how to do it again. */
type Done = { deed: Deed; said: string };

/** The till cannot do that; the message says why. */
export class TillError extends Error {
  override readonly name = 'TillError' as const;
}

/** Rings up a sale now. `amount` is in minor units with tax, negative for money handed back. */
export function ringUp(world: World, now: number, storeId: string, amount: number): Done {
  if (!Number.isSafeInteger(amount) || amount === 0)
    throw new TillError('A sale needs an amount, such as 24.20.');
  const deed: Deed = { kind: 'ringUp', storeId, gross: amount, at: now };
  return { deed, said: `Rang up ${price(world, amount)} in ${world.shop(storeId).name}.` };
}

export function voidOfYesterday(world: World, now: number, storeId: string): Done {
  const { saleId, total } = saleOfYesterday(world, now, storeId);
  const deed: Deed = { kind: 'void', saleId, at: now };
  return {
    deed,
    said: `Voided sale ${saleId} of yesterday in ${world.shop(storeId).name}: ${price(world, total)}.`,
  };
}

/** Takes back today what was sold yesterday. */
export function refund(world: World, now: number, storeId: string): Done {
  const { saleId, total } = saleOfYesterday(world, now, storeId);
  const deed: Deed = { kind: 'refund', saleId, at: now };
  return {
    deed,
    said: `Refunded ${price(world, total)} in ${world.shop(storeId).name}, of a sale of yesterday.`,
  };
}

export function revokeKeys(world: World): Done {
  if (goodKey(world) === undefined) throw new TillError('The key is revoked already.');
  return { deed: { kind: 'revokeKeys' }, said: 'Revoked the key. Lightspeed refuses it from now on.' };
}

export function makeKey(world: World): Done {
  const key = `demo-key-${world.keys.size + 1}`;
  return { deed: { kind: 'newKey', key }, said: `Made a new key: ${key}` };
}

/** The dearest sale of yesterday that still counts: its loss shows. */
function saleOfYesterday(world: World, now: number, storeId: string): { saleId: number; total: number } {
  const rule = { zone: world.shop(storeId).timeZone, cutOff: 0 };
  const { start, end } = dayBounds(addDays(dayOf(now, rule), -1), rule);
  const sales = [...world.sales(now, { from: start, to: end })].flatMap((sale) => {
    const seen = view(sale, now);
    const completed = seen?.completeTime ?? null;
    if (!seen || sale.shopID !== storeId || completed === null) return [];
    const counts = seen.completed && !seen.voided && !seen.archived && seen.amounts.total > 0;
    const isOfDay = start <= completed && completed < end;
    return counts && isOfDay ? [{ saleId: sale.saleID, total: seen.amounts.total }] : [];
  });
  const [dearest] = sales.sort((one, other) => other.total - one.total);
  if (!dearest) throw new TillError(`${world.shop(storeId).name} sold nothing yesterday.`);
  return dearest;
}

function price({ account }: World, amount: number): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency: account.currency });
  return `${format.format(amount / 10 ** account.decimals)} incl. VAT`;
}
