/** A person could not do this: it is not on the screen, or the screen would not let them. */
export class PersonCannotError extends Error {
  override name = 'PersonCannotError' as const;
}

/** Throws, naming what is there instead. */
export function cannot(what: string, there: string[] = []): never {
  const instead = there.length === 0 ? '' : `. There is: ${there.map((each) => `'${each}'`).join(', ')}`;
  throw new PersonCannotError(`${what}${instead}`);
}
