import type { Faces } from '../../src/context.ts';
import type { Message } from '../../src/slack/message.ts';
import type { Sum } from '../../src/turnover/sums.ts';

/** Messages that say nothing but their data, so that a test of the engine does not hang on the wording of the views. */
export const plainFaces: Faces = {
  digest({ log, weekBefore }) {
    const departments = log.departments.map(
      ({ departmentId, name, sums }) =>
        `${name} ${sumsText(sums)} before ${sumsText(weekBefore.departments.get(departmentId) ?? [])}`,
    );
    return message(
      `${log.day} ${log.state} ${log.storesIn} of ${log.storesExpected} in: ${sumsText(log.sums)}`,
      `before ${sumsText(weekBefore.total)}`,
      ...departments,
    );
  },
  correction({ day, stores, total }) {
    const lines = stores.map(({ name, change, turnover }) =>
      change === null
        ? `${name} came in with ${turnover}`
        : `${name} ${change.before} -> ${change.after} ${change.reasons.map(({ kind, sales, amount }) => `${kind} ${sales} ${amount}`).join()}`,
    );
    return message(`${day} now ${sumsText(total)}`, ...lines);
  },
  undeliverable: ({ channelId, code }) => message(`undeliverable ${channelId} ${code}`),
  backfill: (progress) => message(`backfill ${JSON.stringify(progress)}`),
  keyRefused: ({ link, isReminder }) => message(`key refused ${link.name}${isReminder ? ' still' : ''}`),
  outage: ({ link, since }) => message(`outage of ${link.name} since ${since.toISOString()}`),
  consentEnding: ({ link, on }) => message(`consent for ${link.name} ends ${on.toISOString()}`),
  linkerGone: ({ link, name }) => message(`${name}, who linked ${link.name}, is gone`),
  newStores: ({ link, names }) => message(`new stores of ${link.name}: ${names.join()}`),
};

function message(...parts: string[]): Message {
  return { text: parts.join('; '), blocks: [] };
}

function sumsText(sums: readonly Sum[]): string {
  return sums.length === 0
    ? 'nothing'
    : sums.map(({ currency, turnover }) => `${currency} ${turnover}`).join(' + ');
}
