import { type Answer, ask, redraw, store } from './store.ts';

/** Where an element is: a view, or a message. */
export type Target = { id: string } | { channel: string; ts: string };
export type Exactly = { blockId: string; actionId: string; value?: string };

let queue: Promise<unknown> = Promise.resolve();

/** Does something as the person at the screen, after what they did before. */
export function act(step: string, ...args: unknown[]): Promise<Answer> {
  if (step !== 'type') flushTyping();
  const as = store.person;
  const done = queue.then(() => ask({ do: 'act', as, step, args }));
  queue = done;
  return done;
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
