import type { AuditAction } from '../../models/audit-entry.ts';
import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';
import { audit } from '../security/audit.ts';

type Named = Pick<Store, 'storeId' | 'name' | 'archived' | 'goneSince'>;

/** What became of one store between two looks at an account. */
interface StoreChange {
  action: AuditAction;
  storeId: string;
  name: string;
  /** What it was called before. */
  formerName?: string;
}

/** Writes down which stores are new, renamed, closed or no longer listed. */
export async function auditStoreChanges(
  context: Context,
  { linkId, before, after }: { linkId: string; before: readonly Named[]; after: readonly Named[] },
): Promise<void> {
  for (const { action, ...details } of storeChanges(before, after)) {
    await audit(context, { who: 'daybook', action, details: { linkId, ...details } });
  }
}

/** The changes between two looks (pure). */
export function storeChanges(before: readonly Named[], after: readonly Named[]): StoreChange[] {
  const known = new Map(before.map((store) => [store.storeId, store]));
  return after.flatMap((now): StoreChange[] => {
    const { storeId, name } = now;
    const then = known.get(storeId);
    if (!then) return [{ action: 'store.added', storeId, name }];
    const renamed = then.name !== name;
    return [
      ...(renamed ? [{ action: 'store.renamed' as const, storeId, name, formerName: then.name }] : []),
      ...closing(then, now),
    ];
  });
}

function closing(then: Named, { storeId, name, archived, goneSince }: Named): StoreChange[] {
  if (goneSince && !then.goneSince) return [{ action: 'store.gone', storeId, name }];
  return archived && !then.archived ? [{ action: 'store.archived', storeId, name }] : [];
}
