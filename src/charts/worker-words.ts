import type { ChartSpec } from './theme.ts';

/** What the drawing thread is asked. */
export interface ToDraw {
  id: number;
  spec: ChartSpec;
}

/** What it answers: a PNG, or why there is none. */
export type Drawn = { id: number; png: Uint8Array } | { id: number; failure: string };
