import type { BlockAction } from '@slack/bolt';
import { z } from 'zod';
import type { Engine } from '../../src/context.ts';
import { allDepartments, isActive } from '../../src/departments/in-order.ts';
import { nameKey } from '../../src/departments/name.ts';
import { texts } from '../../src/language/texts.ts';
import { mapNewStore } from '../../src/new-stores/map-new-store.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { offerToManagers } from '../answer-options.ts';
import { answering } from '../answering.ts';
import { askerOf } from '../bolt-args.ts';
import { actions } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { newStoreOptions, readNewStoreBlock, storeLine } from './new-stores.ts';

const container = z.object({ channel_id: z.string(), message_ts: z.string() });

/** The selects in a notice of new stores. */
export function registerNewStores(on: Listeners, engine: Engine): void {
  on.action(actions.mapNewStore, async ({ ack, body, respond }) => {
    await ack();
    const tell = (text: string) => respond({ text, response_type: 'ephemeral', replace_original: false });
    await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
      await requireManager(context, userId);
      const { storeNotice } = texts(language);
      const chosen = chosenIn(body);
      if (!chosen) return void (await tell(storeNotice.gone));
      const outcome = await mapNewStore(context, { ...chosen, userId });
      if (outcome.kind === 'gone') await tell(storeNotice.gone);
      if (outcome.kind === 'already') await tell(storeNotice.overtaken(storeLine(outcome.store, language)));
    });
  });
  on.options(actions.mapNewStore, (args) =>
    offerToManagers(engine, args, async ({ context, body, language }) => {
      const query = nameKey(body.value);
      const found = (await allDepartments(context)).filter(isActive).filter(({ key }) => key.includes(query));
      return newStoreOptions(found, language);
    }),
  );
}

/** What was chosen for which store, and in which message; undefined for what Daybook never showed. */
function chosenIn(body: BlockAction) {
  const [action] = body.actions;
  const place = container.safeParse(body.container);
  const store = readNewStoreBlock(action?.block_id ?? '');
  const option =
    action?.type === 'static_select' || action?.type === 'external_select' ? action.selected_option : null;
  if (!store || option?.value === undefined || !place.success) return undefined;
  const { channel_id: channelId, message_ts: ts } = place.data;
  return { ...store, choice: option.value, place: { channelId, ts } };
}
