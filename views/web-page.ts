import type { Language } from '../src/language/format.ts';
import type { WebAnswer } from '../src/slack/bolt.ts';
import { element, type Html } from './html.ts';

export interface WebPage {
  status: number;
  title: string;
  happened: string;
  next: string;
  /** Where one goes from there. */
  link?: { text: string; href: string };
}

/** A plain page for a browser: what happened, and the next step. Nobody keeps it, and it loads nothing. */
export function webPage({ status, title, happened, next, link }: WebPage, language: Language): WebAnswer {
  const main = [
    element('h1', {}, happened),
    element('p', {}, next),
    ...(link ? [element('p', {}, element('a', { href: link.href }, link.text))] : []),
  ];
  return plainPage({ status, title, main }, language);
}

/** Any page that runs no script and loads nothing, is shown in no frame, and is told to nobody that it leads to. */
export function plainPage(
  { status, title, main }: { status: number; title: string; main: readonly Html[] },
  language: Language,
): WebAnswer {
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      // The address holds a code and a state.
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    },
    body: `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
${element('title', {}, title).html}
<style>
  :root { color-scheme: light dark; }
  body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; }
  h1 { font-size: 1.5rem; }
  label { display: block; font-weight: bold; margin-top: 1.5rem; }
  input { font: inherit; width: 100%; box-sizing: border-box; padding: 0.5rem; }
  button { font: inherit; margin-top: 1.5rem; padding: 0.5rem 1.5rem; }
  .wrong { border-left: 0.3rem solid #c00; padding-left: 0.8rem; }
</style>
<main>
${main.map(({ html }) => html).join('\n')}
</main>
</html>
`,
  };
}
