import type { Snapshot } from '../page-server/shared.ts';
import { blocks } from './blocks.ts';
import { type Child, h } from './dom.ts';
import { ownLanguage } from './spoken.ts';
import { namesOf } from './spot.ts';

/** The app's Home, as it was published for this person. */
export function home(snapshot: Snapshot): Child {
  const { home: view, app } = snapshot;
  const shown = view
    ? blocks(view.blocks, {
        target: { id: view.id },
        scope: view.id,
        values: view.values,
        errors: {},
        snapshot,
        names: namesOf(snapshot),
      })
    : h('p', { class: 'quiet' }, `${app.name} has shown nothing here yet.`);
  return h(
    'section',
    { key: 'home', class: 'place home', 'aria-labelledby': 'place-title' },
    h('header', {}, h('h2', { id: 'place-title', tabindex: -1 }, `${app.name}: Home`)),
    h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': 'Home', lang: ownLanguage(snapshot) },
      shown,
    ),
  );
}
