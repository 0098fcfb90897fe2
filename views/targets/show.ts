import type { ModalView } from '@slack/types';
import type { Context } from '../../src/context.ts';
import type { Language } from '../../src/language/format.ts';
import { listTargets } from '../../src/targets/list-targets.ts';
import type { Submit } from '../timely-ack.ts';
import { targetsModal } from './blocks.ts';

/** The targets as they are now; `done` says what was just done about them. */
export async function targetsView(context: Context, language: Language, done?: string): Promise<ModalView> {
  const { vat } = context.workspace;
  const list = await listTargets(context);
  return targetsModal({ ...list, vat, ...(done === undefined ? {} : { done }) }, language);
}

/** Closes the form over the list, which then says what was done; where there is none, the form says it. */
export async function showDone(
  { ack, view, client }: Pick<Submit, 'ack' | 'view' | 'client'>,
  { context, language, done }: { context: Context; language: Language; done: string },
): Promise<void> {
  const below = view.previous_view_id;
  const next = await targetsView(context, language, done);
  if (below) {
    await ack();
    await client.views.update({ view_id: below, view: next });
  } else {
    await ack({ response_action: 'update', view: next });
  }
}
