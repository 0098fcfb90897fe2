/** The world behind the stand-in: what a test or the local workspace makes and changes. */
export { worldOf } from './world/hand.ts';
export { xWorldOf } from './world/hand-x.ts';
export { view } from './world/view.ts';
export { World } from './world/world.ts';
