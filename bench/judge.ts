import type { Row } from './bench.ts';
import { median } from './median.ts';

export interface Judged {
  name: string;
  unit: string;
  value: number;
  floor: { name: string; value: number } | null;
  /** Value to floor, pair by pair of the same run, the median of them. */
  ratio: number | null;
  target: string | null;
  isMet: boolean | null;
  runs: number;
}

/** What a row comes to. */
export function judge({ name, unit, samples, floor, target }: Row): Judged {
  const value = median(samples);
  const ratios = floor?.samples.map((below, index) => (samples[index] ?? value) / below);
  const ratio = ratios ? median(ratios) : null;
  const measured = ratio ?? value;
  const isMet = target ? (target.at === 'most' ? measured <= target.value : measured >= target.value) : null;
  return {
    name,
    unit,
    value,
    floor: floor ? { name: floor.name, value: median(floor.samples) } : null,
    ratio,
    target: target ? `at ${target.at} ${target.value}${ratio === null ? ` ${unit}` : 'x'}` : null,
    isMet,
    runs: samples.length,
  };
}
