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
  digestPicture: () => undefined,
  digestDetails: ({ log, look }) => message(`details ${log.day} ${look.amounts}: ${sumsText(log.sums)}`),
  digestTest: ({ text }, channelId) => message(`test of ${channelId}: ${text}`),
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
  keyRefused: ({ link, failure, isReminder }) =>
    message(`${refusals[failure]} ${link.name}${isReminder ? ' still' : ''}`),
  outage: ({ link, since }) => message(`outage of ${link.name} since ${since.toISOString()}`),
  consentEnding: ({ link, on }) => message(`consent for ${link.name} ends ${on.toISOString()}`),
  linkerGone: ({ link, name }) => message(`${name}, who linked ${link.name}, is gone`),
  welcome: (steps) => message(`welcome ${JSON.stringify(steps)}`),
  installAnew: ({ address }) => message(`install anew at ${address}`),
  home: (data) => ({
    type: 'home',
    blocks: [{ type: 'section', text: { type: 'plain_text', text: JSON.stringify(data) } }],
  }),
  accessAsked: ({ userId, wish, state, answeredBy }) =>
    message(`${userId} asks to ${wish}: ${state} by ${answeredBy}`),
  accessAnswered: ({ wish, state, answeredBy }) => message(`${wish} ${state} by ${answeredBy}`),
  fileNotSent: ({ userId, month }) => message(`file of ${month} not sent to ${userId}`),
  newStores: ({ link, stores }) => {
    const names = stores.map(({ name, mapped }) =>
      mapped ? `${name} in ${mapped.departments.join('+')} by ${mapped.by}` : name,
    );
    return message(`new stores of ${link.name}: ${names.join()}`);
  },
};

const refusals = {
  KeyRefusedError: 'key refused',
  AccessDeniedError: 'access denied',
  VaultError: 'key cannot be opened',
};

function message(...parts: string[]): Message {
  return { text: parts.join('; '), blocks: [] };
}

function sumsText(sums: readonly Sum[]): string {
  return sums.length === 0
    ? 'nothing'
    : sums.map(({ currency, turnover }) => `${currency} ${turnover}`).join(' + ');
}
