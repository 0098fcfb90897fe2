import type { KnownBlock } from '@slack/types';
import type { Context, Engine } from '../src/context.ts';
import { reinstate } from '../src/installations/end-installation.ts';
import type { Language } from '../src/language/format.ts';
import { noteRefusal } from '../src/security/note-refusal.ts';
import { NotPermittedError } from '../src/security/permissions.ts';
import { troubleNumber } from '../src/trace.ts';
import { enterWorkspace } from '../src/workspaces.ts';
import { isTheirs, troubleMore, troubleText } from './trouble.ts';

/** Who asks, and where. */
export interface Asker {
  workspaceId: string;
  userId: string;
}

/** Tells a person something, in the language that they read; `more` stands below it where there is room for blocks. */
export type Tell = (text: string, language: Language, more?: KnownBlock[]) => Promise<unknown>;

/** A person's request, entered into their workspace, and the language they read. */
export interface Request extends Asker {
  context: Context;
  language: Language;
}

/**
 * Does what a person asked for. Whatever goes wrong reaches them through `tell`, in words, and the log under the same
 * number; nothing is thrown. A stop of the process waits for it.
 */
export function answering(
  engine: Engine,
  asker: Asker,
  tell: Tell,
  work: (request: Request) => Promise<void>,
): Promise<void> {
  const answered = answer(engine, asker, tell, work);
  engine.inFlight.track(answered);
  return answered;
}

async function answer(
  engine: Engine,
  asker: Asker,
  tell: Tell,
  work: (request: Request) => Promise<void>,
): Promise<void> {
  try {
    await work(await requestOf(engine, asker));
  } catch (error) {
    const errorId = troubleNumber(engine);
    if (!isTheirs(error)) engine.logger.error({ err: error, errorId, ...asker }, 'a request failed');
    if (error instanceof NotPermittedError) await noteRefusal(engine, asker, error);
    const language = await languageFor(engine, asker);
    const more = troubleMore(error, language);
    await tellOf(engine, errorId, () => tell(troubleText(error, errorId, language), language, more));
  }
}

/** Which language a person reads, without a database; never throws. */
export async function languageFor({ readers }: Engine, asker: Asker): Promise<Language> {
  return (await readers.spokenBy(asker)) ?? readers.atOnce(asker);
}

/** A person in their workspace: what they are shown alone is in the language of their Slack, else in the workspace's. */
export async function requestOf(engine: Engine, asker: Asker): Promise<Request> {
  const [context, spoken] = await Promise.all([
    enterWorkspace(engine, { workspaceId: asker.workspaceId }),
    engine.readers.spokenBy(asker),
  ]);
  if (context.workspace.uninstalledAt) await reinstate(context);
  return { ...asker, context, language: spoken ?? context.workspace.language };
}

async function tellOf(engine: Engine, errorId: string, tell: () => Promise<unknown>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    engine.logger.error({ err: error, errorId }, 'a person could not be told that a request failed');
  }
}
