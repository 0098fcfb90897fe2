import type { Series } from '../../models/link.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { WebAnswer } from '../../src/slack/bolt.ts';
import { element, type Html } from '../html.ts';
import { plainPage, type WebPage, webPage } from '../web-page.ts';

export interface KeyForm {
  status: number;
  token: string;
  series: Series;
  /** X-Series: what the box of the prefix begins with. */
  prefix: string | undefined;
  /** The account that gets a new key. */
  account: string | undefined;
  /** How long it is still good. */
  minutes: number;
  /** What was wrong with the last try, and which box it was. */
  wrong?: { field: 'key' | 'prefix'; text: string };
}

/** The page with the box for a key. It is always empty: a key is never shown again. */
export function keyFormPage(form: KeyForm, language: Language): WebAnswer {
  const { keyPage: say, link } = texts(language);
  const { status, token, series, account, minutes, wrong } = form;
  const main = [
    element('h1', {}, account === undefined ? say.heading[series] : say.headingFor(account)),
    element('p', {}, `${say.intro} ${say.where[series]}`),
    ...(wrong ? [element('p', { class: 'wrong', id: 'wrong', role: 'alert' }, wrong.text)] : []),
    element(
      'form',
      // Without the token: addresses are kept by browsers and written into logs.
      { method: 'post', action: 'key', autocomplete: 'off' },
      element('input', { type: 'hidden', name: 'token', value: token }),
      ...(series === 'x' ? prefixBox(form, language) : []),
      element('label', { for: 'key' }, series === 'x' ? say.token : link.key),
      element('input', {
        type: 'password',
        id: 'key',
        name: 'key',
        autocomplete: 'off',
        spellcheck: 'false',
        required: true,
        ...marked(form, 'key'),
      }),
      element('button', {}, link.submit),
    ),
    element('p', {}, say.until(minutes)),
  ];
  return plainPage({ status, title: link.title, main }, language);
}

function prefixBox(form: KeyForm, language: Language): Html[] {
  const { link } = texts(language);
  return [
    element('label', { for: 'prefix' }, link.prefix),
    element('p', { id: 'prefix-hint' }, link.prefixHint),
    element('input', {
      id: 'prefix',
      name: 'prefix',
      value: form.prefix ?? '',
      required: true,
      ...marked(form, 'prefix', 'prefix-hint'),
    }),
  ];
}

/** What a screen reader says of a box. */
function marked({ wrong }: KeyForm, field: 'key' | 'prefix', hint?: string) {
  const isWrong = wrong?.field === field;
  const by = [hint, isWrong ? 'wrong' : undefined].filter((id) => id !== undefined).join(' ');
  return {
    ...(by === '' ? {} : { 'aria-describedby': by }),
    ...(isWrong ? { 'aria-invalid': 'true', autofocus: true as const } : {}),
  };
}

/** A page that only tells: what happened, and the next step. */
export function keyToldPage(
  page: Pick<WebPage, 'status' | 'happened'> & { next?: string },
  language: Language,
): WebAnswer {
  const { keyPage, link } = texts(language);
  return webPage({ next: keyPage.again, ...page, title: link.title }, language);
}
