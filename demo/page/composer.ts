import type { Snapshot } from '../page-server/shared.ts';
import { type Completion, completions } from './completion.ts';
import { type Child, h } from './dom.ts';
import { act } from './person.ts';
import { followAnswer } from './scrolling.ts';
import { redraw } from './store.ts';

type Composer = { channel: string; thread: string | undefined; label: string; snapshot: Snapshot };

/** What is typed in the one composer that has the focus, and the completion chosen with the arrows. */
type Typing = { id: string; text: string; active: number; isClosed: boolean };

let now: Typing | undefined;

/** The line in which one types messages and commands. In threads there are no commands. */
export function composer(of: Composer): Child {
  const id = `composer-${of.channel}-${of.thread ?? ''}`.replace(/[^\w-]/g, '_');
  const found = offered(of, id);
  const isOpen = found.length > 0;
  return h(
    'form',
    { key: id, class: 'composer', onsubmit: (event: Event) => submit(event, of, id) },
    isOpen && listbox(id, found),
    h('input', {
      id,
      type: 'text',
      role: 'combobox',
      autocomplete: 'off',
      'aria-label': of.label,
      'aria-autocomplete': 'list',
      'aria-expanded': String(isOpen),
      'aria-controls': isOpen ? `${id}-list` : undefined,
      'aria-activedescendant': isOpen && now && now.active >= 0 ? `${id}-${now.active}` : undefined,
      placeholder: of.thread === undefined ? `${of.label}, or / for a command` : of.label,
      oninput: (event: Event) => {
        now = { id, text: typedIn(event), active: -1, isClosed: false };
        redraw();
      },
      onkeydown: (event: KeyboardEvent) => onKey(event, found),
      onblur: () => {
        if (now?.id !== id || now.isClosed) return;
        now = { ...now, isClosed: true };
        redraw();
      },
    }),
    h('button', { type: 'submit', class: 'primary' }, 'Send'),
  );
}

function offered({ thread, snapshot }: Composer, id: string): Completion[] {
  if (thread !== undefined || now?.id !== id || now.isClosed) return [];
  return completions(now.text, snapshot.commands);
}

function listbox(id: string, found: Completion[]): Child {
  return h(
    'ul',
    { id: `${id}-list`, role: 'listbox', class: 'list above', 'aria-label': 'Commands' },
    found.map((each, index) =>
      h(
        'li',
        {
          id: `${id}-${index}`,
          role: 'option',
          'aria-selected': String(index === now?.active),
          onmousedown: (event: Event) => {
            event.preventDefault();
            complete(id, each);
          },
        },
        h('span', {}, each.shown),
        each.about !== '' && h('small', {}, each.about),
      ),
    ),
  );
}

function onKey(event: KeyboardEvent, found: Completion[]): void {
  if (!now || found.length === 0) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    now = {
      ...now,
      active: (Math.max(now.active, step === 1 ? -1 : 0) + step + found.length) % found.length,
    };
    redraw();
  } else if ((event.key === 'Tab' && !event.shiftKey) || (event.key === 'Enter' && now.active >= 0)) {
    const chosen = found[Math.max(0, now.active)];
    if (!chosen) return;
    event.preventDefault();
    complete(now.id, chosen);
  } else if (event.key === 'Escape') {
    now = { ...now, isClosed: true };
    redraw();
  }
}

function complete(id: string, { line }: Completion): void {
  const input = document.getElementById(id);
  if (input instanceof HTMLInputElement) input.value = line;
  now = { id, text: line, active: -1, isClosed: false };
  redraw();
}

function submit(event: Event, { channel, thread }: Composer, id: string): void {
  event.preventDefault();
  const input = document.getElementById(id);
  if (!(input instanceof HTMLInputElement) || input.value.trim() === '') return;
  const line = input.value.trim();
  input.value = '';
  now = undefined;
  followAnswer();
  if (line.startsWith('/') && thread === undefined) void act('command', line, { channel });
  else void act('say', channel, line, thread === undefined ? {} : { threadTs: thread });
  redraw();
}

function typedIn(event: Event): string {
  return event.target instanceof HTMLInputElement ? event.target.value : '';
}
