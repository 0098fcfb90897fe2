import type { Connection } from 'mongoose';
import { auditEntryModel } from './audit-entry.ts';
import { backfillModel } from './backfill.ts';
import { channelModel } from './channel.ts';
import { consentRequestModel } from './consent-request.ts';
import { departmentModel } from './department.ts';
import { digestPostModel } from './digest-post.ts';
import { figureModel } from './figure.ts';
import { ledgerModel } from './ledger.ts';
import { linkModel } from './link.ts';
import { mappingModel } from './mapping.ts';
import { mappingDraftModel } from './mapping-draft.ts';
import { nightModel } from './night.ts';
import { storeModel } from './store.ts';
import { workspaceModel } from './workspace.ts';

/** Everything that is kept, on one connection. */
export function createModels(connection: Connection) {
  return {
    auditEntries: auditEntryModel(connection),
    backfills: backfillModel(connection),
    channels: channelModel(connection),
    consentRequests: consentRequestModel(connection),
    departments: departmentModel(connection),
    digestPosts: digestPostModel(connection),
    figures: figureModel(connection),
    ledgers: ledgerModel(connection),
    links: linkModel(connection),
    mappingDrafts: mappingDraftModel(connection),
    mappings: mappingModel(connection),
    nights: nightModel(connection),
    stores: storeModel(connection),
    workspaces: workspaceModel(connection),
  };
}

export type Models = ReturnType<typeof createModels>;
