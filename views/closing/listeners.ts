import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Context, Engine } from '../../src/context.ts';
import { dayText, type Language, weekdayNames } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { chooseHolidays, closeOnDay, closeOnWeekdays, openOnDay } from '../../src/stores/change-closings.ts';
import { closedWeekdaysOf, closings } from '../../src/stores/closings.ts';
import { countries, isCountry } from '../../src/stores/holidays.ts';
import { storeNames } from '../../src/stores/store-names.ts';
import { offerToManagers } from '../answer-options.ts';
import { answering, type Request } from '../answering.ts';
import { asText, option } from '../blocks.ts';
import { askerOf, openingOf, pressedValue } from '../bolt-args.ts';
import { storeOptions } from '../business-day/blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { noticeThrough, type Words } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { closedDayModal, closingModal, listed, noCountry, weekdaysModal } from './blocks.ts';

const chosen = z.object({ selected_option: z.object({ value: z.string() }) });
const countryForm = z.object({ [fields.country]: z.object({ [actions.pickCountry]: chosen }) });
const weekdaysForm = z.object({
  [fields.store]: z.object({ [actions.pickClosedStore]: chosen }),
});
const ticks = z.object({
  [actions.input]: z.object({ selected_options: z.array(z.object({ value: z.string() })) }),
});
const weekday = z.coerce.number().int().min(1).max(7);
const dayForm = z.object({
  [fields.day]: z.object({ [actions.input]: z.object({ selected_date: z.iso.date() }) }),
  [fields.store]: z.object({
    [actions.pickStore]: z.object({ selected_option: chosen.shape.selected_option.nullish() }),
  }),
});

const title: Words = (say) => say.closing.title;

export function registerClosing(on: Listeners, engine: Engine): void {
  on.action(actions.openClosing, async ({ ack, ...args }) => {
    await ack();
    const opening = onTop(openingOf(args, { action: actions.openClosing }));
    await showModal(engine, opening, title, forManagers(closingView));
  });
  on.action(actions.setClosedWeekdays, async ({ ack, ...args }) => {
    await ack();
    const opening = onTop(openingOf(args, { action: actions.setClosedWeekdays }));
    await showModal(
      engine,
      opening,
      title,
      forManagers(async (_context, language) => weekdaysModal(language)),
    );
  });
  on.action(actions.addClosedDay, async ({ ack, ...args }) => {
    await ack();
    const opening = onTop(openingOf(args, { action: actions.addClosedDay }));
    await showModal(
      engine,
      opening,
      title,
      forManagers(async (context, language) => closedDayModal(await closings(context), language)),
    );
  });
  on.action(actions.removeClosedDay, async ({ ack, body, client }) => {
    await ack();
    const viewId = body.view?.id;
    if (viewId === undefined) return;
    const show = (view: Awaited<ReturnType<typeof closingView>>) =>
      client.views.update({ view_id: viewId, view });
    await answering(engine, askerOf(body), noticeThrough(show, title), async (request) => {
      const done = await takeBack(request, pressedValue(body));
      await show(await closingView(request.context, request.language, done));
    });
  });
  on.action(actions.pickClosedStore, async ({ ack, body, client }) => {
    await ack();
    const { view } = body;
    if (!view) return;
    const show = (next: ModalView) => client.views.update({ view_id: view.id, hash: view.hash, view: next });
    await answering(engine, askerOf(body), noticeThrough(show, title), async (request) => {
      await show(await weekdaysOf(request, pickedValue(body)));
    });
  });
  on.options(actions.pickClosedStore, (args) =>
    offerToManagers(engine, args, async ({ context, body }) =>
      storeOptions(await storeNames(context), body.value),
    ),
  );
  on.options(actions.pickCountry, (args) =>
    offerToManagers(engine, args, async ({ language, body }) => countryOptions(body.value, language)),
  );
  on.submit(callbacks.closing, (args) => submit(engine, args, saveCountry));
  on.submit(callbacks.closedWeekdays, (args) => submit(engine, args, saveWeekdays));
  on.submit(callbacks.closedDay, (args) => submit(engine, args, saveDay));
}

