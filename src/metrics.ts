import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { RequestRecord } from './lightspeed/http/persistent-get.ts';

/**
 * What is counted of this process. No label names a workspace, a person, a store or an account: whoever may read the metrics
 * need not be somebody who may see turnover.
 */
export interface Metrics {
  registry: Registry;
  nightBegan(): void;
  nightEnded(outcome: 'done' | 'failed' | 'taken-over'): void;
  /** A night was done so long after it was due, milliseconds. */
  nightLagged(ms: number): void;
  /** A digest was posted so long after its hour, milliseconds. */
  digestPosted(delayMs: number): void;
  lightspeedAsked(series: 'r' | 'x', request: RequestRecord): void;
  slackCalled(method: string, outcome: SlackOutcome, ms: number): void;
  /** Slack was answered that something arrived. */
  acknowledged(kind: AckKind, ms: number): void;
}

export type SlackOutcome = 'ok' | 'refused' | 'rate-limited' | 'http-error' | 'no-answer';

export type AckKind = 'command' | 'action' | 'submit' | 'options' | 'event' | 'other';

/** Metrics in a registry of their own, with those of the process itself where `ofProcess`. */
export function createMetrics({ ofProcess = false }: { ofProcess?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name: `daybook_${name}`, help, labelNames, registers: [registry] });
  const histogram = (name: string, help: string, buckets: number[], labelNames: string[] = []) =>
    new Histogram({ name: `daybook_${name}`, help, buckets, labelNames, registers: [registry] });

  const nights = counter('nights_total', 'Nights that ended, by outcome', ['outcome']);
  const running = new Gauge({
    name: 'daybook_nights_running',
    help: 'Nights that this process runs now',
    registers: [registry],
  });
  const lag = histogram(
    'night_lag_seconds',
    'From when a night was due until it was done',
    [60, 300, 900, 1_800, 3_600, 10_800, 21_600, 86_400],
  );
  const delay = histogram(
    'digest_delay_seconds',
    'From the hour of a digest until it was posted',
    [10, 60, 300, 900, 1_800, 3_600, 7_200, 21_600],
  );
  const asked = counter('lightspeed_requests_total', 'Requests to Lightspeed, retries included', [
    'series',
    'outcome',
  ]);
  const askedFor = histogram(
    'lightspeed_request_seconds',
    'How long Lightspeed took to answer',
    [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    ['series'],
  );
  const bucket = histogram(
    'lightspeed_bucket_level_ratio',
    "How full an account's bucket (R-Series) or window (X-Series) was after a request; 1 is full",
    [0.1, 0.25, 0.5, 0.75, 0.9, 1],
    ['series'],
  );
  const called = counter('slack_calls_total', 'Calls to Slack, by method and outcome', ['method', 'outcome']);
  const calledFor = histogram(
    'slack_call_seconds',
    'How long Slack took',
    [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 12],
  );
  const ack = histogram(
    'slack_ack_seconds',
    'Until Slack was answered that something arrived; it waits for 3 seconds',
    [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 2.5, 3],
    ['kind'],
  );

  return {
    registry,
    nightBegan: () => running.inc(),
    nightEnded(outcome) {
      running.dec();
      nights.inc({ outcome });
    },
    nightLagged: (ms) => lag.observe(Math.max(0, ms) / 1000),
    digestPosted: (delayMs) => delay.observe(Math.max(0, delayMs) / 1000),
    lightspeedAsked(series, { status, ms, used }) {
      asked.inc({ series, outcome: status === null ? 'no-answer' : String(status) });
      askedFor.observe({ series }, ms / 1000);
      if (used !== null) bucket.observe({ series }, used);
    },
    slackCalled(method, outcome, ms) {
      called.inc({ method, outcome });
      calledFor.observe(ms / 1000);
    },
    acknowledged: (kind, ms) => ack.observe({ kind }, ms / 1000),
  };
}
