import type { PageRequest } from '../page-server/requests.ts';
import { type Answer, ask, redraw, say, store } from './store.ts';

/** Where an element is: a view, or a message. */
export type Target = { id: string } | { channel: string; ts: string };
export type Exactly = { blockId: string; actionId: string; value?: string };

let queue: Promise<unknown> = Promise.resolve();

/** Does something as the person at the screen, after what they did before. */
export function act(step: string, ...args: unknown[]): Promise<Answer> {
  if (step !== 'type') flushTyping();
  return inOrder({ do: 'act', as: store.person, step, args });
}

/** Asks for something after all that was done before. */
function inOrder(request: PageRequest): Promise<Answer> {
  const done = queue.then(() => ask(request));
  queue = done;
  return done;
}

/** Asks like that, and says what was done. */
export async function inOrderAndSay(request: PageRequest): Promise<void> {
  const answer = await inOrder(request);
  if (answer.ok && typeof answer.result === 'string') say(answer.result);
}

type Draft = { text: string; send: (() => void) | undefined; timer: ReturnType<typeof setTimeout> };

const drafts = new Map<string, Draft>();
const pauseMs = 250;

/** What is typed and perhaps not sent yet. */
export function draftOf(key: string): string | undefined {
  return drafts.get(key)?.text;
}

/** Keeps what is being typed and sends it at the next pause. */
export function typing(key: string, text: string, target: Target, field: Exactly): void {
  clearTimeout(drafts.get(key)?.timer);
  const send = () => {
    const draft = drafts.get(key);
    if (!draft?.send) return;
    draft.send = undefined;
    void act('type', target, field, text).then(() => {
      if (drafts.get(key)?.text === text) drafts.delete(key);
      redraw();
    });
  };
  drafts.set(key, { text, send, timer: setTimeout(send, pauseMs) });
}

/** Sends what is typed at once: something else is about to happen. */
export function flushTyping(): void {
  for (const { send, timer } of drafts.values()) {
    clearTimeout(timer);
    send?.();
  }
}
