import { z } from 'zod';
import type { Engine } from '../../src/context.ts';
import { dayText, hourText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { changeDayRule } from '../../src/stores/change-day-rule.ts';
import { dayRules } from '../../src/stores/day-rules.ts';
import { storeNames } from '../../src/stores/store-names.ts';
import { zonesLike } from '../../src/stores/zones.ts';
import { isZone } from '../../src/turnover/trading-day.ts';
import { offerToManagers } from '../answer-options.ts';
import { answering } from '../answering.ts';
import { asText, option } from '../blocks.ts';
import { askerOf, openingOf } from '../bolt-args.ts';
import { actions, callbacks, fields } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { noticeThrough, type Words } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';
import { businessDayModal, lightspeedZone, storeOptions } from './blocks.ts';

const chosen = z.object({ selected_option: z.object({ value: z.string() }) });
const form = z.object({
  [fields.store]: z.object({ [actions.pickStore]: chosen }),
  [fields.hour]: z.object({ [actions.input]: chosen }),
  [fields.zone]: z.object({
    [actions.pickZone]: z.object({ selected_option: chosen.shape.selected_option.nullish() }),
  }),
  [fields.from]: z.object({ [actions.input]: z.object({ selected_date: z.iso.date() }) }),
});
const cutOffHour = z.coerce.number().int().min(0).max(6);

const title: Words = (say) => say.businessDay.title;

export function registerBusinessDay(on: Listeners, engine: Engine): void {
  on.action(actions.openBusinessDay, async ({ ack, ...args }) => {
    await ack();
    await openBusinessDayModal(engine, openingOf(args, { action: actions.openBusinessDay }));
  });
  on.options(actions.pickStore, (args) =>
    offerToManagers(engine, args, async ({ context, body }) =>
      storeOptions(await storeNames(context), body.value),
    ),
  );
  on.options(actions.pickZone, async ({ ack, body }) => {
    const { businessDay } = texts(engine.readers.atOnce(askerOf(body)));
    const zones = zonesLike(body.value).slice(0, 99);
    const own = body.value.trim() === '' ? [option(businessDay.lightspeedZone, lightspeedZone)] : [];
    await ack({ options: [...own, ...zones.map((zone) => option(zone, zone))] });
  });
  on.submit(callbacks.businessDay, (args) => submitBusinessDay(engine, args));
}

/** Shows when the stores' days begin, and lets one be changed. */
export async function openBusinessDayModal(engine: Engine, opening: Opening): Promise<void> {
  await showModal(engine, opening, title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    return businessDayModal(await dayRules(context), language);
  });
}

async function submitBusinessDay(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((next) => ack({ response_action: 'update', view: next }), title);
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const say = texts(language).businessDay;
    const values = form.parse(view.state.values);
    const [linkId = '', storeId = ''] =
      values[fields.store][actions.pickStore].selected_option.value.split(' ');
    const cutOff = cutOffHour.parse(values[fields.hour][actions.input].selected_option.value);
    const zone = zoneIn(values[fields.zone][actions.pickZone].selected_option?.value);
    if (typeof zone === 'string' && !isZone(zone)) {
      await ack({ response_action: 'errors', errors: { [fields.zone]: say.zoneUnknown } });
      return;
    }
    const from = values[fields.from][actions.input].selected_date;
    const store = await changeDayRule(context, {
      linkId,
      storeId,
      from,
      cutOff,
      userId,
      ...(zone === undefined ? {} : { zone }),
    });
    await tell(
      store ? say.saved(asText(store.name), hourText(cutOff, language), dayText(from, language)) : say.gone,
      language,
    );
  });
}

/** The zone that was picked, null for the one Lightspeed gives; undefined: none was picked, so it stays as it is. */
function zoneIn(picked: string | undefined): string | null | undefined {
  return picked === lightspeedZone ? null : picked;
}
