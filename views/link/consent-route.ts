import type { Engine } from '../../src/context.ts';
import { refreshHomes } from '../../src/home/refresh-homes.ts';
import { type Language, languageOf } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { LightspeedError } from '../../src/lightspeed/errors.ts';
import {
  ConsentFailedError,
  type ConsentOutcome,
  finishConsent,
} from '../../src/lightspeed/oauth/finish-consent.ts';
import { NotPermittedError } from '../../src/security/permissions.ts';
import type { Route, WebAnswer } from '../../src/slack/bolt.ts';
import { readerOf } from '../../src/slack/readers.ts';
import { troubleNumber } from '../../src/trace.ts';
import { within } from '../../src/within.ts';
import { consentPage } from './consent-page.ts';
import { tellLinked } from './tell-linked.ts';

/** Where Lightspeed sends a person's browser back to. */
export function consentRoute(engine: Engine): Route {
  return {
    path: '/lightspeed/oauth',
    method: 'GET',
    answer: (query, languages) => {
      const answered = answerBrowser(engine, query, languages);
      engine.inFlight.track(answered);
      return answered;
    },
  };
}

async function answerBrowser(engine: Engine, query: URLSearchParams, languages: string): Promise<WebAnswer> {
  // A person who is not known yet has a browser that says what they read.
  const browsers = languageOf(languages.split(/[,;]/)[0] ?? '') ?? 'en';
  try {
    const outcome = await finishConsent(engine, {
      state: query.get('state'),
      code: query.get('code'),
      error: query.get('error'),
    });
    if (outcome.kind === 'unknown') return pageOf(outcome, browsers);
    const { language } = await readerOf(outcome.context, outcome.userId);
    if (outcome.kind === 'linked') {
      // The page does not wait for a Slack that takes its time.
      await within(tellLinked(outcome.context, outcome, language), 3_000);
      await refreshHomes(engine, { workspaceId: outcome.context.workspace._id });
    }
    return pageOf(outcome, language);
  } catch (error) {
    const cause = error instanceof ConsentFailedError ? error.cause : error;
    const errorId = troubleNumber(engine);
    engine.logger.warn({ err: cause, errorId }, 'a consent could not be used');
    const language =
      error instanceof ConsentFailedError
        ? (await readerOf(error.asker.context, error.asker.userId)).language
        : browsers;
    const next = texts(language).consent.again;
    return consentPage({ ...failure(cause, errorId, language), next }, language);
  }
}

function pageOf(outcome: ConsentOutcome, language: Language): WebAnswer {
  const { consent } = texts(language);
  switch (outcome.kind) {
    case 'linked': {
      const happened = consent.linked(outcome.linked.link.name);
      return consentPage({ status: 200, happened, next: consent.linkedNext }, language);
    }
    case 'unknown':
      return consentPage({ status: 400, happened: consent.unknown, next: consent.again }, language);
    default:
      return consentPage({ status: 200, happened: consent[outcome.kind], next: consent.again }, language);
  }
}

function failure(error: unknown, errorId: string, language: Language): { status: number; happened: string } {
  const { consent } = texts(language);
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
