import type { Snapshot } from '../page-server/shared.ts';
import { blocks } from './blocks.ts';
import { type Child, h } from './dom.ts';
import { act } from './person.ts';
import { ownLanguage } from './spoken.ts';
import { namesOf, type Spot } from './spot.ts';
import { redraw } from './store.ts';

type View = NonNullable<Snapshot['modal']>;

/** What stopped the last submit of a view on the page itself: an empty field and the like. */
let refused: { view: string; text: string } | undefined;
let focused = '';
/** A submit was answered: if that names wrong fields, the first one gets the focus when they come on the screen. */
let wantsMending = false;

/** The modal on top, in front of the page. */
export function modal(snapshot: Snapshot): Child[] {
  const { modal: view } = snapshot;
  if (!view) {
    refused = undefined;
    focused = '';
    return [];
  }
  queueMicrotask(() => {
    focusFirst(view);
    focusWrong();
  });
  return [
    h(
      'dialog',
      {
        key: 'modal',
        id: 'modal',
        class: 'modal',
        lang: ownLanguage(snapshot),
        'aria-labelledby': 'modal-title',
        created: (element) => element instanceof HTMLDialogElement && element.showModal(),
        // Escape asks the app, as the close button does.
        oncancel: (event: Event) => {
          if (event.target instanceof HTMLDialogElement) event.preventDefault();
          void act('close', { id: view.id });
        },
      },
      h(
        'form',
        { novalidate: true, autocomplete: 'off', onsubmit: (event: Event) => void submit(event, view.id) },
        h(
          'header',
          {},
          h('h2', { id: 'modal-title', tabindex: -1 }, view.title),
          view.below > 0 && h('span', { class: 'quiet' }, `${view.below} more below`),
        ),
        h(
          'div',
          { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': view.title },
          complaints(snapshot, view),
          blocks(view.blocks, spotOf(snapshot, view)),
        ),
        h(
          'footer',
          { class: 'ends' },
          h(
            'button',
            { type: 'button', onclick: () => void act('close', { id: view.id }) },
            view.close ?? 'Close',
          ),
          view.submit !== null && h('button', { type: 'submit', class: 'primary' }, view.submit),
        ),
      ),
    ),
  ];
}

function spotOf(snapshot: Snapshot, view: View): Spot {
  const { id, values, errors } = view;
  return { target: { id }, scope: id, values, errors, snapshot, names: namesOf(snapshot) };
}

function complaints({ notices, now }: Snapshot, view: View): Child[] {
  const shown = notices.filter((each) => each.view === view.id && each.at === now).slice(-1);
  const texts = [...shown.map(({ text }) => text), ...(refused?.view === view.id ? [refused.text] : [])];
  return texts.map((text) => h('p', { class: 'error', role: 'alert' }, text));
}

async function submit(event: Event, view: string): Promise<void> {
  event.preventDefault();
  refused = undefined;
  const answer = await act('submit', { id: view });
  if (!answer.ok) refused = { view, text: answer.error };
  redraw();
  wantsMending = answer.ok;
}

/** The first field that the app did not accept, so that it can be mended at once. */
function focusWrong(): void {
  if (!wantsMending) return;
  const wrong = document.querySelector('#modal [aria-invalid="true"]');
  if (!(wrong instanceof HTMLElement)) return;
  wantsMending = false;
  wrong.focus();
}

/** When other content came, the field that asks for it gets the focus, else the first one, unless one has it. */
function focusFirst({ id, title, blocks: all }: View): void {
  const signature = JSON.stringify([id, title, all.map((block) => block['block_id'])]);
  if (signature === focused) return;
  focused = signature;
  wantsMending = false;
  const dialog = document.getElementById('modal');
  const active = document.activeElement;
  if (active instanceof HTMLInputElement && dialog?.contains(active)) return;
  const first =
    dialog?.querySelector('[data-focus]') ??
    dialog?.querySelector('.input input, .input textarea, .block button') ??
    dialog?.querySelector('footer button');
  if (first instanceof HTMLElement) first.focus();
}
