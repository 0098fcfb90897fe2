import { z } from 'zod';
import type { Context, Engine } from '../../src/context.ts';
import { list } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { monthlyOrders, mostReaders, orderFiles } from '../../src/monthly/order-files.ts';
import { readingOf, requireManager, seesNothing } from '../../src/security/permissions.ts';
import { answering } from '../answering.ts';
import { askerOf, openingOf } from '../bolt-args.ts';
import { actions, callbacks, fields } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { noticeModal, noticeThrough, type Words } from '../modal.ts';
import { showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { monthlyModal } from './blocks.ts';

const form = z.object({
  [fields.readers]: z.object({
    [actions.input]: z.object({ selected_users: z.array(z.string()).max(mostReaders) }),
  }),
  [fields.format]: z.object({
    [actions.input]: z.object({ selected_option: z.object({ value: z.enum(['csv', 'xlsx']) }) }),
  }),
});

const title: Words = (say) => say.monthly.title;

export function registerMonthly(on: Listeners, engine: Engine): void {
  on.action(actions.openMonthly, async ({ ack, ...args }) => {
    await ack();
    const opening = openingOf(args, { action: actions.openMonthly });
    // On top of the settings, to come back to them.
    const onTop = { ...opening, isOnTop: opening.viewId !== undefined };
    await showModal(engine, onTop, title, async ({ context, userId, language }) => {
      await requireManager(context, userId);
      return monthlyModal(await monthlyOrders(context), language);
    });
  });
  on.submit(callbacks.monthly, (args) => submitMonthly(engine, args));
}

async function submitMonthly(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((next) => ack({ response_action: 'update', view: next }), title);
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const { monthly } = texts(language);
    const values = form.parse(view.state.values);
    const userIds = [...new Set(values[fields.readers][actions.input].selected_users)];
    const format = values[fields.format][actions.input].selected_option.value;
    const others = await seeingNothing(context, userIds);
    if (others.length > 0) {
      await ack({
        response_action: 'errors',
        errors: { [fields.readers]: monthly.mayNot(list(others, language)) },
      });
      return;
    }
    await orderFiles(context, { userIds, format, userId });
    const people = list(
      userIds.map((id) => `<@${id}>`),
      language,
    );
    const text = userIds.length > 0 ? monthly.saved(people, monthly.formats[format]) : monthly.savedNobody;
    await ack({ response_action: 'update', view: noticeModal({ title: monthly.title, text }, language) });
  });
}

/** The names of those who may not see turnover. */
async function seeingNothing(context: Context, userIds: readonly string[]): Promise<string[]> {
  const people = await Promise.all(
    userIds.map(async (userId) => ({
      name: (await context.delivery.person(context.workspace._id, userId)).name,
      reading: await readingOf(context, userId),
    })),
  );
  return people.filter(({ reading }) => seesNothing(reading)).map(({ name }) => name);
}