/** In a modal a form is laid on top, to come back from; anywhere else it is a modal of its own. */
const onTop = (opening: Opening): Opening => ({ ...opening, isOnTop: opening.viewId !== undefined });

async function closingView(context: Context, language: Language, done?: string) {
  return closingModal({ ...(await closings(context)), ...(done === undefined ? {} : { done }) }, language);
}

function forManagers<View>(fill: (context: Context, language: Language) => Promise<View>) {
  return async ({ context, userId, language }: Request): Promise<View> => {
    await requireManager(context, userId);
    return fill(context, language);
  };
}

function pickedValue({ actions: [picked] }: BlockAction): string {
  return picked?.type === 'external_select' ? (picked.selected_option?.value ?? '') : '';
}

/** The form for a store that was chosen, with what is set for it. */
async function weekdaysOf({ context, userId, language }: Request, value: string): Promise<ModalView> {
  await requireManager(context, userId);
  const known = await closedWeekdaysOf(context, placeOf(value));
  return weekdaysModal(language, known && { value, ...known });
}

function countryOptions(typed: string, language: Language) {
  const wanted = typed.trim().toLowerCase();
  const options = [
    option(texts(language).closing.noHolidays, noCountry),
    ...countries(language).map(({ code, name }) => option(name, code)),
  ];
  return options.filter(({ text }) => text.text.toLowerCase().includes(wanted));
}

/** Saves what was filled in, and says what was. */
type Saving = (request: Request, values: Submit['view']['state']['values']) => Promise<string>;

const saveCountry: Saving = async ({ context, userId, language }, values) => {
  const holidays = countryForm.parse(values)[fields.country][actions.pickCountry].selected_option.value;
  const known = z.string().refine((code) => code === noCountry || isCountry(code));
  await chooseHolidays(context, { holidays: known.parse(holidays), userId });
  return texts(language).closing.saved;
};

const saveWeekdays: Saving = async ({ context, userId, language }, values) => {
  const { closing } = texts(language);
  const { value: store } = weekdaysForm.parse(values)[fields.store][actions.pickClosedStore].selected_option;
  const block = values[`${fields.weekdays} ${store}`] ?? values[fields.weekdays];
  const ticked = ticks.parse(block)[actions.input].selected_options.map(({ value }) => value);
  const weekdays = z.array(weekday).parse(ticked);
  const place = placeOf(store);
  const name = await closeOnWeekdays(context, { ...place, weekdays, userId });
  if (name === null) return closing.gone;
  if (weekdays.length === 0) return closing.savedOpen(asText(name));
  return closing.savedWeekdays(asText(name), listed(weekdays, weekdayNames(language, 'long'), language));
};

const saveDay: Saving = async ({ context, userId, language }, values) => {
  const { closing } = texts(language);
  const read = dayForm.parse(values);
  const day = read[fields.day][actions.input].selected_date;
  const picked = read[fields.store][actions.pickStore].selected_option;
  const store = picked ? placeOf(picked.value) : null;
  const closed = await closeOnDay(context, { day, store, userId });
  if (!closed) return closing.gone;
  return closing.savedDay(
    dayText(day, language),
    closed.name === null ? closing.everyStore : asText(closed.name),
  );
};

async function takeBack({ context, userId, language }: Request, id: string): Promise<string> {
  await requireManager(context, userId);
  const { closing } = texts(language);
  const day = await openOnDay(context, { id, userId });
  return day === null ? closing.gone : closing.takenBack(dayText(day, language));
}

function placeOf(value: string): { linkId: string; storeId: string } {
  const [linkId = '', storeId = ''] = value.split(' ');
  return { linkId, storeId };
}

async function submit(engine: Engine, args: Submit, save: Saving): Promise<void> {
  const { body, view, client } = args;
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((next) => ack({ response_action: 'update', view: next }), title);
  await answering(engine, askerOf(body), tell, async (request) => {
    await requireManager(request.context, request.userId);
    const done = await save(request, view.state.values);
    const below = view.previous_view_id;
    // Over the list the form closes, and the list says what was done; the list itself says it in its place.
    if (below && view.callback_id !== callbacks.closing) {
      await ack();
      await client.views.update({
        view_id: below,
        view: await closingView(request.context, request.language, done),
      });
    } else {
      await tell(done, request.language);
    }
  });
}
