import type { KnownBlock, ModalView } from '@slack/types';
import { dayText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { type AuditPage, type AuditQuestion, auditKinds } from '../../src/security/audit-log.ts';
import type { Reader } from '../../src/slack/readers.ts';
import { button, buttons, option, plain, section, sections } from '../blocks.ts';
import { actions, callbacks } from '../ids.ts';
import { modal } from '../modal.ts';
import { auditSentence } from './sentence.ts';

/** Who did what, the latest first, in the reader's own time. */
export function auditModal(page: AuditPage, { language, zone }: Reader): ModalView {
  const say = texts(language).audit;
  const { question, entries, names } = page;
  const lines = entries.map((entry) => {
    const at = Temporal.Instant.fromEpochMilliseconds(entry.at.getTime()).toZonedDateTimeISO(zone);
    const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
    return say.line(
      dayText(at.toPlainDate().toString(), language),
      time,
      auditSentence(entry, names, language),
    );
  });
  return modal(
    {
      callback: callbacks.audit,
      title: say.title,
      metadata: JSON.stringify(question),
      blocks: [
        section(say.intro),
        filters(question, say),
        { type: 'divider' },
        ...(lines.length > 0 ? sections(lines.map((line) => `${line}\n`)) : [section(say.none)]),
        ...pageButtons(page, say),
      ],
    },
    language,
  );
}

type Say = ReturnType<typeof texts>['audit'];

function filters({ kind, who }: AuditQuestion, say: Say): KnownBlock {
  const any = option(say.anyKind, 'any');
  const options = auditKinds.map((each) => option(say.kinds[each], each));
  return {
    type: 'actions',
    // Slack keeps what a person's client holds for blocks of the same name: another choice, another name.
    block_id: `audit ${kind ?? 'any'} ${who ?? '-'}`,
    elements: [
      {
        type: 'static_select',
        action_id: actions.auditKind,
        placeholder: plain(say.kind),
        options: [any, ...options],
        initial_option: options.find(({ value }) => value === kind) ?? any,
      },
      {
        type: 'users_select',
        action_id: actions.auditPerson,
        placeholder: plain(say.person),
        ...(who === null ? {} : { initial_user: who }),
      },
      ...(who === null ? [] : [button({ action: actions.auditEverybody, text: say.everybody })]),
    ],
  };
}

function pageButtons({ question, hasOlder }: AuditPage, say: Say): KnownBlock[] {
  const both = [
    ...(question.page > 0 ? [button({ action: actions.newerAudit, text: say.newer })] : []),
    ...(hasOlder ? [button({ action: actions.olderAudit, text: say.older })] : []),
  ];
  return both.length > 0 ? [buttons(...both)] : [];
}
