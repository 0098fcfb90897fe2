import type { AuditAction, AuditEntry } from '../../models/audit-entry.ts';
import type { Context } from '../context.ts';

/** What an entry is about, as one may look for it. */
export const auditKinds = ['accounts', 'departments', 'settings', 'access', 'figures'] as const;
export type AuditKind = (typeof auditKinds)[number];

export interface AuditQuestion {
  kind: AuditKind | null;
  /** Who did it; null: anybody. */
  who: string | null;
  /** From 0 on, the latest first. */
  page: number;
}

export interface AuditPage {
  question: AuditQuestion;
  entries: AuditEntry[];
  hasOlder: boolean;
  names: AuditNames;
}

/** What the ids in the entries are called now. */
export interface AuditNames {
  links: ReadonlyMap<string, string>;
  departments: ReadonlyMap<string, string>;
  /** By link and store. */
  stores: ReadonlyMap<string, string>;
}

/** So many entries stand on a page. */
const onPage = 12;

const byKind: Record<AuditKind, readonly AuditAction[]> = {
  accounts: [
    'link.made',
    'link.key-replaced',
    'link.ended',
    'link.paused',
    'link.resumed',
    'link.taken-over',
    'store.added',
    'store.renamed',
    'store.archived',
    'store.gone',
  ],
  departments: [
    'mapping.saved',
    'department.added',
    'department.renamed',
    'department.moved',
    'department.archived',
    'department.restored',
    'department.merged',
    'departments.sorted',
  ],
  settings: [
    'workspace.installed',
    'workspace.restored',
    'workspace.uninstalled',
    'store.day-changed',
    'channel.chosen',
    'channel.removed',
    'closing.changed',
    'setting.changed',
    'targets.saved',
  ],
  access: ['access.changed', 'access.allowed', 'access.declined', 'managers.changed', 'turnover.refused'],
  figures: [
    'monthly-file.ordered',
    'file.sent',
    'note.changed',
    'note.removed',
    'import.asked',
    'backfill.asked',
    'backfill.paused',
    'backfill.resumed',
    'backfill.stopped',
    'day.reimported',
    'figure.entered',
    'figure.released',
  ],
};

/** A page of what was done here, the latest first. */
export async function readAudit(context: Context, question: AuditQuestion): Promise<AuditPage> {
  const { models, workspace } = context;
  const { kind, who, page } = question;
  const found = await models.auditEntries
    .find({
      workspaceId: workspace._id,
      ...(who === null ? {} : { who }),
      ...(kind === null ? {} : { action: { $in: [...byKind[kind]] } }),
    })
    .sort({ at: -1, _id: -1 })
    .skip(page * onPage)
    .limit(onPage + 1)
    .lean();
  return {
    question,
    entries: found.slice(0, onPage),
    hasOlder: found.length > onPage,
    names: await namesOf(context),
  };
}

async function namesOf({ models, workspace }: Context): Promise<AuditNames> {
  const mine = { workspaceId: workspace._id };
  const links = await models.links.find(mine, { name: 1 }).lean();
  const departments = await models.departments.find(mine, { name: 1 }).lean();
  const stores = await models.stores.find(mine, { linkId: 1, storeId: 1, name: 1 }).lean();
  return {
    links: new Map(links.map(({ _id, name }) => [_id, name])),
    departments: new Map(departments.map(({ _id, name }) => [_id, name])),
    stores: new Map(stores.map(({ linkId, storeId, name }) => [storeKey(linkId, storeId), name])),
  };
}

/** By what a store is named. */
export function storeKey(linkId: string, storeId: string): string {
  return `${linkId} ${storeId}`;
}
