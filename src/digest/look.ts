import type { Channel, DigestLook } from '../../models/channel.ts';
import { type DayLog, narrowLog } from '../turnover/day-log.ts';

/** All there is to see. */
export const fullLook: DigestLook = { departments: null, amounts: 'money', picture: true };

/** What a channel is shown; channels of an earlier version chose nothing, and see all. */
export function lookOf(channel: Partial<Pick<Channel, keyof DigestLook>>): DigestLook {
  const { departments, amounts, picture } = channel;
  return {
    departments: departments ?? null,
    amounts: amounts ?? fullLook.amounts,
    picture: picture ?? fullLook.picture,
  };
}

/** A log as far as a look goes. */
export function seenBy(look: DigestLook, log: DayLog): DayLog {
  return look.departments === null ? log : narrowLog(log, new Set(look.departments));
}
