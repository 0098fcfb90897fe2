import { describe, expect, test } from 'vitest';
import type { Link } from '../../models/link.ts';
import { checkingModal, linkedMessage, linkedModal, linkFailedModal } from '../../views/link/blocks.ts';
import { linkModal } from '../../views/link/form.ts';
import { undeliverableMessage } from '../../views/notices/blocks.ts';
import {
  consentEndingMessage,
  keyRefusedMessage,
  linkerGoneMessage,
  outageMessage,
} from '../../views/notices/link-notices.ts';
import { newStoresMessage } from '../../views/notices/new-stores.ts';
import { statusMessage } from '../../views/status/blocks.ts';
import { unlinkModal } from '../../views/unlink/blocks.ts';
import { hugeStatus, link, linkStatus, newStores, statusOf } from './support/links.ts';
import { hardName, hardNames } from './support/records.ts';
import { expectGoodMessage, expectGoodView, wordsIn } from './support/words.ts';

const language = 'en';
const reader = { language, zone: 'Europe/Amsterdam' } as const;
const longNames = [...hardNames, 'Warehouse '.repeat(40), ''];

describe('the link form', () => {
  test.each(['r', 'x'] as const)('of series %s passes and has an empty box for the key', (series) => {
    const view = linkModal(
      { series, consentUrl: 'https://daybook.example.com/consent/1', prefix: 'shop' },
      language,
    );

    expectGoodView(view);
    const box = view.blocks.find((block) => JSON.stringify(block).includes('"key"'));
    expect(JSON.stringify(box)).not.toContain('initial_value');
    expect(wordsIn(view.blocks)).toContain('Lightspeed Retail series');
  });

  test('labels its fields as promised', () => {
    expect(wordsIn(linkModal({ series: 'r' }, language).blocks)).toContain('API key');
    expect(wordsIn(linkModal({ series: 'x' }, language).blocks)).toContain('Domain prefix');
  });
});

test('the modals around the trying of a key pass', () => {
  expectGoodView(checkingModal(language));
  expectGoodView(linkFailedModal({ text: 'Lightspeed refused this key.' }, language));
});

describe.each(longNames)('an account called "%s"', (name) => {
  const of: Link = link(1, { name });

  test('can be linked, shown, paused and unlinked', () => {
    for (const isNew of [true, false]) {
      expectGoodView(linkedModal({ link: of, isNew, links: [linkStatus(of)] }, language));
    }
    expectGoodView(unlinkModal([of, link(2)], language));
    for (const state of ['active', 'refused', 'paused'] as const) {
      const stated = link(1, {
        name,
        state,
        gaps: [{ from: new Date(0), to: null }],
        troubleSince: new Date(0),
      });
      expectGoodMessage(statusMessage(statusOf([linkStatus(stated)]), { language, isManager: true }));
    }
    expectGoodMessage(linkedMessage({ link: of, stores: [], isNew: true }, language));
  });

  test('can be told of when something is wrong with it', () => {
    const told = [
      keyRefusedMessage({ link: of, failure: 'AccessDeniedError', isReminder: true }, reader),
      outageMessage({ link: of, since: new Date(0) }, reader),
      consentEndingMessage({ link: of, on: new Date(0) }, reader),
      linkerGoneMessage({ link: of, name }, reader),
      newStoresMessage(
        newStores(
          of,
          Array.from({ length: 300 }, (_, n) => hardName(n)),
        ),
        reader,
      ),
    ];

    for (const message of told) expectGoodMessage(message);
  });
});

describe('the status', () => {
  test('without a link says so and is readable by all', () => {
    for (const isManager of [true, false]) {
      expectGoodMessage(statusMessage(statusOf([]), { language, isManager }));
    }
    expect(statusMessage(statusOf([]), { language, isManager: true }).text).toContain(
      'No Lightspeed account',
    );
  });

  test('of forty broken links fits in a message', () => {
    const status = hugeStatus();

    expectGoodMessage(statusMessage(status, { language, isManager: true }));
    expectGoodMessage(statusMessage(status, { language, isManager: false }));
  });

  test('leaves out no store in silence', () => {
    const unmapped = Array.from({ length: 300 }, (_, number) => `Store ${number}`);

    const { text } = statusMessage(statusOf([linkStatus(link(1), { unmapped })]), {
      language,
      isManager: false,
    });

    const listed = text.match(/Store \d+/g)?.length ?? 0;
    expect(text).toContain(`and +${300 - listed}`);
  });
});

test('unlinking asks which of up to a hundred accounts', () => {
  expectGoodView(unlinkModal([], language));
  expectGoodView(unlinkModal([link(1)], language));
  expectGoodView(
    unlinkModal(
      Array.from({ length: 150 }, (_, number) => link(number, { name: hardName(number) })),
      language,
    ),
  );
});

test.each(['not_in_channel', 'is_archived', 'channel_not_found', 'something_new'])(
  'a digest that Slack does not take (%s) is told with the way out',
  (code) => {
    const message = undeliverableMessage({ channelId: 'C1', code }, language);

    expect(message.text).toContain('<#C1>');
    expect(message.text).not.toContain(code);
    expectGoodMessage(message);
  },
);
