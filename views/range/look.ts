import { z } from 'zod';
import type { BucketUnit } from '../../src/turnover/bucket.ts';
import { type Span, spanCode } from '../../src/turnover/span.ts';

/** What the table of a range shows: a line a department (or store), or a line a day, week or month. */
export type RangeView = 'parts' | BucketUnit;

/** Which answer a button leads to. */
export interface RangeLook {
  span: Span;
  /** What suits the range when absent. */
  view?: RangeView;
  /** Page of the table, from 0. */
  page?: number;
  departmentId?: string;
}

const none = '-';
const day = z.iso.date();
const parts = z.tuple([
  z
    .union([day.transform((only) => [only, only]), z.string().transform((code) => code.split('..'))])
    .pipe(z.tuple([day, day])),
  z.enum([none, 'parts', 'day', 'week', 'month']).default(none),
  z.coerce.number().int().min(0).max(1_000).default(0),
  z.string().max(64).default(none),
]);

/** The value of a button or an option, at most 75 characters: `2024-05-01..2024-05-31 parts 1 <department>`. */
export function lookValue({ span, view, page = 0, departmentId }: RangeLook): string {
  return [spanCode(span), view ?? none, String(page), departmentId ?? none].join(' ');
}

/** What a value says; undefined for one that no button of ours has. A day alone, as older messages have it, is understood. */
export function readLook(value: string): RangeLook | undefined {
  const { data } = parts.safeParse(value.split(' '));
  if (!data) return undefined;
  const [[from, to], view, page, departmentId] = data;
  if (from > to) return undefined;
  return {
    span: { from, to },
    page,
    ...(view === none ? {} : { view }),
    ...(departmentId === none ? {} : { departmentId }),
  };
}
