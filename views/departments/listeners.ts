import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Engine } from '../../src/context.ts';
import { addDepartment } from '../../src/departments/add-department.ts';
import { listDepartments } from '../../src/departments/list-departments.ts';
import { longestName, nameKey, tidyName } from '../../src/departments/name.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { answering } from '../answering.ts';
import { askerOf, openingOf } from '../bolt-args.ts';
import { actions, callbacks } from '../ids.ts';
import { noticeModal } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { departmentsModal } from './blocks.ts';

const field = z.object({ [actions.input]: z.object({ value: z.string().nullish() }) });

export function registerDepartments(app: App, engine: Engine): void {
  app.action<BlockAction>(actions.openDepartments, async ({ ack, ...args }) => {
    await ack();
    await openDepartmentsModal(engine, openingOf(args, { action: actions.openDepartments }));
  });
  app.view<ViewSubmitAction>(callbacks.departments, (args) => submitDepartment(engine, args));
}

/** Opens the list of departments. */
export async function openDepartmentsModal(engine: Engine, opening: Opening): Promise<void> {
  const { title } = texts('en').departments;
  await showModal(engine, opening, title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    return departmentsModal(await listDepartments(context), language);
  });
}

async function submitDepartment(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const say = texts('en').departments;
  const ack = timelyAck(args, { title: say.title, logger: engine.logger });
  const tell = (text: string) =>
    ack({ response_action: 'update', view: noticeModal({ title: say.title, text }, 'en') });
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const [blockId = '', values] = Object.entries(view.state.values)[0] ?? [];
    const name = tidyName(field.parse(values)[actions.input].value ?? '');
    const known = await context.models.departments
      .findOne({ workspaceId: context.workspace._id, key: nameKey(name) })
      .lean();
    const problem =
      name === '' || [...name].length > longestName ? say.empty : known ? say.exists : undefined;
    if (problem) return ack({ response_action: 'errors', errors: { [blockId]: problem } });
    await addDepartment(context, { name, userId });
    await ack({
      response_action: 'update',
      view: departmentsModal(await listDepartments(context), language),
    });
  });
}
