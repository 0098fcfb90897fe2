/** Throws unless both are the same, deeply. */
export function expectSame(found: unknown, wanted: unknown, what: string): void {
  const [left, right] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (left !== right) throw new Error(`${what}: found ${left}, wanted ${right}`);
}

/** Throws unless the text holds the words. */
export function expectIncludes(text: string, words: string, what: string): void {
  if (!text.includes(words)) throw new Error(`${what}: "${words}" is not in "${text}"`);
}
