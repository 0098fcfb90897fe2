import type { App, BlockAction, BlockSuggestion, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { DraftChoice, MappingDraft } from '../../models/mapping-draft.ts';
import type { Context, Engine } from '../../src/context.ts';
import { beginDraft, findDraft, keepDraft, pageSize, special } from '../../src/departments/mapping-draft.ts';
import { mappingForm } from '../../src/departments/mapping-form.ts';
import { mappingSummary } from '../../src/departments/mapping-summary.ts';
import { nameKey } from '../../src/departments/name.ts';
import { problemsOf, submitDraft } from '../../src/departments/submit-draft.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { statusOf } from '../../src/turnover/status.ts';
import { enterWorkspace } from '../../src/workspaces.ts';
import { answering } from '../answering.ts';
import { askerOf, openingOf, pressedValue } from '../bolt-args.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { noticeModal } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { choiceOptions, detailBlock, mappingModal, storeBlock } from './blocks.ts';
import { mappingDoneModal } from './done.ts';

/** As many departments as fit beside the three special choices in a list of 100. */
const mostSuggestions = 97;

const element = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_date: z.iso.date().nullish(),
});
const formState = z.record(z.string(), z.record(z.string(), element));

export function registerMapping(app: App, engine: Engine): void {
  app.action<BlockAction>(actions.openMapping, async ({ ack, ...args }) => {
    await ack();
    const linkId = pressedValue(args.body);
    await openMappingModal(engine, openingOf(args, { action: actions.openMapping, value: linkId }), linkId);
  });
  app.action<BlockAction>(
    { action_id: actions.mapStore, callback_id: callbacks.mapping },
    async ({ ack, body, client }) => {
      await ack();
      await changePage(engine, { body, client }, (draft) => draft.page);
    },
  );
  for (const action of [actions.previousStores, actions.nextStores]) {
    app.action<BlockAction>(action, async ({ ack, body, client }) => {
      await ack();
      await changePage(engine, { body, client }, () => Math.trunc(Number(pressedValue(body))) || 0);
    });
  }
  app.options<'block_suggestion'>(actions.mapStore, async ({ ack, body }) => {
    await ack({ options: await suggestions(engine, body) });
  });
  app.view<ViewSubmitAction>(callbacks.mapping, (args) => submitMapping(engine, args));
}

/** Opens the mapping form of a link, or of the first one when none is named. */
export async function openMappingModal(engine: Engine, opening: Opening, linkId?: string): Promise<void> {
  const title = texts('en').mapping.title;
  await showModal(engine, opening, title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const { links } = await statusOf(context);
    const chosen = links.find(({ link }) => link._id === linkId) ?? (linkId ? undefined : links[0]);
    if (!chosen) return noticeModal({ title, text: texts(language).importNow.noLink }, language);
    const draft = await beginDraft(context, { linkId: chosen.link._id, userId });
    return mappingModal(await mappingForm(context, draft), language);
  });
}

/** Keeps what is chosen on the page and shows another, or the same one with a field for a new department's name. */
async function changePage(
  engine: Engine,
  { body, client }: { body: BlockAction; client: WebClient },
  pageOf: (draft: MappingDraft) => number,
): Promise<void> {
  const view = body.view;
  if (!view) return;
  const { mapping } = texts('en');
  const show = (next: ReturnType<typeof mappingModal>, hash?: string) =>
    client.views.update({ view_id: view.id, view: next, ...(hash === undefined ? {} : { hash }) });
  const tell = (text: string) => show(noticeModal({ title: mapping.title, text }, 'en'));
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const mine = { draftId: view.private_metadata, userId };
    const draft = await findDraft(context, mine);
    if (!draft) return void (await tell(mapping.notEditable));
    const kept = await keepDraft(context, draft, { ...shownState(view, draft), page: pageOf(draft) });
    if (kept.page === draft.page && namesShown(kept) === namesShown(draft)) return;
    try {
      await show(mappingModal(await mappingForm(context, kept), language), view.hash);
    } catch (error) {
      if (!isOvertaken(error)) throw error;
      // Two quick touches: what both of them left is shown.
      const latest = await findDraft(context, mine);
      if (latest) await show(mappingModal(await mappingForm(context, latest), language));
    }
  });
}

