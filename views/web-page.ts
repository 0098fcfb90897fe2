import type { Language } from '../src/language/format.ts';
import type { WebAnswer } from '../src/slack/bolt.ts';

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
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      // The address holds a code and a state.
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
      'X-Content-Type-Options': 'nosniff',
    },
    body: `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; }
  h1 { font-size: 1.5rem; }
</style>
<main>
<h1>${escaped(happened)}</h1>
<p>${escaped(next)}</p>
${link ? `<p><a href="${escaped(link.href)}">${escaped(link.text)}</a></p>\n` : ''}</main>
</html>
`,
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
