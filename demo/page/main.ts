import type { Snapshot } from '../page-server/shared.ts';
import { clockBar } from './clock-bar.ts';
import { confirmDialog } from './confirm.ts';
import { conversation } from './conversation.ts';
import { type Child, h, render } from './dom.ts';
import { home } from './home.ts';
import { modal } from './modal.ts';
import { act } from './person.ts';
import { keepPopups } from './popups.ts';
import { addressOf, type Place, placeIn } from './route.ts';
import { followBottom, followPictures } from './scrolling.ts';
import { sidebar } from './sidebar.ts';
import { startOverDialog } from './start-over.ts';
import { follow, onDraw, redraw, store } from './store.ts';
import { applyTheme } from './theme.ts';
import { topbar } from './topbar.ts';
import { traffic } from './traffic.ts';

const page = document.getElementById('page');

function draw(): void {
  const { snapshot } = store;
  if (!page || !snapshot) return;
  const place = placeIn(location.hash);
  const keepBottom = followBottom();
  visitHome(place, snapshot);
  render(page, [
    topbar(snapshot),
    clockBar(snapshot),
    h(
      'div',
      { class: hasThread(place) ? 'below with-thread' : 'below' },
      sidebar(place, snapshot),
      main(place, snapshot),
    ),
    ...modal(snapshot),
    ...confirmDialog(),
    ...startOverDialog(),
  ]);
  document.title = `${snapshot.app.name}: local workspace`;
  keepBottom();
}

function hasThread(place: Place): boolean {
  return 'thread' in place && place.thread !== undefined;
}

function main(place: Place, snapshot: Snapshot): Child {
  const shown = (): Child[] => {
    if (place.kind === 'home') return [home(snapshot)];
    if (place.kind === 'traffic') return [traffic(snapshot)];
    return conversation(place, snapshot);
  };
  return h('main', {}, shown());
}

let visited = '';

/** Opening Home tells the app, once a visit. */
function visitHome(place: Place, { me }: Snapshot): void {
  const visit = place.kind === 'home' ? me.id : '';
  if (visit === visited) return;
  visited = visit;
  if (visit !== '') void act('openHome');
}

applyTheme();
keepPopups();
followPictures();
onDraw(draw);
if (location.hash === '')
  location.replace(addressOf({ kind: 'channel', channel: 'C1SALES', thread: undefined }));
addEventListener('hashchange', () => redraw());
follow(store.person);
