/** The word for one, or the words for any other number. */
export function plural(number: number, one: string, many: string): string {
  return number === 1 ? one : many;
}
