/** With what a command ends: it was done, it failed, it was typed wrong. */
export const exitCodes = { done: 0, failed: 1, usage: 2 } as const;

/** The command did what it could and it was not enough; the message says what happened, what changed and what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError' as const;
}

/** The command was typed wrong, which was seen before anything was done. */
export class UsageError extends Error {
  override readonly name = 'UsageError' as const;
}
