import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Engine } from '../../src/context.ts';
import { activeDepartments } from '../../src/departments/in-order.ts';
import { type MergeOutcome, mergeDepartments } from '../../src/departments/merge-departments.ts';
import { previewMerge } from '../../src/departments/preview-merge.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { offerToManagers } from '../answer-options.ts';
import { answering, type Request } from '../answering.ts';
import { asText } from '../blocks.ts';
import { askerOf, openingOf, pressedValue } from '../bolt-args.ts';
import { actions, callbacks, fields } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { noticeThrough, type Words } from '../modal.ts';
import { showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { mergeConfirmModal, mergeShown } from './merge-blocks.ts';
import { readMetadata } from './metadata.ts';
import { mergeOptions } from './options.ts';
import { listAfter, mergeView } from './show.ts';

const title: Words = (say) => say.merge.title;

const chosenInto = z.object({
  [fields.into]: z.object({
    [actions.mergeInto]: z.object({ selected_option: z.object({ value: z.string() }) }),
  }),
});

export function registerMerge(on: Listeners, engine: Engine): void {
  on.action(actions.openMerge, async ({ ack, ...args }) => {
    await ack();
    const from = pressedValue(args.body);
    const opening = openingOf(args, { action: actions.openMerge, value: from });
    await showModal(engine, opening, title, async (request) => {
      await requireManager(request.context, request.userId);
      return mergeView(request, { from });
    });
  });
  on.options(actions.mergeInto, (args) => offerToManagers(engine, args, mergeOptions));
  on.submit(callbacks.mergeInto, (args) =>
    submitStep(engine, args, (request) => {
      const shown = readMetadata(mergeShown, args.view.private_metadata);
      const into = chosenInto.parse(args.view.state.values)[fields.into][actions.mergeInto];
      return confirmView(request, { from: shown?.from ?? '', into: into.selected_option.value });
    }),
  );
  on.submit(callbacks.mergeConfirm, (args) =>
    submitStep(engine, args, (request) => {
      const { from = '', into = '' } = readMetadata(mergeShown, args.view.private_metadata) ?? {};
      return mergeAndTell(request, { from, into });
    }),
  );
}

async function submitStep(
  engine: Engine,
  args: Submit,
  next: (request: Request) => Promise<ModalView>,
): Promise<void> {
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((view) => ack({ response_action: 'update', view }), title);
  await answering(engine, askerOf(args.body), tell, async (request) => {
    await requireManager(request.context, request.userId);
    await ack({ response_action: 'update', view: await next(request) });
  });
}

/** What the merge would move, and whether to do it. */
async function confirmView(
  request: Request,
  { from, into }: { from: string; into: string },
): Promise<ModalView> {
  const { context, language } = request;
  const { merge, department } = texts(language);
  if (from === into) return mergeView(request, { from, note: merge.same });
  const both = await namesOf(request, { from, into });
  if (!both) return listAfter(request, { note: department.gone });
  const preview = await previewMerge(context, { from, into });
  return mergeConfirmModal({ ...both, preview }, language);
}

async function mergeAndTell(
  request: Request,
  { from, into }: { from: string; into: string },
): Promise<ModalView> {
  const { context, userId } = request;
  const both = await namesOf(request, { from, into });
  const outcome = await mergeDepartments(context, { from, into, userId });
  const note = noteOf(outcome, { both, say: texts(request.language) });
  return listAfter(request, { id: into, note });
}

type Both = { from: { id: string; name: string }; into: { id: string; name: string } };

function noteOf(
  { outcome, extent }: MergeOutcome,
  { both, say }: { both: Both | undefined; say: ReturnType<typeof texts> },
): string {
  const [first, second] = [asText(both?.from.name ?? '–'), asText(both?.into.name ?? '–')];
  switch (outcome) {
    case 'done':
      return say.merge.done(first, second, extent.stores, extent.days);
    case 'archived':
      return say.merge.archived(second);
    case 'same':
      return say.merge.same;
    case 'gone':
      return say.department.gone;
  }
}

/** Both departments by name; undefined when one of them is in use no more. */
async function namesOf(
  { context }: Request,
  { from, into }: { from: string; into: string },
): Promise<Both | undefined> {
  const departments = await activeDepartments(context);
  const named = (id: string) => departments.find(({ _id }) => _id === id);
  const [first, second] = [named(from), named(into)];
  if (!first || !second) return undefined;
  return { from: { id: from, name: first.name }, into: { id: into, name: second.name } };
}
