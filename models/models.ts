import type { Connection } from 'mongoose';
import { accessRequestModel } from './access-request.ts';
import { auditEntryModel } from './audit-entry.ts';
import { backfillModel } from './backfill.ts';
import { channelModel } from './channel.ts';
import { closedDayModel } from './closed-day.ts';
import { consentRequestModel } from './consent-request.ts';
import { dayTargetModel } from './day-target.ts';
import { departmentModel } from './department.ts';
import { digestPostModel } from './digest-post.ts';
import { figureModel } from './figure.ts';
import { heardEventModel } from './heard-event.ts';
import { homeLookModel } from './home-look.ts';
import { installationModel } from './installation.ts';
import { keyPageModel } from './key-page.ts';
import { ledgerModel } from './ledger.ts';
import { linkModel } from './link.ts';
import { mappingModel } from './mapping.ts';
import { mappingDraftModel } from './mapping-draft.ts';
import { monthSumModel } from './month-sum.ts';
import { monthlyFileModel } from './monthly-file.ts';
import { monthlyOrderModel } from './monthly-order.ts';
import { nightModel } from './night.ts';
import { noteModel } from './note.ts';
import { storeModel } from './store.ts';
import { storeNoticeModel } from './store-notice.ts';
import { targetModel } from './target.ts';
import { workspaceModel } from './workspace.ts';

/** Everything that is kept, on one connection. */
export function createModels(connection: Connection) {
  return {
    accessRequests: accessRequestModel(connection),
    auditEntries: auditEntryModel(connection),
    backfills: backfillModel(connection),
    channels: channelModel(connection),
    closedDays: closedDayModel(connection),
    consentRequests: consentRequestModel(connection),
    dayTargets: dayTargetModel(connection),
    departments: departmentModel(connection),
    digestPosts: digestPostModel(connection),
    figures: figureModel(connection),
    heardEvents: heardEventModel(connection),
    homeLooks: homeLookModel(connection),
    installations: installationModel(connection),
    keyPages: keyPageModel(connection),
    ledgers: ledgerModel(connection),
    links: linkModel(connection),
    mappingDrafts: mappingDraftModel(connection),
    mappings: mappingModel(connection),
    monthSums: monthSumModel(connection),
    monthlyFiles: monthlyFileModel(connection),
    monthlyOrders: monthlyOrderModel(connection),
    nights: nightModel(connection),
    notes: noteModel(connection),
    storeNotices: storeNoticeModel(connection),
    stores: storeModel(connection),
    targets: targetModel(connection),
    workspaces: workspaceModel(connection),
  };
}

export type Models = ReturnType<typeof createModels>;
