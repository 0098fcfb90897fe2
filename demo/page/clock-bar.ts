import type { PageRequest } from '../page-server/requests.ts';
import type { Snapshot } from '../page-server/shared.ts';
import { clockText, dayText } from './dates.ts';
import { type Child, h } from './dom.ts';
import { popup } from './popups.ts';
import { askAndSay, redraw, say, store } from './store.ts';

/** What the person at the bar has filled in. */
let chosenStore: string | undefined;
let isTillOpen = matchMedia('(min-width: 60rem)').matches;

/** The clock, the till, and what can go wrong. */
export function clockBar(snapshot: Snapshot): Child {
  const { now, me, zone, busy } = snapshot;
  const isBusy = busy !== null;
  return h(
    'section',
    { class: 'bar', 'aria-label': 'Clock and till', 'aria-busy': String(isBusy) },
    h(
      'div',
      { class: 'row' },
      h(
        'time',
        { class: 'now', datetime: new Date(now).toISOString() },
        h('strong', {}, clockText(now, me.locale, zone)),
        ` ${dayText(now, me.locale, zone)}`,
      ),
      tool('Next night', { do: 'jump', to: 'night' }, isBusy, 'To 03:00, when turnover is read'),
      tool('Next morning', { do: 'jump', to: 'morning' }, isBusy, 'To the next digest'),
      tool('An hour on', { do: 'jump', to: 'hour' }, isBusy),
      dateForm(snapshot, isBusy),
    ),
    h(
      'p',
      { class: 'status', role: 'status' },
      store.isConnected ? (busy ?? store.said) : 'No connection to the local workspace. Is it still running?',
    ),
    h(
      'details',
      {
        class: 'till',
        open: isTillOpen,
        ontoggle: (event: Event) => {
          isTillOpen = event.target instanceof HTMLDetailsElement && event.target.open;
        },
      },
      h('summary', {}, 'Till and troubles'),
      till(snapshot, isBusy),
    ),
  );
}

function tool(name: string, request: PageRequest, isOff: boolean, title?: string): Child {
  return h(
    'button',
    { type: 'button', disabled: isOff, title, onclick: () => void askAndSay(request) },
    name,
  );
}

function dateForm({ now, zone }: Snapshot, isBusy: boolean): Child {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now);
  return h(
    'form',
    {
      class: 'pair',
      onsubmit: (event: Event) => {
        event.preventDefault();
        const input = document.getElementById('date');
        const day = input instanceof HTMLInputElement ? input.value : '';
        if (day === '') say('Choose a date to go to.');
        else void askAndSay({ do: 'jumpTo', day });
      },
    },
    h('label', { for: 'date' }, 'Go to'),
    h('input', { id: 'date', type: 'date', min: today }),
    h('button', { type: 'submit', disabled: isBusy }, 'Go'),
  );
}

function till(snapshot: Snapshot, isBusy: boolean): Child {
  const { stores, key, account, isDown } = snapshot.till;
  const chosen = chosenStore ?? stores[0]?.id ?? '';
  return h(
    'div',
    { class: 'row' },
    h(
      'form',
      { class: 'pair', onsubmit: (event: Event) => ringUp(event, chosen) },
      h('label', { for: 'till-store' }, 'Store'),
      h(
        'select',
        {
          id: 'till-store',
          value: chosen,
          onchange: (event: Event) => {
            if (event.target instanceof HTMLSelectElement) chosenStore = event.target.value;
            redraw();
          },
        },
        stores.map(({ id, name }) => h('option', { value: id }, name)),
      ),
      h('label', { for: 'till-amount' }, `Amount (${snapshot.till.currency})`),
      h('input', { id: 'till-amount', type: 'text', inputmode: 'decimal', size: 7, placeholder: '24.20' }),
      h('button', { type: 'submit', disabled: isBusy }, 'Ring up a sale'),
    ),
    h(
      'div',
      { class: 'pair' },
      tool('Void a sale of yesterday', { do: 'void', store: chosen }, isBusy),
      tool('Refund a sale of yesterday', { do: 'refund', store: chosen }, isBusy),
      more(snapshot, isBusy),
    ),
    h(
      'div',
      { class: 'pair' },
      h('span', {}, `Key of ${account}: `, h('code', {}, key ?? 'revoked')),
      key === null
        ? tool('Make a new key', { do: 'newKey' }, isBusy)
        : tool('Revoke the key', { do: 'revokeKey' }, isBusy),
    ),
    h(
      'div',
      { class: 'pair' },
      h('span', {}, 'X-Series to link: prefix ', h('code', {}, 'marrowandpage')),
      h('span', {}, 'key ', h('code', {}, 'lsxs_pt_demo_uk')),
    ),
    h(
      'div',
      { class: 'pair' },
      toggle('Lightspeed down', isDown, { do: 'lightspeedDown', on: !isDown }),
      toggle('Slack slow', snapshot.isSlackSlow, { do: 'slackSlow', on: !snapshot.isSlackSlow }),
    ),
  );
}

/** What seldom happens. */
function more({ app }: Snapshot, isBusy: boolean): Child {
  const entries = [
    app.isInstalled
      ? tool('Uninstall the app', { do: 'uninstall' }, isBusy)
      : tool('Install the app again', { do: 'install' }, isBusy),
    tool('A colleague joins', { do: 'colleague' }, isBusy),
  ];
  return popup(
    'more',
    'More',
    entries.map((entry) => h('li', {}, entry)),
  );
}

function toggle(name: string, isOn: boolean, request: PageRequest): Child {
  return h(
    'button',
    { type: 'button', class: 'toggle', 'aria-pressed': String(isOn), onclick: () => void askAndSay(request) },
    name,
  );
}

/** 24.20 or 24,20 as cents, without a float. */
function ringUp(event: Event, at: string): void {
  event.preventDefault();
  const input = document.getElementById('till-amount');
  const text = input instanceof HTMLInputElement ? input.value.trim() || '24.20' : '';
  const [, sign = '', whole = '', cents = ''] = /^(-?)(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(text) ?? [];
  if (whole === '') {
    say('An amount looks like 24.20.');
    return;
  }
  const amount = Number(`${sign}${whole}${cents.padEnd(2, '0')}`);
  void askAndSay({ do: 'ringUp', store: at, amount });
}
