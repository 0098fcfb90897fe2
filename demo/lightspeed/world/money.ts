/** n * top / bottom, rounded half away from zero; exact for any integers. `bottom` is positive. */
export const ratio = (n: number, top: number, bottom: number): number => {
  const product = BigInt(n) * BigInt(top);
  const size = product < 0n ? -product : product;
  const rounded = (size * 2n + BigInt(bottom)) / (2n * BigInt(bottom));
  return Number(product < 0n ? -rounded : rounded);
};

/** An integer of 10^-digits units as Lightspeed writes it: `decimalText(3150n, 2)` is '31.5', 28000 is '280'. */
export const decimalText = (units: number | bigint, digits: number): string => {
  const value = BigInt(units);
  const size = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  const whole = size.slice(0, size.length - digits);
  const fraction = size.slice(size.length - digits).replace(/0+$/, '');
  const text = fraction === '' ? whole : `${whole}.${fraction}`;
  return value < 0n ? `-${text}` : text;
};
