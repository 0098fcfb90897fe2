const zones = Intl.supportedValuesOf('timeZone');

/** Time zones whose name holds what was typed, at most 100, as `Europe/Amsterdam`. */
export function zonesLike(typed: string): string[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  return zones.filter((zone) => zone.toLowerCase().includes(wanted)).slice(0, 100);
}
