import type { ModalView } from '@slack/types';
import type { Context } from '../../src/context.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { LightspeedError } from '../../src/lightspeed/errors.ts';
import { type Linked, linkAccount } from '../../src/lightspeed/link-account.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { statusOf } from '../../src/turnover/status.ts';
import { fields } from '../ids.ts';
import { linkedModal } from './blocks.ts';
import type { FilledLinkForm } from './read-form.ts';

/** How long the key is tried in all. */
const tryKey = 20_000;

interface LinkProblem {
  field: string;
  error: string;
}

/** What came of a form: the next view, or what is wrong at which field. */
export type LinkOutcome = { view: ModalView } | LinkProblem;

/** Tries to link the account that the form names; what did not do is said in words. */
export async function tryToLink(
  context: Context,
  attempt: { form: FilledLinkForm; userId: string },
  language: Language,
): Promise<LinkOutcome> {
  const outcome = await linkOrSay(context, attempt, language);
  if ('error' in outcome) return outcome;
  const { links } = await statusOf(context);
  return { view: linkedModal({ ...outcome.linked, links }, language) };
}

/** The same, wherever the key was typed: what was linked, or what is wrong at which field. Throws a NotPermittedError. */
export async function linkOrSay(
  context: Context,
  { form, userId }: { form: FilledLinkForm; userId: string },
  language: Language,
): Promise<{ linked: Linked } | LinkProblem> {
  await requireManager(context, userId);
  const { series, prefix, key } = form;
  if (key === '') return { field: fields.key, error: texts(language).link.empty[series] };
  try {
    const where = series === 'x' ? { prefix: prefix ?? '' } : {};
    return { linked: await linkAccount(context, { key, ...where, userId, deadline: tryKey }) };
  } catch (error) {
    if (error instanceof RangeError && series === 'x') {
      return { field: fields.prefix, error: texts(language).link.prefixWrong };
    }
    if (!(error instanceof LightspeedError)) throw error;
    context.logger.info({ err: error, series }, 'a key did not do');
    return refusal(error, form, language);
  }
}

/** A wrong prefix looks like a shop that does not answer, or answers with something else. */
function refusal(error: LightspeedError, { series }: FilledLinkForm, language: Language): LinkProblem {
  const say = texts(language).link;
  switch (error.name) {
    case 'KeyRefusedError':
      return { field: fields.key, error: say.refused[series] };
    case 'AccessDeniedError':
      return { field: fields.key, error: say.denied[series] };
    default:
      if (series === 'x') return { field: fields.prefix, error: say.noShop };
      return { field: fields.key, error: error.name === 'UnreadableAnswerError' ? say.unreadable : say.down };
  }
}
