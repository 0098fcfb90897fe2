import { joinToWidth, textWidth } from '../../src/charts/lettering.ts';
import { innerWidth, lettering } from '../../src/charts/theme.ts';
import { mostPoints, type Trend } from '../../src/charts/trend.ts';
import { roundMoney } from '../../src/language/format.ts';
import { briefSpanText, bucketLabel, bucketText, spanText } from '../../src/language/span-text.ts';
import { texts } from '../../src/language/texts.ts';
import type { BucketUnit } from '../../src/turnover/bucket.ts';
import type { Bucket, RangeLog } from '../../src/turnover/range-log.ts';
import { lengthOf } from '../../src/turnover/span.ts';
import { daysBetween } from '../../src/turnover/trading-day.ts';
import { amountsText } from '../amounts.ts';
import { cut } from '../blocks.ts';
import { type RangeShown, titleOf, totalText } from './blocks.ts';
import { comparisonText } from './comparison.ts';

/** The picture of a range, before it is drawn. */
export interface RangePicture {
  trend: Trend;
  altText: string;
  title: string;
}

/** What Slack keeps of an alternative text. */
const longestAltText = 2_000;

/**
 * How a range went, and the one before it as a line; undefined where there is nothing to draw: one column, more than anybody
 * tells apart, or amounts of several currencies.
 */
export function rangePicture(
  log: RangeLog,
  { language, department }: Pick<RangeShown, 'language' | 'department'>,
): RangePicture | undefined {
  const { buckets, unit, sums } = log;
  const [sum, ...others] = sums;
  if (!sum || others.length > 0 || buckets.length < 2 || buckets.length > mostPoints) return undefined;
  const { currency } = sum;
  const shown = { language, ...(department ? { department } : {}) };
  const title = titleOf(log, shown);
  const fits = textWidth(title, lettering.title) <= innerWidth;
  const earlier = earlierOf(log);
  const points = buckets.map((bucket, index) => ({
    label: bucketLabel(bucket, unit, language),
    turnover: amountOf(bucket, currency),
    before: beforeOf(bucket, earlier.bucketOf(index), { unit, currency }),
  }));
  const hasBefore = points.some(({ before }) => before !== null);
  const { range, dayLog } = texts(language);
  const beforeIn = (write: typeof spanText) => {
    const then = write(log.before.span, language);
    return earlier.isMoved ? range.byWeekday(then) : then;
  };
  const lines = buckets.map((bucket) =>
    range.pictureLine(
      bucketText(bucket, unit, language),
      bucket.sums.length > 0 ? amountsText(bucket.sums, language) : dayLog.notInAmount,
    ),
  );
  return {
    title,
    altText: cut(
      range.pictureAlt(
        spanText(log.span, language),
        range.tabs[unit],
        hasBefore ? range.pictureBefore(beforeIn(spanText)) : '',
        lines.join('; '),
      ),
      longestAltText,
    ),
    trend: {
      title: fits ? title : titleOf(log, shown, briefSpanText),
      subtitle: joinToWidth(
        [totalText(log, language), ...comparisonText(log, language)],
        innerWidth,
        lettering.subtitle,
      ),
      currency,
      nowText: briefSpanText(log.span, language),
      beforeText: hasBefore ? beforeIn(briefSpanText) : null,
      points,
      amountText: (minor) => roundMoney(minor, currency, language),
    },
  };
}

function amountOf({ sums }: Bucket, currency: string): number | null {
  return sums.find((sum) => sum.currency === currency)?.turnover ?? null;
}

/**
 * What is laid beside each column. A calendar month begins on another weekday than the one before, so that a shop that is
 * closed on Sundays would see its days off beside open days: days go beside the nearest of the same weekday.
 */
function earlierOf({ unit, span, before, bucketsBefore }: RangeLog) {
  const apart = daysBetween(before.span.from, span.from);
  const moved = unit === 'day' ? apart - 7 * Math.round(apart / 7) : 0;
  return { isMoved: moved !== 0, bucketOf: (index: number) => bucketsBefore[index + moved] };
}

/** A week that is cut short says nothing about a whole one; months are of the length they have. */
function beforeOf(
  bucket: Bucket,
  before: Bucket | undefined,
  { unit, currency }: { unit: BucketUnit; currency: string },
): number | null {
  if (!before?.isComplete) return null;
  return unit === 'month' || lengthOf(bucket) === lengthOf(before) ? amountOf(before, currency) : null;
}
