/** Where the person at the screen is. */
export type Place =
  | { kind: 'channel'; channel: string; thread: string | undefined }
  | { kind: 'home' }
  | { kind: 'app'; thread: string | undefined }
  | { kind: 'traffic' };

/** The place in the address: `#/C1SALES`, `#/C1SALES/1731398400.000001`, `#/home`, `#/app`, `#/traffic`. */
export function placeIn(hash: string): Place {
  const [, first = '', second] = hash.split('/');
  if (first === 'home' || first === 'traffic') return { kind: first };
  if (first === 'app') return { kind: 'app', thread: second };
  return { kind: 'channel', channel: first, thread: second };
}

export function addressOf(place: Place): string {
  if (place.kind === 'home' || place.kind === 'traffic') return `#/${place.kind}`;
  const start = place.kind === 'app' ? '#/app' : `#/${place.channel}`;
  return place.thread === undefined ? start : `${start}/${place.thread}`;
}
