import type { Workspace } from '../../models/workspace.ts';
import type { Context } from '../context.ts';
import { type Language, languageOf } from '../language/format.ts';
import type { Logger } from '../logger.ts';
import { within } from '../within.ts';
import type { Delivery } from './delivery.ts';

/** In which words and which zone someone is told. */
export interface Reader {
  language: Language;
  zone: string;
}

/** Someone in a workspace. */
interface Someone {
  workspaceId: string;
  userId: string;
}

/** Who reads which language: a person's own is that of their Slack. */
export interface Readers {
  /** The language of a person's Slack; undefined where Slack does not say in time, or it is none of Daybook's. Never throws. */
  spokenBy(person: Someone): Promise<Language | undefined>;
  /** What is known without asking anybody: for what must be on the screen at once. */
  atOnce(person: Someone): Language;
  /** Keeps in mind which language a workspace chose. */
  note(workspace: Pick<Workspace, '_id' | 'language'>): void;
}

/** How long Slack may take to say which language a person reads, milliseconds: they wait for an answer. */
const patience = 1_000;

/** So many people are kept in mind; who is forgotten is asked for again. */
const mostKept = 20_000;

export function createReaders({ delivery, logger }: { delivery: Delivery; logger: Logger }): Readers {
  const people = new Map<string, Language | undefined>();
  const workspaces = new Map<string, Language>();
  const keyOf = ({ workspaceId, userId }: Someone) => `${workspaceId} ${userId}`;
  return {
    async spokenBy(someone) {
      const key = keyOf(someone);
      try {
        const person = await within(delivery.person(someone.workspaceId, someone.userId), patience);
        if (person) keep(people, key, languageOf(person.locale));
      } catch (error) {
        // That Slack does not answer is said where it matters; the words need not wait for it.
        logger.debug({ err: error, ...someone }, 'the language of a person is not known');
      }
      return people.get(key);
    },
    atOnce: (someone) => people.get(keyOf(someone)) ?? workspaces.get(someone.workspaceId) ?? 'en',
    note: ({ _id, language }) => keep(workspaces, _id, language),
  };
}

function keep<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  kept.delete(key);
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, value);
}

/** How a person is written to who did not just ask: in their own language, else in that of the workspace. */
export async function readerOf({ workspace, readers }: Context, userId: string): Promise<Reader> {
  const spoken = await readers.spokenBy({ workspaceId: workspace._id, userId });
  return { language: spoken ?? workspace.language, zone: workspace.zone };
}
