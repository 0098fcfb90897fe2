import type { PagePerson, Snapshot } from '../page-server/shared.ts';
import { type Child, h } from './dom.ts';
import { inOrderAndSay } from './person.ts';
import { askStartOver } from './start-over.ts';
import { follow } from './store.ts';
import { chooseTheme, theme } from './theme.ts';

const languages = [
  ['en-US', 'English'],
  ['nl-NL', 'Nederlands'],
] as const;

/** What this is, who looks at it and how. */
export function topbar({ me, people }: Snapshot): Child {
  return h(
    'header',
    { class: 'top' },
    h('h1', {}, 'Daybook', h('span', { class: 'stand-in' }, 'Local stand-in, not Slack')),
    h(
      'div',
      { class: 'row' },
      choice(
        'person',
        'Person',
        me.id,
        people.map((each) => [each.id, nameOf(each)]),
        (id) => follow(id),
      ),
      choice('language', 'Language', me.locale, languages, (locale) => {
        const known = languages.find(([each]) => each === locale)?.[0];
        if (known) void inOrderAndSay({ do: 'language', as: me.id, locale: known });
      }),
      choice(
        'colours',
        'Colours',
        theme(),
        [
          ['auto', 'As the system'],
          ['light', 'Light'],
          ['dark', 'Dark'],
        ],
        chooseTheme,
      ),
      h('button', { type: 'button', onclick: askStartOver }, 'Start over…'),
    ),
  );
}

const nameOf = ({ name, role }: PagePerson): string =>
  name.toLowerCase() === role ? name : `${name} (${role})`;

function choice(
  id: string,
  label: string,
  value: string,
  options: readonly (readonly [string, string])[],
  choose: (value: string) => void,
): Child {
  return h(
    'label',
    { class: 'pair' },
    label,
    h(
      'select',
      {
        id,
        value,
        onchange: (event: Event) => {
          if (event.target instanceof HTMLSelectElement) choose(event.target.value);
        },
      },
      options.map(([each, name]) => h('option', { value: each }, name)),
    ),
  );
}
