/** What the bench's Slack heard. */
export interface Heard {
  /** By channel. */
  digests: Record<string, { texts: string[]; pictures: number; replies: number }>;
  /** Calls by method. */
  calls: Record<string, number>;
  /** Calls that were answered with 429, by method. */
  limited: Record<string, number>;
  /** Calls that were refused for another reason, by method and code. */
  refused: Record<string, number>;
  /** Calls that came although their sender had been told to wait. */
  overruns: number;
}
