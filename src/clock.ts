/** The only source of 'now': epoch milliseconds. */
export type Clock = () => number;
