import type { ModalView } from '@slack/types';
import { count, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { LineError } from '../../src/targets/file/read-targets-file.ts';
import type { UploadOutcome } from '../../src/targets/file/upload.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { asText, cut, fitting, plain, section, sections } from '../blocks.ts';
import { actions, callbacks, fields } from '../ids.ts';
import { modal, noticeModal } from '../modal.ts';
import { nameList } from '../name-list.ts';
import { currencyInput, fromInput } from './blocks.ts';

/** How many characters the lines that are wrong may take. */
const room = 8_000;

/** Asks for a CSV with targets. */
export function fileModal(
  { currencies, today }: { currencies: readonly string[]; today: Day },
  language: Language,
): ModalView {
  const { target } = texts(language);
  return modal(
    {
      callback: callbacks.targetFile,
      title: target.fileTitle,
      submit: target.check,
      blocks: [
        section(target.fileIntro),
        {
          type: 'input',
          block_id: fields.file,
          label: plain(target.file),
          element: { type: 'file_input', action_id: actions.input, filetypes: ['csv', 'txt'], max_files: 1 },
        },
        ...currencyInput(currencies, null, language),
        fromInput(target.fileFrom, today),
      ],
    },
    language,
  );
}

type NotSaved = Exclude<UploadOutcome, { kind: 'saved' }>;

/** Why nothing was saved: every line that is wrong, by its number. */
export function fileProblemModal(
  outcome: NotSaved,
  { currency, language }: { currency: string; language: Language },
): ModalView {
  const { target } = texts(language);
  const look = { title: target.fileTitle };
  if (outcome.kind === 'empty') return noticeModal({ ...look, text: target.fileEmpty }, language);
  if (outcome.kind === 'too-many') {
    const text = target.fileTooLong(count(outcome.most, language));
    return noticeModal({ ...look, text }, language);
  }
  const lines = outcome.errors.map((error) =>
    target.lineError(error.line, whatText(error, { currency, language })),
  );
  return noticeModal(
    {
      ...look,
      text: target.fileWrong(outcome.errors.length),
      more: sections(fitting(lines, room, target.more)),
    },
    language,
  );
}

function whatText(
  error: LineError,
  { currency, language }: { currency: string; language: Language },
): string {
  const { wrong } = texts(language).target;
  if (error.kind === 'columns') return wrong.columns(error.found);
  if (error.kind === 'twice') return wrong.twice(error.earlier);
  const typed = asText(cut(error.typed, 60));
  switch (error.kind) {
    case 'department':
      return error.near.length === 0
        ? wrong.department(typed)
        : wrong.departmentNear(typed, nameList(error.near, language));
    case 'when':
      return wrong.when(typed);
    case 'amount':
      return wrong.amount(typed, currency);
    case 'ambiguous':
      return wrong.ambiguous(typed, ...error.readings);
  }
}
