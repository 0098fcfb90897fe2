import { styleText } from 'node:util';

/** Every command that prints data takes it. */
export interface AsJson {
  /** For programs: one JSON value on standard output, and nothing else there. */
  json?: boolean | undefined;
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Colours a word for a person; where the output is piped, or NO_COLOR is set, it stays as it is. */
export function coloured(colour: 'red' | 'yellow' | 'green', word: string): string {
  return styleText(colour, word, { stream: process.stdout });
}

/** How long work shows its progress: not at all beside JSON, moving in a terminal, a plain line each where nobody watches. */
export function progressOf({ json = false }: AsJson) {
  // A terminal with NO_COLOR has none, and one that is dumb cannot move either.
  const moves = process.stdout.isTTY && process.stdout.hasColors();
  return { renderer: json ? 'silent' : moves ? 'default' : 'simple' } as const;
}
