import { asList, isObject, objectsIn } from '../json.ts';
import { limits } from '../limits.ts';
import type { Check } from './check.ts';
import { byType, list, number, record, string, typed } from './check.ts';

const label = string(limits.chartLabel);

const moreThanZero: Check = (value, at, found) => {
  number()(value, at, found);
  if (typeof value === 'number' && value <= 0) found.push({ message: 'must be greater than 0', pointer: at });
};

const point = record({ label, value: number() });

const axis = record(
  { categories: list(label, limits.chartCategories) },
  { x_label: string(limits.chartAxisTitle), y_label: string(limits.chartAxisTitle) },
);

/** Every series has one point for every category, in any order, and a name of its own. */
const seriesFitTheAxis: Check = (value, at, found) => {
  if (!isObject(value) || !isObject(value['axis_config'])) return;
  const categories = asList(value['axis_config']['categories']);
  const names = new Set<unknown>();
  objectsIn(value['series']).forEach((series, index) => {
    const pointer = `${at}/series/${index}`;
    if (names.has(series['name'])) {
      found.push({ message: 'series names must be unique', pointer: `${pointer}/name` });
    }
    names.add(series['name']);
    const labels = objectsIn(series['data']).map((each) => each['label']);
    const fits = labels.length === categories.length && categories.every((each) => labels.includes(each));
    if (!fits) {
      found.push({ message: 'must have one data point for each category', pointer: `${pointer}/data` });
    }
  });
};

const plot = typed(
  { series: list(record({ name: label, data: list(point) }), limits.chartSeries), axis_config: axis },
  {},
  seriesFitTheAxis,
);

export const chart: Check = typed(
  {
    title: string(limits.chartTitle),
    chart: byType({
      pie: typed({ segments: list(record({ label, value: moreThanZero }), limits.chartSeries) }),
      bar: plot,
      area: plot,
      line: plot,
    }),
  },
  { block_id: string(limits.blockId) },
);
