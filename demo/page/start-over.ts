import { type Child, h } from './dom.ts';
import { addressOf } from './route.ts';
import { askAndSay, redraw } from './store.ts';

let isOpen = false;
let start: 'year' | 'empty' = 'year';

const choices = [
  ['year', 'A year of figures', 'Linked and mapped, with a year of turnover of a small Dutch chain.'],
  ['empty', 'Empty workspace', 'As on the day Daybook was installed: nothing is linked yet.'],
] as const;

export function askStartOver(): void {
  isOpen = true;
  redraw();
}

function close(): void {
  isOpen = false;
  redraw();
}

/** Asks before everything is thrown away. */
export function startOverDialog(): Child[] {
  if (!isOpen) return [];
  return [
    h(
      'dialog',
      {
        key: 'start-over',
        class: 'question',
        'aria-labelledby': 'start-over-title',
        created: (element) => element instanceof HTMLDialogElement && element.showModal(),
        oncancel: (event: Event) => {
          event.preventDefault();
          close();
        },
      },
      h(
        'form',
        { onsubmit: (event: Event) => startOver(event) },
        h('h2', { id: 'start-over-title' }, 'Start over?'),
        h('p', {}, 'All messages, links and figures of this local workspace are thrown away.'),
        h(
          'fieldset',
          {},
          h('legend', {}, 'Start with'),
          choices.map(([value, name, about]) =>
            h(
              'label',
              { class: 'choice' },
              h('input', {
                type: 'radio',
                name: 'start',
                value,
                checked: value === start,
                onchange: () => {
                  start = value;
                },
              }),
              h('span', {}, name, h('small', {}, about)),
            ),
          ),
        ),
        h(
          'div',
          { class: 'ends' },
          h('button', { type: 'button', onclick: close }, 'Cancel'),
          h('button', { type: 'submit', class: 'danger' }, 'Start over'),
        ),
      ),
    ),
  ];
}

function startOver(event: Event): void {
  event.preventDefault();
  close();
  location.hash = addressOf({ kind: 'channel', channel: 'C1SALES', thread: undefined });
  void askAndSay({ do: 'startOver', with: start });
}
