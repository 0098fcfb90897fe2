/** One measured thing: the median of its runs, and how it stands to its floor in the same runs. */
export interface Row {
  name: string;
  unit: string;
  samples: number[];
  /** What the same runs measured beside it. */
  floor?: { name: string; samples: number[] };
  /** The ratio to the floor (or, without one, the value) that is wanted, and on which side of it. */
  target?: { at: 'most' | 'least'; value: number };
}

export interface Report {
  rows: Row[];
  /** What a reader should know of this run. */
  remarks?: string[];
}

/** Something that is measured. What it computed is checked on the way: a wrong result throws, a slow one is only told. */
export interface Bench {
  name: string;
  about: string;
  run(): Promise<Report>;
}
