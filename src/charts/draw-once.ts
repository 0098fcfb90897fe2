import type { Charts } from './charts.ts';

/** So many charts are kept: the channels of a workspace mostly want the same one, within seconds of each other. */
const mostKept = 50;

/** The same charts, but what was drawn a moment ago, or is being drawn, is not drawn again. */
export function drawOnce(charts: Charts): Charts {
  const recent = new Map<string, Promise<Uint8Array>>();
  return {
    draw(spec) {
      const key = JSON.stringify(spec);
      const drawn = recent.get(key) ?? charts.draw(spec);
      recent.delete(key);
      recent.set(key, drawn);
      const [oldest] = recent.keys();
      if (recent.size > mostKept && oldest !== undefined) recent.delete(oldest);
      // What failed is drawn anew for whoever asks next.
      drawn.catch(() => recent.get(key) === drawn && recent.delete(key));
      return drawn;
    },
    close: () => charts.close(),
  };
}
