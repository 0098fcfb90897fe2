import type { Context, Engine } from '../src/context.ts';
import type { Language } from '../src/language/format.ts';
import { enterWorkspace } from '../src/workspaces.ts';
import { isTheirs, troubleText } from './trouble.ts';

/** Who asks, and where. */
export interface Asker {
  workspaceId: string;
  userId: string;
}

/** A person's request, entered into their workspace. */
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
  tell: (text: string) => Promise<unknown>,
  work: (request: Request) => Promise<void>,
): Promise<void> {
  const answered = answer(engine, asker, tell, work);
  engine.inFlight.track(answered);
  return answered;
}

async function answer(
  engine: Engine,
  asker: Asker,
  tell: (text: string) => Promise<unknown>,
  work: (request: Request) => Promise<void>,
): Promise<void> {
  try {
    const context = await enterWorkspace(engine, { workspaceId: asker.workspaceId });
    await work({ ...asker, context, language: context.workspace.language });
  } catch (error) {
    const errorId = engine.newId().slice(-8);
    if (!isTheirs(error)) engine.logger.error({ err: error, errorId, ...asker }, 'a request failed');
    await tellOf(engine, errorId, () => tell(troubleText(error, errorId, 'en')));
  }
}

async function tellOf(engine: Engine, errorId: string, tell: () => Promise<unknown>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    engine.logger.error({ err: error, errorId }, 'a person could not be told that a request failed');
  }
}
