import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { MappingDraft } from '../../models/mapping-draft.ts';
import type { Context, Engine } from '../../src/context.ts';
import { special } from '../../src/departments/fresh-choices.ts';
import {
  type DraftChange,
  findDraft,
  keepDraft,
  restartDraft,
  shownOf,
} from '../../src/departments/mapping-draft.ts';
import { mappingForm } from '../../src/departments/mapping-form.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { answering } from '../answering.ts';
import { askerOf } from '../bolt-args.ts';
import { noticeThrough, type Words } from '../modal.ts';
import { mappingModal } from './blocks.ts';
import { readState } from './read-state.ts';

/** A touch of something in the form. */
export interface Touch {
  body: BlockAction;
  client: WebClient;
}

type TouchedView = NonNullable<BlockAction['view']>;

const title: Words = (say) => say.mapping.title;

/** Keeps what is chosen on the page, and shows what the touch asks for: another page, other stores, a field for a name. */
export function changeForm(
  engine: Engine,
  touch: Touch,
  changeOf: (draft: MappingDraft, view: TouchedView) => DraftChange,
): Promise<void> {
  return redraw(engine, touch, (context, draft, view) =>
    keepDraft(context, draft, { ...readState(view, draft), ...changeOf(draft, view) }),
  );
}

/** Gives up what was chosen, and shows how the stores are mapped. */
export function dropChoices(engine: Engine, touch: Touch): Promise<void> {
  return redraw(engine, touch, restartDraft);
}

async function redraw(
  engine: Engine,
  { body, client }: Touch,
  change: (context: Context, draft: MappingDraft, view: TouchedView) => Promise<MappingDraft>,
): Promise<void> {
  const view = body.view;
  if (!view) return;
  const show = (next: ModalView, hash?: string) =>
    client.views.update({ view_id: view.id, view: next, ...(hash === undefined ? {} : { hash }) });
  await answering(engine, askerOf(body), noticeThrough(show, title), async (request) => {
    const { context, userId, language } = request;
    await requireManager(context, userId);
    const mine = { draftId: view.private_metadata, userId };
    const draft = await findDraft(context, mine);
    if (!draft) {
      const text = texts(language).mapping.notEditable;
      return void (await noticeThrough(show, title)(text, language));
    }
    const kept = await change(context, draft, view);
    if (lookOf(kept) === lookOf(draft)) return;
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

/** What the form looks like beside what a person's own client shows by itself. */
function lookOf(draft: MappingDraft): string {
  const { _id, page, query, onlyUnmapped, round } = draft;
  const spelledOut = shownOf(draft)
    .filter(({ choice }) => choice === special.new || choice === special.split)
    .map(({ storeId, choice }) => `${storeId} ${choice}`);
  return JSON.stringify([_id, page, query, onlyUnmapped, round, spelledOut]);
}
