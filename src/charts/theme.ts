import type { TopLevelSpec } from 'vega-lite';
import type { Config } from 'vega-lite/types_unstable/config.js';
import { family } from './fonts.ts';
import { cutToWidth, drawable, type Lettering } from './lettering.ts';

/** A chart as vega-lite takes it: plain data, the same for the same figures. */
export type ChartSpec = TopLevelSpec;

/** The outer width of every chart, in pixels before it is drawn twice as large: narrow, so that a phone's 360 shrink it little. */
export const outerWidth = 560;
export const margin = 24;
export const innerWidth = outerWidth - 2 * margin;

/** Each stands out from white by 4.5 to 1 at least. None of them says anything by itself. */
export const colours = {
  ink: '#1d1c1d',
  quiet: '#5f6368',
  bar: '#2b6f92',
  below: '#a8452f',
  mark: '#1d1c1d',
  hairline: '#d9dce0',
} as const;

/** Large: a phone shows a picture at two thirds of its size, in which the smallest must still be read. */
export const lettering = {
  title: { size: 24, weight: 600 },
  subtitle: { size: 18, weight: 400 },
  label: { size: 18, weight: 500 },
  amount: { size: 18, weight: 400 },
  small: { size: 16, weight: 400 },
} as const satisfies Record<string, Lettering>;

/** How a text mark is written. */
export function written({ size, weight }: Lettering, color: string = colours.ink) {
  return {
    type: 'text',
    font: family,
    fontSize: size,
    fontWeight: weight,
    color,
    baseline: 'middle',
  } as const;
}

/** The room over the frame for title, subtitle and a line that explains the marks. */
export const headRoom = 108;

/**
 * What all charts have: white paper that suits light and dark, one frame of a fixed width so that every column stands where
 * it should, and a title over it.
 */
export function paper({ title, subtitle, height }: { title: string; subtitle: string; height: number }) {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: 'white',
    autosize: { type: 'none' },
    padding: { left: margin, right: margin, top: margin + headRoom, bottom: margin },
    width: innerWidth,
    // vega-lite takes 0 for no height given.
    height: Math.max(height, 1),
    title: {
      text: cutToWidth(drawable(title), innerWidth, lettering.title),
      subtitle: cutToWidth(drawable(subtitle), innerWidth, lettering.subtitle),
      anchor: 'start',
      frame: 'group',
      offset: 34,
    },
    config,
  } as const;
}

const config: Config = {
  font: family,
  view: { stroke: null },
  title: {
    color: colours.ink,
    font: family,
    fontSize: lettering.title.size,
    fontWeight: lettering.title.weight,
    subtitleColor: colours.quiet,
    subtitleFont: family,
    subtitleFontSize: lettering.subtitle.size,
    subtitleFontWeight: lettering.subtitle.weight,
    subtitlePadding: 7,
  },
  axis: {
    labelFont: family,
    labelFontSize: lettering.small.size,
    labelColor: colours.quiet,
    domainColor: colours.hairline,
    gridColor: colours.hairline,
    tickColor: colours.hairline,
    title: null,
  },
};
