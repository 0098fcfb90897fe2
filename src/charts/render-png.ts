import { Resvg } from '@resvg/resvg-js';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { family, fontFiles } from './fonts.ts';
import type { ChartSpec } from './theme.ts';

/** Draws a chart as PNG, twice as large as it says. The only file that knows vega and resvg. */
export async function renderPng(spec: ChartSpec): Promise<Buffer> {
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  try {
    const svg = await view.toSVG();
    const image = new Resvg(svg, {
      background: 'white',
      fitTo: { mode: 'zoom', value: 2 },
      // What a machine happens to have must not change a picture.
      font: {
        loadSystemFonts: false,
        fontFiles: Object.values(fontFiles),
        defaultFontFamily: family,
      },
    });
    return image.render().asPng();
  } finally {
    view.finalize();
  }
}
