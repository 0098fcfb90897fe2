import { dirname, join, normalize } from 'node:path';
import type { Command } from 'commander';
import { readQuestion } from '../../src/turnover/read-question.ts';
import { readWord } from '../../views/help/blocks.ts';
import type { Facts } from './facts.ts';

/** A page and what is written on it. */
export interface Page {
  path: string;
  text: string;
}

/** Some names of departments that pages give as examples. */
const departments = ['Bakery', 'City', 'Harbour'].map((name) => ({ _id: name, name }));
const today = '2025-11-12';

/** Everything that a page names and that there is not, each with its kind. */
export async function strangersOn(page: Page, facts: Facts): Promise<string[]> {
  const code = codeOf(page.text);
  const kinds: [kind: string, names: string[]][] = [
    ['link', await strangeLinks(page, facts)],
    ['path', code.flatMap((each) => strangePaths(each, page, facts))],
    ['script', code.flatMap((each) => strangeScripts(each, facts))],
    ['daybook', code.flatMap((each) => strangeWords(each, facts))],
    ['slash', code.flatMap((each) => strangeCommands(each, facts))],
    ['setting', named(code, /\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/g).filter((name) => !facts.settings.has(name))],
    ['metric', strangeMetrics(code, facts)],
  ];
  return [...new Set(kinds.flatMap(([kind, names]) => names.map((name) => `${kind} ${name}`)))];
}

/** What stands in code: each span, and each line of each block. */
function codeOf(text: string): string[] {
  const fence = /^```[^\n]*\n([\s\S]*?)^```/gm;
  const lines = [...text.matchAll(fence)].flatMap(([, block = '']) => block.split('\n'));
  const spans = [...text.replace(fence, '').matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
  return [...lines, ...spans].map((each) => each.replace(/\s+/g, ' ').trim());
}

function named(code: readonly string[], pattern: RegExp): string[] {
  return code.flatMap((each) => [...each.matchAll(pattern)].map(([name]) => name));
}

async function strangeLinks({ path, text }: Page, { paths, anchorsOf }: Facts): Promise<string[]> {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const strange: string[] = [];
  for (const link of links.filter((each) => !/^[a-z]+:/.test(each))) {
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : normalize(join(dirname(path), file));
    const isThere = paths.has(target) || paths.has(`${target.replace(/\/$/, '')}/`);
    const hasAnchor = !anchor || (isThere && (await anchorsOf(target)).has(anchor));
    if (!isThere || !hasAnchor) strange.push(link);
  }
  return strange;
}

const fileName = /^[\w.@/-]+\.(?:ts|mjs|json|md|ya?ml|css|html)$/;

function strangePaths(code: string, { path }: Page, { paths }: Facts): string[] {
  const top = [...paths].filter((each) => /^[^/]+\/$/.test(each));
  return code
    .split(/[\s'"(),]+/)
    .filter((word) => !/^(?:\/|[a-z]+:)/.test(word) && !word.includes('*'))
    .filter((word) => fileName.test(word) || top.some((folder) => word.startsWith(folder)))
    .filter((word) => {
      const places = [word, normalize(join(dirname(path), word))];
      // A bare name may be that of a file in each of many folders, as `blocks.ts` is.
      const isBare = !word.includes('/') && [...paths].some((each) => each.endsWith(`/${word}`));
      return !isBare && !places.some((place) => paths.has(place) || paths.has(`${place}/`));
    });
}

function strangeScripts(code: string, { scripts }: Facts): string[] {
  return [...code.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g)]
    .map(([, ran, short]) => ran ?? short ?? '')
    .filter((name) => !scripts.has(name));
}

/** Commands and options of the command line that there are not. */
function strangeWords(code: string, { program }: Facts): string[] {
  const [, typed] = /(?:\bnpm run (?:-s )?daybook -- |^daybook )([^>|&;#]*)/.exec(code) ?? [];
  if (typed === undefined || /^(?:<|--help\b)/.test(typed)) return [];
  const strange: string[] = [];
  let command: Command = program;
  let isValue = false;
  for (const word of typed.trim().split(' ')) {
    const inner = command.commands.find((each) => each.name() === word);
    const option = command.options.find(({ long }) => long === word);
    if (word.startsWith('--')) {
      if (!option && word !== '--help') strange.push(`${command.name()} ${word}`);
    } else if (inner) command = inner;
    else if (!isValue && command.registeredArguments.length === 0) strange.push(`${command.name()} ${word}`);
    isValue = option?.required ?? false;
  }
  return strange;
}

/** What is typed in Slack and not understood, and addresses that are not answered. */
function strangeCommands(code: string, { slashCommands, routes }: Facts): string[] {
  if (!/^\/[a-z]/.test(code)) return [];
  const [command = '', ...more] = code.split(' ');
  if (command === '/invite') return [];
  if (!slashCommands.has(command)) {
    const isThere = [...routes].some(
      (route) => route === code || (code.endsWith('/') && route.startsWith(code)),
    );
    return isThere ? [] : [code];
  }
  const typed = more.join(' ');
  if (command === '/lightspeed') return more[0] === undefined || readWord(more[0]) ? [] : [code];
  const days = typed.replace(/\breconcile\b.*/, '').trim();
  return readQuestion(days, { today, departments }).kind === 'question' ? [] : [code];
}

function strangeMetrics(code: readonly string[], { metrics }: Facts): string[] {
  return named(code, /\b(?:daybook|nodejs|process)_[a-z0-9_]*[a-z0-9]\b/g)
    .map((name) => name.replace(/_(?:bucket|sum|count)$/, ''))
    .filter((name) => !metrics.has(name));
}
