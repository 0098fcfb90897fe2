import type { BackfillRefusal } from '../backfill/start-backfill.ts';
import type { ImportNowOutcome } from '../turnover/import-now.ts';

/** What Daybook says in English of importing days. */
export const enImport = {
  importNow: {
    title: 'Import',
    running: 'Reading the last two days from Lightspeed…',
    outcome: {
      done: 'The last two days are in.',
      already: 'The last two days were in already. Nothing was changed.',
      running: 'An import of these days is running already. Its figures are there in a moment.',
      failed: 'The import did not succeed, and nothing was changed.',
      'no-stores':
        'No store of this account can be read: none has a time zone in Lightspeed. Set it there, then try again.',
      paused: 'This account is paused, so nothing was read. Resume it in `/lightspeed status`.',
    } satisfies Record<ImportNowOutcome, string>,
    why: {
      KeyRefusedError: 'Lightspeed refuses the key. Give a new one with `/lightspeed link`.',
      AccessDeniedError: {
        r: 'Lightspeed lets the key in, but not to the sales. It needs the right `employee:register`: ask whoever runs Lightspeed to give it to the key’s employee, or link with a key of one who has it.',
        x: 'Lightspeed lets the token in, but not to the sales. Make one as a user who may see all sales, and give it with `/lightspeed link`.',
      },
      LightspeedDownError: 'Lightspeed does not answer. Daybook tries again by itself.',
      UnreadableAnswerError:
        'Lightspeed answered in a way Daybook does not understand. It tries again by itself.',
      ClientRefusedError:
        'Lightspeed does not take this Daybook’s own client id and secret. Tell your operator.',
      VaultError: 'The stored key cannot be opened. Give it again with `/lightspeed link`.',
      other:
        'Something unexpected happened. Daybook tries again by itself; tell your operator if it stays so.',
    },
    dayLine: (day: string, amount: string) => `${day}: ${amount}`,
    nothingMapped: 'no store is mapped yet',
    noLink: 'No Lightspeed account is linked yet. Start with `/lightspeed link`.',
  },

  backfill: {
    title: 'Import older days',
    intro:
      'Daybook reads older days from Lightspeed, newest first, between the nights. They are final at once.',
    from: 'First day',
    to: 'Last day',
    submit: 'Import',
    started: (from: string, to: string) =>
      `Started: ${from} to ${to}. A message from Daybook shows how far it is.`,
    refused: {
      'under-way':
        'Older days of this account are being imported already. Wait for it, or stop it in its message.',
      future: 'The last day must be over. Choose yesterday or an earlier day.',
      'too-far': 'Daybook reads at most 25 months back. Choose a later first day; nothing was begun.',
      backwards: 'The last day is before the first one: change one of them.',
      'no-stores':
        'No store of this account can be read: none has a time zone in Lightspeed. Set it there, then try again.',
      paused: 'This account is paused, so nothing is read. Resume it in `/lightspeed status` first.',
    } satisfies Record<BackfillRefusal, string>,
    unreadable: (typed: string) =>
      `I cannot read “${typed}” as days. Write \`/lightspeed import 2024-05-01\`, or \`/lightspeed import 2024-05-01 2024-05-31\`.`,
    headline: (account: string, from: string, to: string) => `Older days of *${account}*, ${from} to ${to}`,
    bar: (done: string, all: string) => `${done} of ${all} days`,
    state: {
      running: 'Being imported.',
      paused: 'Paused. The days that are in stay.',
      held: 'Waiting, because the account is paused. It goes on by itself when that is resumed.',
      stopped: 'Stopped. The days that are in stay.',
      done: 'All in.',
    },
    pause: 'Pause',
    resume: 'Go on',
    stop: 'Stop',
    stopQuestion: 'Stop importing older days? The days that are in stay.',
  },
};
