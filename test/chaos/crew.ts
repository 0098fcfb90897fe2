import { AppProcess, type Surroundings } from './app-process.ts';
import type { Moment } from './gate.ts';

/** What a member of the crew may be. */
type Role = 'all' | 'worker';

/** A place for a process. Whenever one dies the next one takes its place, which is loaded ahead so that nobody waits for it. */
export class Member {
  /** How often one died here. */
  deaths = 0;
  readonly #surroundings: Surroundings;
  readonly #heard: (port: number) => unknown;
  #current: AppProcess | undefined;
  #next: Promise<AppProcess> | undefined;
  #toCome: Moment[] = [];

  /** `heard` is told where it listens, each time anew. */
  constructor(surroundings: Surroundings, role: Role, heard: (port: number) => unknown) {
    this.#surroundings = { ...surroundings, env: { ...surroundings.env, DAYBOOK_ROLE: role } };
    this.#heard = heard;
  }

  get isWorking(): boolean {
    return this.#current?.isAlive ?? false;
  }

  /** The deaths to come, the first one counted from now, each other one from the start of the process after it. */
  mayDieAt(moments: readonly Moment[]): void {
    this.#toCome = [...moments];
    this.#current?.spare();
    this.#armNext();
  }

  /** Has a process work here. Throws what it wrote last when one ended though nobody ended it. */
  async takeUp(now: number): Promise<void> {
    while (!this.isWorking) {
      const process = await (this.#next ?? AppProcess.load(this.#surroundings));
      this.#next = undefined;
      this.#current = process;
      const port = await process.start(now);
      this.#expectKilled(process);
      if (port !== undefined) this.#heard(port);
      this.#armNext();
    }
  }

  /** Does what is due by then; false when it died meanwhile. */
  async work(now: number): Promise<boolean> {
    const process = this.#current;
    if (!process) return false;
    const isDone = await process.work(now);
    if (!isDone) {
      this.deaths += 1;
      this.#expectKilled(process);
    }
    return isDone;
  }

  /** Ends what works here; the next one waits until it is called. */
  async stop(): Promise<void> {
    await this.#current?.end();
  }

  async leave(): Promise<void> {
    await this.stop();
    const next = await this.#next?.catch(() => undefined);
    await next?.end();
  }

  #armNext(): void {
    if (!this.isWorking) return;
    const moment = this.#toCome.shift();
    if (!moment) return;
    this.#next ??= AppProcess.load(this.#surroundings);
    this.#current?.dieAt(moment);
  }

  #expectKilled({ diedByItself, words }: AppProcess): void {
    if (diedByItself) throw new Error(`a process ended by itself:\n${words.join('\n')}`);
  }
}
