import { timeText } from '../../src/language/format.ts';
import type { PersonDriver } from '../slack/driver/person.ts';
import { carryOutAtBar } from './at-bar.ts';
import type { PageRequest } from './requests.ts';
import { openStage, type Stage, type StageOptions, type Start, startOver } from './stage.ts';
import { type Jump, jump, zone } from './time.ts';

const saveAfterMs = 400;

/** The stage with what may be done to it from the page. Stays while stages come and go. */
export interface Theatre {
  stage(): Stage;
  busy(): string | null;
  /** Does it; gives what a person did, or what was done in words. Throws an Error in words. */
  carryOut(request: PageRequest): Promise<unknown>;
  /** Calls the listener after each change; returns how to stop. */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Opens the stage that was saved, or a fresh one. */
export async function openTheatre(options: StageOptions): Promise<Theatre> {
  const listeners = new Set<() => void>();
  let busy: string | null = null;
  let saving: Promise<void> = Promise.resolve();
  let saveTimer: NodeJS.Timeout | undefined;
  let stage = await openStage(options);
  let unlisten = stage.workspace.slack.onChange(changed);

  function tell(): void {
    for (const listener of listeners) listener();
  }
  function changed(): void {
    tell();
    saveTimer ??= setTimeout(() => {
      saveTimer = undefined;
      save().catch((error: unknown) => options.logger.error({ err: error }, 'the workspace was not saved'));
    }, saveAfterMs);
  }
  function save(): Promise<void> {
    saving = saving.then(() => stage.save());
    return saving;
  }
  async function alone<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
    if (busy !== null) throw new Error(`${busy} Wait until that is done.`);
    busy = what;
    tell();
    try {
      return await work();
    } finally {
      busy = null;
      changed();
    }
  }
  async function closeStage(): Promise<void> {
    clearTimeout(saveTimer);
    saveTimer = undefined;
    unlisten();
    await stage.close();
  }

  const jumping = (to: Jump) =>
    alone('The clock is moving.', async () => {
      // An answer that is still on its way would come too late for its response_url.
      await stage.workspace.daybook.engine.inFlight.settled(5_000);
      await jump({ engine: stage.workspace.daybook.engine, clock: stage.clock }, to, tell);
      return `It is ${timeText(stage.clock.now(), zone, 'en')}.`;
    });
  const restart = (start: Start) =>
    alone('Starting over.', async () => {
      await closeStage();
      await saving;
      stage = await startOver(options, start);
      unlisten = stage.workspace.slack.onChange(changed);
      return 'Started over.';
    });

  return {
    stage: () => stage,
    busy: () => busy,
    carryOut: async (request) => {
      if (request.do === 'startOver') return restart(request.with);
      if (request.do === 'jump') return jumping({ to: request.to });
      if (request.do === 'jumpTo') return jumping({ to: 'date', day: request.day });
      if (busy === 'Starting over.') throw new Error('Starting over. Wait until that is done.');
      if (request.do === 'act')
        return actAs(stage.workspace.slack.as(request.as), request.step, request.args);
      const said = carryOutAtBar(stage, request);
      // It is said once the app has heard of it, too.
      if (request.do === 'language') await stage.workspace.slack.eventsSettled();
      changed();
      return said;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await closeStage();
      await save();
    },
  };
}

/** Does what a person does; the driver itself refuses what the screen would not let them do. */
async function actAs(person: PersonDriver, step: string, args: unknown[]): Promise<unknown> {
  const found: unknown = Object.entries(person).find(([name]) => name === step)?.[1];
  if (typeof found !== 'function') throw new Error(`A person cannot '${step}'`);
  return Reflect.apply(found, person, args);
}