/** Whether the view was redrawn after the person touched it as it was before. */
function isOvertaken(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && error.data.error === 'hash_conflict';
}

/** Which rows of the page have a field for a new name. */
function namesShown(draft: MappingDraft): string {
  const shown = draft.choices.slice(draft.page * pageSize, (draft.page + 1) * pageSize);
  return shown
    .filter(({ choice }) => choice === special.new || choice === special.split)
    .map(({ storeId, choice }) => `${storeId} ${choice}`)
    .join();
}

/** What the page says now, of its stores and of the day from which it counts. */
function shownState(view: Pick<ViewOutput, 'state'>, draft: MappingDraft) {
  const from = formState.parse(view.state.values)[fields.from]?.[actions.input]?.selected_date;
  return { shown: shownChoices(view, draft), ...(from ? { from } : {}) };
}

function shownChoices(view: Pick<ViewOutput, 'state'>, draft: MappingDraft): DraftChoice[] {
  const values = formState.parse(view.state.values);
  return draft.choices.flatMap((choice) => {
    const select = values[storeBlock(choice.storeId)]?.[actions.mapStore];
    if (!select) return [];
    const chosen = select.selected_option?.value ?? null;
    const typed = values[detailBlock(choice.storeId, chosen)]?.[actions.input]?.value;
    // A name typed for a new department is no list of shares, nor the other way round.
    const before = chosen === choice.choice ? choice.newName : null;
    return [
      {
        storeId: choice.storeId,
        choice: chosen,
        newName: typed ?? before,
      },
    ];
  });
}

async function suggestions(engine: Engine, body: BlockSuggestion) {
  const { workspaceId } = askerOf(body);
  const context = await enterWorkspace(engine, { workspaceId });
  const departments = await context.models.departments.find({ workspaceId }).sort({ key: 1 }).lean();
  const query = nameKey(body.value);
  const found = departments.filter(({ key }) => key.includes(query)).slice(0, mostSuggestions);
  return choiceOptions(found, context.workspace.language);
}

async function submitMapping(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const { mapping } = texts('en');
  const ack = timelyAck(args, { title: mapping.title, logger: engine.logger });
  const tell = (text: string) =>
    ack({ response_action: 'update', view: noticeModal({ title: mapping.title, text }, 'en') });
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const draft = await findDraft(context, { draftId: view.private_metadata, userId });
    if (!draft) return tell(texts(language).mapping.notEditable);
    const kept = await keepDraft(context, draft, { ...shownState(view, draft), page: draft.page });
    const problems = problemsOf(kept);
    if (problems.size > 0) return showProblems(context, { kept, problems, ack, view });
    await submitDraft(context, kept);
    const summary = await mappingSummary(context, { linkId: kept.linkId });
    await ack({ response_action: 'update', view: mappingDoneModal(summary, language) });
  });
}

/** Points at the names that will not do; where their fields are not on the page, shows the page that has them. */
async function showProblems(
  context: Context,
  {
    kept,
    problems,
    ack,
    view,
  }: { kept: MappingDraft; problems: ReturnType<typeof problemsOf>; ack: Submit['ack']; view: ViewOutput },
): Promise<void> {
  const { language } = context.workspace;
  const { mapping } = texts(language);
  const words = {
    missing: mapping.nameMissing,
    'too-long': mapping.nameTooLong,
    shares: mapping.sharesWrong,
  };
  const wordsFor = (storeId: string) => words[problems.get(storeId) ?? 'missing'];
  const blockOf = (storeId: string) =>
    detailBlock(storeId, kept.choices.find((choice) => choice.storeId === storeId)?.choice ?? null);
  const onPage = [...problems.keys()].filter((storeId) => blockOf(storeId) in view.state.values);
  if (onPage.length > 0) {
    const errors = onPage.map((storeId) => [blockOf(storeId), wordsFor(storeId)]);
    return ack({ response_action: 'errors', errors: Object.fromEntries(errors) });
  }
  const first = kept.choices.findIndex(({ storeId }) => problems.has(storeId));
  const moved = await keepDraft(context, kept, { shown: [], page: Math.floor(first / pageSize) });
  const form = {
    ...(await mappingForm(context, moved)),
    problem: wordsFor(kept.choices[first]?.storeId ?? ''),
  };
  await ack({ response_action: 'update', view: mappingModal(form, language) });
}
