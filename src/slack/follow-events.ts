import type { App, ReceiverEvent } from '@slack/bolt';
import type { AckKind, Metrics } from '../metrics.ts';
import { inTrace } from '../trace.ts';

/** Whatever comes from Slack is done under a number of its own, from the look-up of its token on, and how soon it is acknowledged is measured. */
export function followEvents(app: App, metrics: Metrics): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = (event) => inTrace(() => processEvent(measured(event, metrics)));
}

function measured(event: ReceiverEvent, metrics: Metrics): ReceiverEvent {
  const begun = performance.now();
  const ack: ReceiverEvent['ack'] = (response) => {
    metrics.acknowledged(kindOf(event.body), performance.now() - begun);
    return event.ack(response);
  };
  return { ...event, ack };
}

const kinds: Readonly<Record<string, AckKind>> = {
  block_actions: 'action',
  view_submission: 'submit',
  block_suggestion: 'options',
  event_callback: 'event',
};

function kindOf(body: ReceiverEvent['body']): AckKind {
  if (typeof body['command'] === 'string') return 'command';
  return kinds[String(body['type'])] ?? 'other';
}
