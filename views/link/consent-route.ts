import type { Engine } from '../../src/context.ts';
import { texts } from '../../src/language/texts.ts';
import { LightspeedError } from '../../src/lightspeed/errors.ts';
import type { Linked } from '../../src/lightspeed/link-account.ts';
import {
  type ConsentAsker,
  ConsentFailedError,
  type ConsentOutcome,
  finishConsent,
} from '../../src/lightspeed/oauth/finish-consent.ts';
import { NotPermittedError } from '../../src/security/permissions.ts';
import type { Route, WebAnswer } from '../../src/slack/bolt.ts';
import { linkedMessage } from './blocks.ts';
import { consentPage } from './consent-page.ts';

/** Where Lightspeed sends a person's browser back to. */
export function consentRoute(engine: Engine): Route {
  return {
    path: '/lightspeed/oauth',
    method: 'GET',
    answer: (query) => {
      const answered = answerBrowser(engine, query);
      engine.inFlight.track(answered);
      return answered;
    },
  };
}

async function answerBrowser(engine: Engine, query: URLSearchParams): Promise<WebAnswer> {
  const { consent } = texts('en');
  try {
    const outcome = await finishConsent(engine, {
      state: query.get('state'),
      code: query.get('code'),
      error: query.get('error'),
    });
    if (outcome.kind === 'linked') await tellInSlack(outcome);
    return pageOf(outcome);
  } catch (error) {
    const cause = error instanceof ConsentFailedError ? error.cause : error;
    const errorId = engine.newId().slice(-8);
    engine.logger.warn({ err: cause, errorId }, 'a consent could not be used');
    return consentPage({ ...failure(cause, errorId), next: consent.again }, 'en');
  }
}

function pageOf(outcome: ConsentOutcome): WebAnswer {
  const { consent } = texts('en');
  switch (outcome.kind) {
    case 'linked': {
      const happened = consent.linked(outcome.linked.link.name);
      return consentPage({ status: 200, happened, next: consent.linkedNext }, 'en');
    }
    case 'unknown':
      return consentPage({ status: 400, happened: consent.unknown, next: consent.again }, 'en');
    default:
      return consentPage({ status: 200, happened: consent[outcome.kind], next: consent.again }, 'en');
  }
}

/** The account is linked whether or not Slack takes the message: the page says so too. */
async function tellInSlack({ context, userId, linked }: ConsentAsker & { linked: Linked }): Promise<void> {
  const { delivery, workspace, logger } = context;
  try {
    const message = linkedMessage(linked, workspace.language);
    await delivery.post(workspace._id, { channelId: userId, ...message });
  } catch (error) {
    logger.warn({ err: error, userId }, 'a person could not be told that an account is linked');
  }
}

function failure(error: unknown, errorId: string): { status: number; happened: string } {
  const { consent } = texts('en');
  if (error instanceof NotPermittedError) return { status: 403, happened: consent.notManager };
  if (!(error instanceof LightspeedError)) return { status: 500, happened: consent.unexpected(errorId) };
  switch (error.name) {
    case 'KeyRefusedError':
      return { status: 400, happened: consent.expired };
    case 'AccessDeniedError':
      return { status: 403, happened: consent.mayNot };
    case 'ClientRefusedError':
      return { status: 502, happened: consent.operator };
    default:
      return { status: 502, happened: consent.down };
  }
}
