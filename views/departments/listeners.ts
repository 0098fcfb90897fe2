import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Engine } from '../../src/context.ts';
import { addDepartment } from '../../src/departments/add-department.ts';
import { archiveDepartment, restoreDepartment } from '../../src/departments/archive-department.ts';
import { listDepartments } from '../../src/departments/list-departments.ts';
import { sortByName } from '../../src/departments/move-department.ts';
import { nameKey, nameProblem, tidyName } from '../../src/departments/name.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { offerToManagers } from '../answer-options.ts';
import { answering, type Request } from '../answering.ts';
import { asText } from '../blocks.ts';
import { askerOf, openingOf, pressedValue } from '../bolt-args.ts';
import { actions, callbacks } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { noticeThrough, type Words } from '../modal.ts';
import { nameList } from '../name-list.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { archivedModal } from './blocks.ts';
import { shownDepartment } from './form.ts';
import { registerMerge } from './merge-listeners.ts';
import { readMetadata } from './metadata.ts';
import { nameTaken } from './name-taken.ts';
import { departmentOptions, placeOptions } from './options.ts';
import { readPage } from './pages.ts';
import { readForm, saveForm } from './save-form.ts';
import { formView, listAfter, listView } from './show.ts';

const field = z.object({ [actions.input]: z.object({ value: z.string().nullish() }) });
const picked = z.object({ selected_option: z.object({ value: z.string() }) });

const title: Words = (say) => say.departments.title;

type View = (request: Request, value: string) => Promise<ModalView>;

/** What each button of these modals shows; its value says of which department, or which page. */
const buttons: Record<string, View> = {
  [actions.openDepartments]: (request) => listView(request, { list: 'active', page: 0 }),
  [actions.showDepartments]: (request, value) => listView(request, readPage(value)),
  [actions.previousDepartments]: (request, value) => listView(request, readPage(value)),
  [actions.nextDepartments]: (request, value) => listView(request, readPage(value)),
  [actions.showArchived]: (request, value) => listView(request, readPage(value)),
  [actions.openDepartment]: (request, id) => formView(request, { id }),
  [actions.archiveDepartment]: archive,
  [actions.restoreDepartment]: restore,
  [actions.sortDepartments]: sort,
};

export function registerDepartments(on: Listeners, engine: Engine): void {
  for (const [action, view] of Object.entries(buttons)) {
    on.action(action, async ({ ack, ...args }) => {
      await ack();
      const value = pressedValue(args.body);
      await show(engine, openingOf(args, { action, value }), (request) => view(request, value));
    });
  }
  on.action(actions.pickDepartment, async ({ ack, ...args }) => {
    await ack();
    const { selected_option: chosen } = picked.parse(args.body.actions[0]);
    const opening = openingOf(args, { action: actions.openDepartment, value: chosen.value });
    await show(engine, opening, (request) => formView(request, { id: chosen.value }));
  });
  on.options(actions.pickDepartment, (args) => offerToManagers(engine, args, departmentOptions));
  on.options(actions.placeDepartment, (args) => offerToManagers(engine, args, placeOptions));
  on.submit(callbacks.departments, (args) => submit(engine, args, added(args)));
  on.submit(callbacks.department, (args) => submit(engine, args, saved(args)));
  registerMerge(on, engine);
}

/** Opens the list of departments. */
export async function openDepartmentsModal(engine: Engine, opening: Opening): Promise<void> {
  await show(engine, opening, (request) => listView(request, { list: 'active', page: 0 }));
}

function show(
  engine: Engine,
  opening: Opening,
  view: (request: Request) => Promise<ModalView>,
): Promise<void> {
  return showModal(engine, opening, title, async (request) => {
    await requireManager(request.context, request.userId);
    return view(request);
  });
}

async function archive(request: Request, departmentId: string): Promise<ModalView> {
  const { context, userId, language } = request;
  const { department: say } = texts(language);
  const place = { workspaceId: context.workspace._id, _id: departmentId };
  const department = await context.models.departments.findOne(place).lean();
  const { outcome, stores } = await archiveDepartment(context, { departmentId, userId });
  if (outcome === 'gone' || !department) return listAfter(request, { note: say.gone });
  if (outcome === 'has-stores') {
    return formView(request, { id: departmentId, note: say.hasStores(nameList(stores, language)) });
  }
  return listAfter(request, { note: say.archivedDone(asText(department.name)) });
}

async function restore({ context, userId, language }: Request, departmentId: string): Promise<ModalView> {
  const say = texts(language);
  const outcome = await restoreDepartment(context, { departmentId, userId });
  const list = await listDepartments(context);
  const name = list.active.find(({ id }) => id === departmentId)?.name ?? '';
  const note = outcome === 'done' ? say.archivedDepartments.restored(asText(name)) : say.department.gone;
  return archivedModal({ list, note }, language);
}

async function sort(request: Request): Promise<ModalView> {
  await sortByName(request.context, { userId: request.userId });
  return listAfter(request, { note: texts(request.language).departments.sorted });
}

type Answer = Exclude<Parameters<Submit['ack']>[0], void>;

async function submit(
  engine: Engine,
  args: Submit,
  work: (request: Request) => Promise<Answer>,
): Promise<void> {
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((view) => ack({ response_action: 'update', view }), title);
  await answering(engine, askerOf(args.body), tell, async (request) => {
    await requireManager(request.context, request.userId);
    await ack(await work(request));
  });
}

/** Adds a department by the name that was typed. */
function added({ view }: Submit) {
  return async (request: Request): Promise<Answer> => {
    const { context, userId, language } = request;
    const { departments: say } = texts(language);
    const [blockId, typed] =
      Object.entries(view.state.values).find(([, values]) => field.safeParse(values).success) ?? [];
    const name = tidyName(field.parse(typed)[actions.input].value ?? '');
    const refuse = (text: string): Answer => ({
      response_action: 'errors',
      errors: { [blockId ?? '']: text },
    });
    const problem = nameProblem(name);
    if (problem) return refuse(problem === 'missing' ? say.empty : say.tooLong);
    const known = await context.models.departments.exists({
      workspaceId: context.workspace._id,
      key: nameKey(name),
    });
    if (known) return refuse(await nameTaken(request, name));
    const { _id } = await addDepartment(context, { name, userId });
    const next = await listAfter(request, { id: _id, note: say.added(asText(name)) });
    return { response_action: 'update', view: next };
  };
}

function saved({ view }: Submit) {
  return async (request: Request): Promise<Answer> => {
    const shown = readMetadata(shownDepartment, view.private_metadata);
    if (!shown) {
      const { gone } = texts(request.language).department;
      return { response_action: 'update', view: await listAfter(request, { note: gone }) };
    }
    return saveForm(request, shown, readForm(view.state.values, shown));
  };
}
