import { mongo } from 'mongoose';
import type { Language } from '../src/language/format.ts';
import { texts } from '../src/language/texts.ts';
import { NotPermittedError } from '../src/security/permissions.ts';
import { DeliveryError } from '../src/slack/delivery.ts';

/** What a person reads when something failed: what happened, whether anything changed, and the next step. */
export function troubleText(error: unknown, errorId: string, language: Language): string {
  const { trouble } = texts(language);
  if (error instanceof NotPermittedError)
    return error.whom === 'manager' ? trouble.notManager : trouble.guest;
  if (error instanceof DeliveryError) return trouble.slackSilent;
  if (isDatabaseGone(error)) return trouble.database;
  return trouble.unexpected(errorId);
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
  return error instanceof NotPermittedError;
}
