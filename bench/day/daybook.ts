import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type Answer, type Order, readAnswer } from './words.ts';

/** A Daybook in a process of its own, whose clock stands where it was last told. */
export interface DaybookApart {
  ask(kind: Order['kind'], now: number): Promise<Answer>;
  stop(): Promise<void>;
}

export function startDaybookApart(env: Record<string, string>): DaybookApart {
  const child = fork(new URL('app.ts', import.meta.url), {
    env: { ...process.env, ...env },
    execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
  });
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let isOver: string | undefined;
  const ended = once(child, 'exit').then(([code, signal]) => {
    isOver = `Daybook ended with ${code ?? signal}`;
    for (const { reject } of waiting.values()) reject(new Error(isOver));
  });
  child.on('message', (message) => {
    const answer = readAnswer(message);
    waiting.get(answer.id)?.resolve(answer);
    waiting.delete(answer.id);
  });
  let asked = 0;
  return {
    ask(kind, now) {
      asked += 1;
      const order: Order = { id: asked, kind, now };
      return new Promise((resolve, reject) => {
        if (isOver !== undefined) return reject(new Error(isOver));
        waiting.set(order.id, { resolve, reject });
        child.send(order);
      });
    },
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
      if (isOver !== 'Daybook ended with 0') process.stderr.write(`${isOver}\n`);
    },
  };
}
