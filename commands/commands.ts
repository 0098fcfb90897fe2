import type { App } from '@slack/bolt';
import type { Engine } from '../src/context.ts';
import { registerLightspeed } from './lightspeed.ts';
import { registerTurnover } from './turnover.ts';

/** Makes every slash command answer. */
export function registerCommands(app: App, engine: Engine): void {
  registerLightspeed(app, engine);
  registerTurnover(app, engine);
}
