import type { Status } from '../turnover/status.ts';

/** The three things that make Daybook work, and whether each is done. */
export interface Steps {
  /** A Lightspeed account is linked. */
  link: boolean;
  /** Some store is in a department, or left out on purpose. */
  map: boolean;
  /** Some channel gets the digest. */
  channel: boolean;
}

/** How far a workspace is. */
export function stepsOf({ links, channels }: Pick<Status, 'links' | 'channels'>): Steps {
  return {
    link: links.length > 0,
    map: links.some(({ stores, unmapped }) => stores > unmapped.length),
    channel: channels.length > 0,
  };
}

/** Whether nothing is left to do. */
export function areDone({ link, map, channel }: Steps): boolean {
  return link && map && channel;
}
