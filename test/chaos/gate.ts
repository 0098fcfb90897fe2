import { connect, createServer, type Server, type Socket } from 'node:net';

/** When a process dies: at its n-th step from now on, before that is done or after it is done and before it hears so. */
export interface Moment {
  step: number;
  side: 'before' | 'after';
}

/** Where something listens: a port on loopback, or a socket file. */
export type Place = { port: number } | { path: string };

/**
 * All that a process sends out goes through here: a step is anything that it says to the database, to Slack or to Lightspeed.
 * At a chosen step the process is ended, so that it dies between that step and the one before or after it.
 */
export class Gate {
  readonly #servers: Server[] = [];
  readonly #open = new Set<Socket>();
  #armed: { left: number; side: Moment['side']; die: () => void } | undefined;
  #steps = 0;

  /** How many steps there were. */
  get steps(): number {
    return this.#steps;
  }

  /** The next death; one that was chosen before is forgotten. */
  arm({ step, side }: Moment, die: () => void): void {
    this.#armed = { left: step, side, die };
  }

  disarm(): void {
    this.#armed = undefined;
  }

  /** A port that leads to a place, through this gate. */
  async leadTo(place: Place): Promise<number> {
    const server = createServer((near) => this.#relay(near, place));
    this.#servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a gate has no port');
    return address.port;
  }

  close(): void {
    for (const socket of this.#open) socket.destroy();
    for (const server of this.#servers) server.close();
  }

  #relay(near: Socket, place: Place): void {
    const far = connect(place);
    let dieAtAnswer: (() => void) | undefined;
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      this.#open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (said) => {
      const death = this.#step();
      if (death?.side === 'before') {
        death.die();
        return;
      }
      dieAtAnswer = death?.die;
      far.write(said);
    });
    far.on('data', (answer) => {
      if (dieAtAnswer) dieAtAnswer();
      else near.write(answer);
    });
  }

  /** Counts one; the death that is due with it, if any. */
  #step() {
    this.#steps += 1;
    const armed = this.#armed;
    if (!armed) return undefined;
    armed.left -= 1;
    if (armed.left > 0) return undefined;
    this.#armed = undefined;
    return armed;
  }
}
