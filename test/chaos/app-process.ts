import { type ChildProcess, fork } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Gate, type Moment, type Place } from './gate.ts';
import { type Answer, type Order, readAnswer } from './words.ts';

/** The far ends of a process, and its settings beside them. */
export interface Surroundings {
  mongod: Place;
  database: string;
  slack: Place;
  till: Place;
  env: Record<string, string>;
}

const file = fileURLToPath(new URL('./app.ts', import.meta.url));

/** How long a process may take to start or to do what is due, milliseconds. */
const patience = 90_000;

/** So many of its last words are kept. */
const mostWords = 30;

/** Daybook in a process of its own, which may be ended at any of its steps. */
export class AppProcess {
  readonly #child: ChildProcess;
  readonly #gate: Gate;
  readonly #exited: Promise<void>;
  readonly #words: string[] = [];
  #waiting: { kind: Answer['kind']; id: number | undefined; done: (answer?: Answer) => void }[] = [];
  #isEnded = false;
  #isKilled = false;
  #works = 0;

  private constructor(child: ChildProcess, gate: Gate) {
    this.#child = child;
    this.#gate = gate;
    child.on('message', (message) => this.#hear(readAnswer(message)));
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => this.#remember(line));
    }
    this.#exited = new Promise((resolve) => {
      child.once('exit', () => {
        this.#isEnded = true;
        for (const { done } of this.#waiting.splice(0)) done();
        gate.close();
        resolve();
      });
    });
  }

  /** Loads the program; it does nothing until it is started. */
  static async load({ mongod, database, slack, till, env }: Surroundings): Promise<AppProcess> {
    const gate = new Gate();
    const local = async (place: Place) => `127.0.0.1:${await gate.leadTo(place)}`;
    const child = fork(file, {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...env,
        // Halves the time that the next one takes to load.
        NODE_COMPILE_CACHE: join(tmpdir(), 'daybook-compile-cache'),
        // Direct, else the driver learns the server's own address and goes round the gate.
        MONGODB_URI: `mongodb://${await local(mongod)}/${database}?directConnection=true`,
        SLACK_API_URL: `http://${await local(slack)}/api/`,
        LIGHTSPEED_R_URL: `http://${await local(till)}`,
      },
    });
    const process = new AppProcess(child, gate);
    await process.#answer('loaded');
    return process;
  }

  get isAlive(): boolean {
    return !this.#isEnded;
  }

  /** Whether it ended though nobody ended it. */
  get diedByItself(): boolean {
    return this.#isEnded && !this.#isKilled;
  }

  /** The last lines it wrote. */
  get words(): readonly string[] {
    return this.#words;
  }

  get steps(): number {
    return this.#gate.steps;
  }

  /** Starts it; its port, where it has one. */
  async start(now: number): Promise<number | undefined> {
    this.#tell({ kind: 'start', now });
    const answer = await this.#answer('started');
    return answer?.kind === 'started' ? answer.port : undefined;
  }

  /** Does what is due by then; false when it died meanwhile. */
  async work(now: number): Promise<boolean> {
    this.#works += 1;
    const id = this.#works;
    this.#tell({ kind: 'work', now, id });
    return (await this.#answer('worked', id)) !== undefined;
  }

  /** Lets it die at a moment to come. */
  dieAt(moment: Moment): void {
    this.#gate.arm(moment, () => this.#kill());
  }

  /** Lets it live. */
  spare(): void {
    this.#gate.disarm();
  }

  async end(): Promise<void> {
    this.#kill();
    await this.#exited;
  }

  #kill(): void {
    if (this.#isEnded) return;
    this.#isKilled = true;
    this.#child.kill('SIGKILL');
  }

  #tell(order: Order): void {
    if (!this.#isEnded && !this.#isKilled) this.#child.send(order);
  }

  /** Undefined when it ends before it answers. */
  #answer(kind: Answer['kind'], id?: number): Promise<Answer | undefined> {
    if (this.#isEnded) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error(`a process is not ${kind} after ${patience} ms`));
      const timer = setTimeout(late, patience);
      const done = (answer?: Answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      this.#waiting.push({ kind, id, done });
    });
  }

  #hear(answer: Answer): void {
    const isMeant = ({ kind, id }: { kind: string; id: number | undefined }) =>
      kind === answer.kind && (answer.kind !== 'worked' || id === answer.id);
    const meant = this.#waiting.filter(isMeant);
    this.#waiting = this.#waiting.filter((each) => !isMeant(each));
    for (const { done } of meant) done(answer);
  }

  #remember(line: string): void {
    this.#words.push(line);
    if (this.#words.length > mostWords) this.#words.shift();
  }
}
