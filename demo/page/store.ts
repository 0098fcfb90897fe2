import type { PageRequest } from '../page-server/requests.ts';
import type { Snapshot } from '../page-server/shared.ts';

/** What the page knows and is not told by the server. */
type Store = {
  snapshot: Snapshot | null;
  person: string;
  isConnected: boolean;
  /** The last thing that was done or went wrong, in words. */
  said: string;
};

const usualPerson = 'U1MANAGER';

export const store: Store = {
  snapshot: null,
  person: sessionStorage.getItem('person') ?? usualPerson,
  isConnected: false,
  said: '',
};

let draw = (): void => {};
let isDrawing = false;

/** Says how the page is drawn; it is drawn after every change from then on. */
export function onDraw(drawer: () => void): void {
  draw = drawer;
}

export function redraw(): void {
  if (isDrawing) return;
  isDrawing = true;
  queueMicrotask(() => {
    isDrawing = false;
    draw();
  });
}

/** Tells in the status line, which screen readers read out. */
export function say(text: string): void {
  store.said = text;
  redraw();
}

let source: EventSource | undefined;

/** Follows the workspace as a person sees it. */
export function follow(person: string): void {
  store.person = person;
  sessionStorage.setItem('person', person);
  source?.close();
  source = new EventSource(`/events?as=${encodeURIComponent(person)}`);
  source.onmessage = (event) => {
    store.snapshot = JSON.parse(event.data);
    store.isConnected = true;
    redraw();
  };
  source.onerror = () => {
    store.isConnected = false;
    redraw();
  };
}

export type Answer = { ok: true; result: unknown } | { ok: false; error: string };

/** Asks the server for something; what is refused is said in the status line. */
export async function ask(request: PageRequest): Promise<Answer> {
  let answer: Answer;
  try {
    const response = await fetch('/do', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    answer = await response.json();
  } catch {
    answer = { ok: false, error: 'The local workspace does not answer. Is it still running?' };
  }
  if (!answer.ok) say(answer.error);
  return answer;
}

/** Asks, and says what was done. */
export async function askAndSay(request: PageRequest): Promise<void> {
  const answer = await ask(request);
  if (answer.ok && typeof answer.result === 'string') say(answer.result);
}
