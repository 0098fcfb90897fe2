/** The longest name of a department, in characters as people count them: a flag or an accented letter is one. */
export const longestName = 60;

/** The most that a name may take in a computer's own count: letters can carry accents without end. */
export const longestStoredName = 600;

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Takes out the marks that turn the text around them: an amount after a name would read backwards. */
export function unturned(text: string): string {
  return text.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '');
}

/** A name as it is kept: trimmed, single spaces, in one Unicode form, without marks that turn the text around it. */
export function tidyName(name: string): string {
  return unturned(name.normalize('NFC'))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** What makes two names the same: case, accents' spelling, width and what cannot be seen do not. */
export function nameKey(name: string): string {
  // Most names are plain, and a search asks this of every store of a chain.
  if (/^[!-~]+(?: [!-~]+)*$/.test(name)) return name.toLowerCase();
  return (
    tidyName(name)
      .normalize('NFKC')
      // Upper case first: it tells `ß` from no `SS` and one sigma from the other.
      .toLocaleUpperCase('und')
      .toLocaleLowerCase('und')
      .normalize('NFKC')
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      .trim()
  );
}

/** A name that was given elsewhere, or what stands for it where nothing of it can be seen. */
export function nameFrom(name: string | undefined, instead: string): string {
  const tidy = tidyName(name ?? '');
  return nameKey(tidy) === '' ? instead : tidy;
}

/** What keeps a typed name from being a department's; undefined when nothing does. */
export function nameProblem(name: string): 'missing' | 'too-long' | undefined {
  if (nameKey(name) === '') return 'missing';
  const tidy = tidyName(name);
  if (tidy.length > longestStoredName) return 'too-long';
  return [...characters.segment(tidy)].length > longestName ? 'too-long' : undefined;
}
