import type { KnownBlock } from '@slack/types';
import { mongo } from 'mongoose';
import { UnknownChoiceError } from '../src/departments/errors.ts';
import type { Language } from '../src/language/format.ts';
import { texts } from '../src/language/texts.ts';
import { NotPermittedError } from '../src/security/permissions.ts';
import { DeliveryError } from '../src/slack/delivery.ts';
import { refusalButtons, refusalText } from './access/refusal.ts';

/** What a person reads when something failed: what happened, whether anything changed, and the next step. */
export function troubleText(error: unknown, errorId: string, language: Language): string {
  const { trouble, mapping } = texts(language);
  if (error instanceof NotPermittedError) return refusalText(error, language);
  if (error instanceof DeliveryError) return slackText(error, language);
  if (error instanceof UnknownChoiceError) return mapping.notEditable;
  if (isDatabaseGone(error)) return trouble.database;
  return trouble.unexpected(errorId);
}

/** What can be done at once about what failed, under its text. */
export function troubleMore(error: unknown, language: Language): KnownBlock[] {
  return error instanceof NotPermittedError ? refusalButtons(error, language) : [];
}

/** What Slack did not do: where it does not say who somebody is, nothing was begun; a message comes after the deed. */
function slackText({ method }: DeliveryError, language: Language): string {
  const { trouble, access } = texts(language);
  const { slackSilent, slackFailed } = trouble;
  switch (method) {
    case 'users.info':
      return slackSilent;
    case 'conversations.members':
      return access.slackSilent;
    case 'chat.postMessage':
      return slackFailed.post;
    case 'chat.update':
      return slackFailed.update;
    default:
      return slackFailed.other;
  }
}

/** Whether the database could not be reached, or is changing its primary. */
function isDatabaseGone(error: unknown): boolean {
  if (error instanceof mongo.MongoServerSelectionError || error instanceof mongo.MongoNetworkError)
    return true;
  if (error instanceof mongo.MongoError) return error.hasErrorLabel('RetryableWriteError');
  // A connection that breaks under a write comes as the bare error of its socket: only the driver lets that through.
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

/** Whether a failure is the person's to mend, and no news for the log. */
export function isTheirs(error: unknown): boolean {
  return error instanceof NotPermittedError || error instanceof UnknownChoiceError;
}
