/** Shorter ones may be names of departments, or days; keys of Lightspeed are far longer. */
const shortest = 20;

/** Whether somebody typed what may be a key: a long word of letters and digits, whatever stands around it. */
export function looksLikeKey(text: string): boolean {
  return text
    .split(/[\s"'`“”‘’<>()=:,;|*~]+/)
    .some(
      (word) => word.length >= shortest && /^[\w.+/-]+$/.test(word) && /\d/.test(word) && /[a-z]/i.test(word),
    );
}
