/** Cents as people read euros, worked out without the app's formatter: 123450 is `€1,234.50`. */
export function amountText(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '-' : ''}€${whole}.${digits.slice(-2)}`;
}
