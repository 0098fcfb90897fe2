/** A plain number as languages with a decimal comma write it: `8.50` is `8,50`. */
export function withComma(plain: string | number): string {
  return String(plain).replace('.', ',');
}
