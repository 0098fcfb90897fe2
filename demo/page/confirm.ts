import { type Child, h } from './dom.ts';
import { type Json, obj, words } from './json.ts';
import type { Names } from './mrkdwn.ts';
import { redraw } from './store.ts';
import { text } from './text.ts';

type Question = { asked: Json; names: Names; answer: (yes: boolean) => void };

let open: Question | undefined;

/** Asks the question of a button or menu, where it has one. */
export function confirmed(element: Json, names: Names): Promise<{ confirm?: boolean }> {
  const asked = obj(element['confirm']);
  if (Object.keys(asked).length === 0) return Promise.resolve({});
  return new Promise((resolve) => {
    open = { asked, names, answer: (yes) => resolve({ confirm: yes }) };
    redraw();
  });
}

function settle(yes: boolean): void {
  open?.answer(yes);
  open = undefined;
  redraw();
}

/** The question in front of everything, while there is one. */
export function confirmDialog(): Child[] {
  if (!open) return [];
  const { asked, names } = open;
  return [
    h(
      'dialog',
      {
        key: 'confirm',
        class: 'question',
        'aria-labelledby': 'confirm-title',
        created: (element) => element instanceof HTMLDialogElement && element.showModal(),
        oncancel: (event: Event) => {
          event.preventDefault();
          settle(false);
        },
      },
      h('h2', { id: 'confirm-title' }, words(asked['title'])),
      h('p', {}, text(asked['text'], names)),
      h(
        'div',
        { class: 'ends' },
        h('button', { type: 'button', onclick: () => settle(false) }, words(asked['deny']) || 'Cancel'),
        h(
          'button',
          {
            type: 'button',
            class: asked['style'] === 'danger' ? 'danger' : 'primary',
            onclick: () => settle(true),
          },
          words(asked['confirm']) || 'Yes',
        ),
      ),
    ),
  ];
}
