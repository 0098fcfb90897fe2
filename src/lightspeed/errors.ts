/** Who must act: the person who linked the account, or nobody but time. */
export type Blame = 'you-must-act' | 'they-failed';

/** What can go wrong with Lightspeed. The connector decides which by HTTP status, never by a text. */
export abstract class LightspeedError extends Error {
  abstract readonly blame: Blame;
}

/** 401: the key is wrong, revoked or expired. */
export class KeyRefusedError extends LightspeedError {
  override readonly name = 'KeyRefusedError' as const;
  readonly blame = 'you-must-act' as const;
}

/** 403: the key is good but may not read this. */
export class AccessDeniedError extends LightspeedError {
  override readonly name = 'AccessDeniedError' as const;
  readonly blame = 'you-must-act' as const;
}

/** 5xx, 429 that outlasts our patience, no connection, no answer in time. */
export class LightspeedDownError extends LightspeedError {
  override readonly name = 'LightspeedDownError' as const;
  readonly blame = 'they-failed' as const;
}

/** A person waited as long as people do and is let go; Lightspeed might have answered later. */
export class LightspeedSlowError extends LightspeedError {
  override readonly name = 'LightspeedSlowError' as const;
  readonly blame = 'they-failed' as const;
}

/** An answer that came but cannot be understood or trusted; nothing of it is used. */
export class UnreadableAnswerError extends LightspeedError {
  override readonly name = 'UnreadableAnswerError' as const;
  readonly blame = 'they-failed' as const;
}

/** Lightspeed refuses this Daybook's own client id and secret: the operator must act, no shop can. */
export class ClientRefusedError extends LightspeedError {
  override readonly name = 'ClientRefusedError' as const;
  readonly blame = 'they-failed' as const;
}
