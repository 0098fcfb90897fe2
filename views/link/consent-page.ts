import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { WebAnswer } from '../../src/slack/bolt.ts';
import { type WebPage, webPage } from '../web-page.ts';

/** A plain page for the browser that comes back from Lightspeed: what happened, and the next step. */
export function consentPage(
  page: Pick<WebPage, 'status' | 'happened' | 'next'>,
  language: Language,
): WebAnswer {
  return webPage({ ...page, title: texts(language).consent.title }, language);
}
