import type { ModalView } from '@slack/types';
import type { Link } from '../../models/link.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { asText, option, plain, section } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal, noticeModal } from '../modal.ts';

/** Asks before a link is ended; with several links, which. */
export function unlinkModal(links: readonly Pick<Link, '_id' | 'name'>[], language: Language): ModalView {
  const { unlink } = texts(language);
  const [first] = links;
  if (!first) return noticeModal({ title: unlink.title, text: unlink.nothing }, language);
  const options = links.slice(0, 100).map(({ _id, name }) => option(name, _id));
  const [firstOption] = options;
  return modal(
    {
      callback: callbacks.unlink,
      title: unlink.title,
      submit: unlink.submit,
      metadata: first._id,
      blocks: [
        section(unlink.question(asText(links.map(({ name }) => name).join(', ')))),
        ...(links.length > 1 && firstOption
          ? [
              {
                type: 'input' as const,
                block_id: fields.account,
                label: plain(unlink.choose),
                element: {
                  type: 'static_select' as const,
                  action_id: actions.input,
                  options,
                  initial_option: firstOption,
                },
              },
            ]
          : []),
      ],
    },
    language,
  );
}
