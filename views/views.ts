import type { App } from '@slack/bolt';
import type { Engine, Faces } from '../src/context.ts';
import { registerAccessSettings } from './access/listeners.ts';
import { registerManagers } from './access/managers.ts';
import { accessAnsweredMessage, accessAskedMessage } from './access/request-blocks.ts';
import { registerAccessRequests } from './access/request-listeners.ts';
import { registerAudit } from './audit/listeners.ts';
import { backfillMessage } from './backfill/blocks.ts';
import { registerBackfill } from './backfill/listeners.ts';
import { registerBusinessDay } from './business-day/listeners.ts';
import { registerClosing } from './closing/listeners.ts';
import { registerDayActions } from './day-actions/listeners.ts';
import { registerDepartments } from './departments/listeners.ts';
import { digestMessage } from './digest/blocks.ts';
import { correctionMessage } from './digest/correction.ts';
import { digestDetailsMessage } from './digest/details.ts';
import { digestPicture } from './digest/picture.ts';
import { digestTestMessage } from './digest/test-message.ts';
import { welcomeMessage } from './first-minute/blocks.ts';
import { registerHelp } from './help/listeners.ts';
import { homeView } from './home/blocks.ts';
import { registerHome } from './home/listeners.ts';
import { registerImportNow } from './import-now/listeners.ts';
import { installAnewMessage } from './install/blocks.ts';
import { registerLastResort } from './last-resort.ts';
import { registerLink } from './link/listeners.ts';
import { listenByName } from './listeners-by-name.ts';
import { registerMapping } from './mapping/listeners.ts';
import { fileNotSentMessage } from './monthly/blocks.ts';
import { registerMonthly } from './monthly/listeners.ts';
import { registerNotes } from './notes/listeners.ts';
import { registerReplies } from './notes/replies.ts';
import { undeliverableMessage } from './notices/blocks.ts';
import {
  consentEndingMessage,
  keyRefusedMessage,
  linkerGoneMessage,
  outageMessage,
} from './notices/link-notices.ts';
import { newStoresMessage } from './notices/new-stores.ts';
import { registerNewStores } from './notices/new-stores-listeners.ts';
import { registerPeople } from './people/listeners.ts';
import { registerRange } from './range/listeners.ts';
import { registerSettings } from './settings/listeners.ts';
import { registerLinkCare } from './status/listeners.ts';
import { registerTargets } from './targets/listeners.ts';
import { registerUnlink } from './unlink/listeners.ts';

/** How what Daybook tells by itself looks. */
export const faces: Faces = {
  digest: (data, workspace) => digestMessage(data, workspace.language),
  digestPicture: (data, workspace) => digestPicture(data, workspace.language),
  digestDetails: (data, workspace) => digestDetailsMessage(data, workspace.language),
  digestTest: (message, channelId, workspace) => digestTestMessage(message, channelId, workspace.language),
  correction: (data, { language }, { amounts }) => correctionMessage(data, language, amounts),
  undeliverable: (data, { language }) => undeliverableMessage(data, language),
  backfill: (data, { language }) => backfillMessage(data, language),
  keyRefused: keyRefusedMessage,
  outage: outageMessage,
  consentEnding: consentEndingMessage,
  linkerGone: linkerGoneMessage,
  newStores: newStoresMessage,
  fileNotSent: fileNotSentMessage,
  welcome: (steps, { language }) => welcomeMessage(steps, language),
  installAnew: installAnewMessage,
  home: homeView,
  accessAsked: (request, { language }) => accessAskedMessage(request, language),
  accessAnswered: (request, { language }) => accessAnsweredMessage(request, language),
};

/** Makes every button and form answer. */
export function registerViews(app: App, engine: Engine): void {
  registerLastResort(app, engine);
  const on = listenByName(app);
  registerAccessRequests(on, engine);
  registerAccessSettings(on, engine);
  registerManagers(on, engine);
  registerAudit(on, engine);
  registerBackfill(on, engine);
  registerBusinessDay(on, engine);
  registerClosing(on, engine);
  registerDayActions(on, engine);
  registerDepartments(on, engine);
  registerHelp(on, engine);
  registerHome(app, engine);
  registerImportNow(on, engine);
  registerLink(on, engine);
  registerLinkCare(on, engine);
  registerMapping(on, engine);
  registerNewStores(on, engine);
  registerMonthly(on, engine);
  registerNotes(on, engine);
  registerReplies(app, on, engine);
  registerPeople(app, engine);
  registerRange(on, engine);
  registerSettings(on, engine);
  registerTargets(on, engine);
  registerUnlink(on, engine);
}
