import type { App } from '@slack/bolt';
import type { Engine, Faces } from '../src/context.ts';
import { backfillMessage } from './backfill/blocks.ts';
import { registerBackfill } from './backfill/listeners.ts';
import { registerBusinessDay } from './business-day/listeners.ts';
import { registerDayActions } from './day-actions/listeners.ts';
import { registerDayLog } from './day-log/listeners.ts';
import { registerDepartments } from './departments/listeners.ts';
import { digestMessage } from './digest/blocks.ts';
import { correctionMessage } from './digest/correction.ts';
import { registerHome } from './home/listeners.ts';
import { registerImportNow } from './import-now/listeners.ts';
import { registerLink } from './link/listeners.ts';
import { registerMapping } from './mapping/listeners.ts';
import { undeliverableMessage } from './notices/blocks.ts';
import {
  consentEndingMessage,
  keyRefusedMessage,
  linkerGoneMessage,
  newStoresMessage,
  outageMessage,
} from './notices/link-notices.ts';
import { registerSettings } from './settings/listeners.ts';
import { registerLinkCare } from './status/listeners.ts';
import { registerUnlink } from './unlink/listeners.ts';

/** How what Daybook tells by itself looks. */
export const faces: Faces = {
  digest: (data, workspace) => digestMessage(data, workspace.language),
  correction: (data, workspace) => correctionMessage(data, workspace.language),
  undeliverable: (data, workspace) => undeliverableMessage(data, workspace.language),
  backfill: (data, workspace) => backfillMessage(data, workspace.language),
  keyRefused: keyRefusedMessage,
  outage: outageMessage,
  consentEnding: consentEndingMessage,
  linkerGone: linkerGoneMessage,
  newStores: newStoresMessage,
};

/** Makes every button and form answer. */
export function registerViews(app: App, engine: Engine): void {
  registerBackfill(app, engine);
  registerBusinessDay(app, engine);
  registerDayActions(app, engine);
  registerDayLog(app, engine);
  registerDepartments(app, engine);
  registerHome(app, engine);
  registerImportNow(app, engine);
  registerLink(app, engine);
  registerLinkCare(app, engine);
  registerMapping(app, engine);
  registerSettings(app, engine);
  registerUnlink(app, engine);
}
