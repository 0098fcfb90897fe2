import { type Child, h } from './dom.ts';

/** A menu behind a button; `named` says more than the button shows. */
export function popup(key: string, shown: string, entries: Child[], named?: string): Child {
  return h(
    'details',
    { key, class: 'overflow' },
    h('summary', { 'aria-label': named }, shown),
    h('ul', { onclick: close }, entries),
  );
}

/** An entry was chosen: the focus goes back to where the menu came from. */
function close({ target }: Event): void {
  const menu = target instanceof Element && target.closest('button') ? target.closest('details') : null;
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

const open = (): NodeListOf<HTMLDetailsElement> =>
  document.querySelectorAll<HTMLDetailsElement>('details.overflow[open]');

/** Menus come wholly into sight; they close when one goes elsewhere, and by Escape, which then does nothing more. */
export function keepPopups(): void {
  document.addEventListener('toggle', ({ target }) => showWhole(target), { capture: true });
  for (const leaving of ['focusin', 'pointerdown'] as const) {
    document.addEventListener(leaving, ({ target }) => {
      for (const each of open()) if (!(target instanceof Node && each.contains(target))) each.open = false;
    });
  }
  document.addEventListener(
    'keydown',
    (event) => {
      const [first] = open();
      if (event.key !== 'Escape' || !first) return;
      event.preventDefault();
      event.stopPropagation();
      first.open = false;
      first.querySelector('summary')?.focus();
    },
    { capture: true },
  );
}

function showWhole(target: EventTarget | null): void {
  const list =
    target instanceof Element && target.matches('.overflow[open]') ? target.querySelector('ul') : null;
  if (!list) return;
  list.classList.remove('from-left');
  // Beside the left edge there is no room for it to begin further left than its button.
  if (list.getBoundingClientRect().left < 0) list.classList.add('from-left');
  list.scrollIntoView({ block: 'nearest' });
}
