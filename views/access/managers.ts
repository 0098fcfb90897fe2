import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { changeManagers, mostManagers } from '../../src/access/change-managers.ts';
import type { Engine } from '../../src/context.ts';
import { type Language, list } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { answering } from '../answering.ts';
import { plain, section } from '../blocks.ts';
import { askerOf, openingOf } from '../bolt-args.ts';
import { actions, callbacks, fields } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { modal, noticeThrough, type Words } from '../modal.ts';
import { showModal } from '../surface.ts';
import { type Submit, timelyAck } from '../timely-ack.ts';

const form = z.object({
  [fields.managers]: z.object({
    [actions.input]: z.object({ selected_users: z.array(z.string().min(1).max(32)).max(mostManagers) }),
  }),
});

const title: Words = (say) => say.accessSettings.managersTitle;

/** Who manages Daybook beside Slack's admins and owners. */
export function registerManagers(on: Listeners, engine: Engine): void {
  on.action(actions.openManagers, async ({ ack, ...args }) => {
    await ack();
    const opening = openingOf(args, { action: actions.openManagers });
    // On top of the settings, to come back to them.
    const onTop = { ...opening, isOnTop: opening.viewId !== undefined };
    await showModal(engine, onTop, title, async ({ context, userId, language }) => {
      await requireManager(context, userId);
      return managersModal(context.workspace.managers, language);
    });
  });
  on.submit(callbacks.managers, (args) => submit(engine, args));
}

export function managersModal(managers: readonly string[], language: Language): ModalView {
  const { accessSettings: say, common } = texts(language);
  return modal(
    {
      callback: callbacks.managers,
      title: say.managersTitle,
      submit: common.save,
      // Whoever is let in while the form is open is not taken off by saving it.
      metadata: managers.slice(0, mostManagers).join(' '),
      blocks: [
        section(say.managersIntro),
        {
          type: 'input',
          block_id: fields.managers,
          label: plain(say.managers),
          hint: plain(say.managersHint),
          optional: true,
          element: {
            type: 'multi_users_select',
            action_id: actions.input,
            max_selected_items: mostManagers,
            ...(managers.length > 0 ? { initial_users: managers.slice(0, mostManagers) } : {}),
          },
        },
      ],
    },
    language,
  );
}

async function submit(engine: Engine, args: Submit): Promise<void> {
  const { body, view } = args;
  const ack = timelyAck(args, { ...engine, title });
  const tell = noticeThrough((next) => ack({ response_action: 'update', view: next }), title);
  await answering(engine, askerOf(body), tell, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const { accessSettings: say } = texts(language);
    const managers = form.parse(view.state.values)[fields.managers][actions.input].selected_users;
    const shown = view.private_metadata.split(' ');
    const outcome = await changeManagers(context, { managers, shown, userId });
    const refuse = (text: string) => ack({ response_action: 'errors', errors: { [fields.managers]: text } });
    if (outcome.kind === 'self') return refuse(say.notSelf);
    if (outcome.kind === 'guests') return refuse(say.noGuests(list(outcome.names, language)));
    await tell(say.managersSaved, language);
  });
}
