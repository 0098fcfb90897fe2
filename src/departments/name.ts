/** The longest name of a department, in characters. */
export const longestName = 60;

/** A name as it is kept: trimmed, single spaces, in one Unicode form. */
export function tidyName(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** What makes two names the same: case, accents' spelling and width do not. */
export function nameKey(name: string): string {
  return tidyName(name).normalize('NFKC').toLocaleLowerCase('und');
}
