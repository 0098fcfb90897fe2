import { expect } from 'vitest';
import type { Handle } from '../../../demo/slack/handle.ts';
import { inaccessible, surfacesIn } from '../../support/accessible.ts';

/** What a test lets go wrong on purpose. */
export interface Tolerated {
  /** Verdicts of calls the app made, such as `expired_trigger_id`. */
  verdicts?: string[];
  /** Errors that Slack itself showed to a person, such as `operation_timeout`. */
  shown?: string[];
}

/** Every call was one that Slack knows and takes, each message has a text that says what its blocks do, and no person saw an error of Slack's own. */
export function expectGoodManners(slack: Handle, { verdicts = [], shown = [] }: Tolerated): void {
  const refused = slack.traffic.log
    .filter(({ verdict }) => verdict !== 'ok' && !verdicts.includes(verdict))
    .map(({ name, verdict, response }) => ({ name, verdict, response }));
  const errors = slack.state.shown.filter(({ error }) => !shown.includes(error));

  const sent = slack.traffic.log.filter(({ verdict }) => verdict === 'ok');
  const lost = sent.flatMap(({ name, from, request, response }) =>
    surfacesIn(from === 'app' ? request : response).flatMap((surface) =>
      inaccessible(surface).map((what) => `${name}: ${what}`),
    ),
  );

  expect(slack.state.unknownMethods).toEqual([]);
  expect(slack.state.warnings).toEqual([]);
  expect(errors).toEqual([]);
  expect(refused).toEqual([]);
  expect([...new Set(lost)]).toEqual([]);
}
