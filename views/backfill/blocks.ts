import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Link } from '../../models/link.ts';
import type { BackfillProgress } from '../../src/backfill/progress.ts';
import { count, dayText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { asText, button, buttons, context, option, plain, section } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal } from '../modal.ts';
import { whyText } from '../why.ts';

export interface BackfillForm {
  linkId: string;
  /** All accounts; which one is asked where there are several. */
  accounts: readonly Pick<Link, '_id' | 'name'>[];
  from: Day;
  to: Day;
}

/** Asks which older days of which account are to be read; both ends included. */
export function backfillModal({ linkId, accounts, from, to }: BackfillForm, language: Language): ModalView {
  const { backfill } = texts(language);
  const picker = (block: string, label: string, initial: Day): KnownBlock => ({
    type: 'input',
    block_id: block,
    label: plain(label),
    element: { type: 'datepicker', action_id: actions.input, initial_date: initial },
  });
  return modal(
    {
      callback: callbacks.backfill,
      title: backfill.title,
      submit: backfill.submit,
      metadata: linkId,
      blocks: [
        section(backfill.intro),
        ...accountBlock({ linkId, accounts }, language),
        picker(fields.from, backfill.from, from),
        picker(fields.to, backfill.to, to),
      ],
    },
    language,
  );
}

/** Most options Slack takes in one select. */
const mostAccounts = 100;

function accountBlock(
  { linkId, accounts }: Pick<BackfillForm, 'linkId' | 'accounts'>,
  language: Language,
): KnownBlock[] {
  if (accounts.length < 2) return [];
  const options = accounts.slice(0, mostAccounts).map(({ _id, name }) => option(name, _id));
  const initial = options.find(({ value }) => value === linkId);
  return [
    {
      type: 'input',
      block_id: fields.account,
      label: plain(texts(language).olderDays.account),
      element: {
        type: 'static_select',
        action_id: actions.input,
        options,
        ...(initial ? { initial_option: initial } : {}),
      },
    },
  ];
}

/** The one message that shows how far a backfill is. */
export function backfillMessage(progress: BackfillProgress, language: Language): Message {
  const { backfill, importNow } = texts(language);
  const { state, daysDone, daysAll, failure } = progress;
  const headline = backfill.headline(
    asText(progress.account),
    dayText(progress.from, language),
    dayText(progress.to, language),
  );
  const done = backfill.bar(count(daysDone, language), count(daysAll, language));
  const remarks = [
    backfill.state[state],
    ...(failure === null || state !== 'running' ? [] : [whyText(importNow.why, failure, progress.series)]),
  ];
  const handles = handlesOf(progress, language);
  return {
    text: `${headline}: ${done}. ${remarks.join(' ')}`,
    blocks: [
      section(`${headline}\n\`${bar(daysDone / daysAll)}\` ${done}`),
      context(remarks.join(' ')),
      ...(handles.length > 0 ? [buttons(...handles)] : []),
    ],
  };
}

const barLength = 20;

/** A bar that reads alike in every font of one width. */
function bar(share: number): string {
  const full = Math.round(share * barLength);
  return '█'.repeat(full) + '░'.repeat(barLength - full);
}

function handlesOf({ state, backfillId }: BackfillProgress, language: Language): Button[] {
  const { backfill, common } = texts(language);
  const stop: Button = {
    ...button({ action: actions.stopBackfill, text: backfill.stop, value: backfillId }),
    confirm: {
      title: plain(backfill.title),
      text: plain(backfill.stopQuestion),
      confirm: plain(backfill.stop),
      deny: plain(common.cancel),
    },
  };
  if (state === 'running') {
    return [button({ action: actions.pauseBackfill, text: backfill.pause, value: backfillId }), stop];
  }
  if (state === 'paused') {
    return [button({ action: actions.resumeBackfill, text: backfill.resume, value: backfillId }), stop];
  }
  return state === 'held' ? [stop] : [];
}
