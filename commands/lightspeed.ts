import type { AllMiddlewareArgs, App, RespondFn, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { Engine } from '../src/context.ts';
import { texts } from '../src/language/texts.ts';
import { runDue } from '../src/run-due.ts';
import { looksLikeKey } from '../src/security/looks-like-key.ts';
import { requireManager, requireReader } from '../src/security/permissions.ts';
import { statusOf } from '../src/turnover/status.ts';
import { type Asker, answering, languageFor } from '../views/answering.ts';
import { openAuditModal } from '../views/audit/listeners.ts';
import { backfillAndTell } from '../views/backfill/ask.ts';
import { commanderOf } from '../views/bolt-args.ts';
import { openDepartmentsModal } from '../views/departments/listeners.ts';
import { welcomeNewcomer } from '../views/first-minute/welcome.ts';
import { helpMessage, readWord, type Word } from '../views/help/blocks.ts';
import { actions } from '../views/ids.ts';
import { importAndTell } from '../views/import-now/listeners.ts';
import { lastingTell } from '../views/lasting-tell.ts';
import { openLinkModal } from '../views/link/listeners.ts';
import { openMappingModal } from '../views/mapping/listeners.ts';
import { respondTell } from '../views/respond-tell.ts';
import { openSettingsModal } from '../views/settings/listeners.ts';
import { statusMessage } from '../views/status/blocks.ts';
import type { Opening } from '../views/surface.ts';
import { openTargetsModal } from '../views/targets/listeners.ts';
import { openUnlinkModal } from '../views/unlink/listeners.ts';

interface Asked {
  asker: Asker;
  respond: RespondFn;
  opening: (action: string) => Opening;
  /** What was typed after the word. */
  more: readonly string[];
}

/** A word this long is no word: somebody typed their key. */
const longestWord = 16;

const byWord: Record<Word, (engine: Engine, asked: Asked) => Promise<void>> = {
  link: (engine, { opening }) => openLinkModal(engine, opening(actions.openLink)),
  map: (engine, { opening }) => openMappingModal(engine, opening(actions.openMapping)),
  departments: (engine, { opening }) => openDepartmentsModal(engine, opening(actions.openDepartments)),
  settings: (engine, { opening }) => openSettingsModal(engine, opening(actions.openSettings)),
  targets: (engine, { opening }) => openTargetsModal(engine, opening(actions.openTargets)),
  unlink: (engine, { opening }) => openUnlinkModal(engine, opening(actions.openUnlink)),
  audit: (engine, { opening }) => openAuditModal(engine, opening(actions.openAudit)),
  status: tellStatus,
  import: tellImport,
  help: (engine, asked) => tellHelp(engine, asked),
};

/** `/lightspeed [word]`: everything that sets Daybook up and tells how it is doing. */
export function registerLightspeed(app: App, engine: Engine): void {
  app.command('/lightspeed', async (args) => {
    await args.ack();
    await route(engine, args);
    await welcomeNewcomer(engine, commanderOf(args.command));
  });
}

async function route(
  engine: Engine,
  { command, respond, client }: SlackCommandMiddlewareArgs & AllMiddlewareArgs,
): Promise<void> {
  const [typed = '', ...more] = command.text.trim().split(/\s+/);
  const asker = commanderOf(command);
  const opening = (action: string): Opening => ({
    client,
    asker,
    triggerId: command.trigger_id,
    respond,
    reopen: { action },
  });
  const word = readWord(typed);
  const hasKey =
    typed.length > longestWord || (word === 'link' && more.length > 0) || looksLikeKey(command.text);
  if (hasKey) {
    const text = texts(await languageFor(engine, asker)).link.keyAsArgument;
    await respond({ text, response_type: 'ephemeral' });
  } else if (word) {
    await byWord[word](engine, { asker, respond, opening, more });
  } else {
    await tellHelp(engine, { asker, respond }, typed === '' ? {} : { typed });
  }
}

async function tellHelp(
  engine: Engine,
  { asker, respond }: Pick<Asked, 'asker' | 'respond'>,
  typed: { typed?: string } = {},
): Promise<void> {
  const message = helpMessage(typed, await languageFor(engine, asker));
  await respond({ ...message, response_type: 'ephemeral' });
}

async function tellStatus(engine: Engine, { asker, respond }: Asked): Promise<void> {
  await answering(engine, asker, respondTell(respond), async ({ context, userId, language }) => {
    const isManager = (await requireReader(context, userId)).standing === 'manager';
    const message = statusMessage(await statusOf(context), { language, isManager });
    await respond({ ...message, response_type: 'ephemeral' });
  });
}

async function tellImport(engine: Engine, { asker, respond, more }: Asked): Promise<void> {
  const tell = lastingTell(engine, asker, respondTell(respond));
  await answering(engine, asker, tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    if (more.length > 0) {
      await tell(await backfillAndTell(context, { userId, language, typed: more.join(' ') }), language);
      await runDue(engine);
      return;
    }
    await tell(texts(language).importNow.running, language);
    await tell(await importAndTell(context, { userId, language }), language);
  });
}
