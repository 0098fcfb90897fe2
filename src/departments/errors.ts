/** A store or department that this workspace does not have, or not any more: nothing was saved. */
export class UnknownChoiceError extends Error {
  override readonly name = 'UnknownChoiceError' as const;
}

/** Stores are not mapped any more as the person saw them: nothing was saved. */
export class MappingChangedError extends Error {
  override readonly name = 'MappingChangedError' as const;
  readonly storeIds: readonly string[];

  constructor(storeIds: readonly string[]) {
    super(`${storeIds.length} stores were mapped otherwise meanwhile`);
    this.storeIds = storeIds;
  }
}
