import manifest from '../package.json' with { type: 'json' };
import { type Apart, startApart } from './fork.ts';

/** `node`, its flags, and the file. */
const [, ...start] = manifest.scripts.start.split(' ');
const file = start.at(-1) ?? '';

/** What Node is told when Daybook is started. */
export const startFlags = start.slice(0, -1);

/** Starts Daybook as `npm start` does, in a process of its own; `said` is its log line with the port. */
export function startDaybook(env: Record<string, string>): Promise<Apart> {
  return startApart(new URL(`../${file}`, import.meta.url), {
    flags: startFlags,
    env,
    words: 'Daybook runs',
  });
}
