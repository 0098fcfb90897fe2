import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { WebAnswer } from '../../src/slack/bolt.ts';

/** A plain page for the browser that comes back from Lightspeed: what happened, and the next step. */
export function consentPage(
  { status, happened, next }: { status: number; happened: string; next: string },
  language: Language,
): WebAnswer {
  const { title } = texts(language).consent;
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
</main>
</html>
`,
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
