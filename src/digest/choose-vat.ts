import type { Vat } from '../../models/workspace.ts';
import type { Context } from '../context.ts';
import { audit } from '../security/audit.ts';

/** Tells turnover including or excluding VAT from now on; both are always stored. */
export async function chooseVat(
  context: Context,
  { vat, userId }: { vat: Vat; userId: string },
): Promise<void> {
  const { models, workspace } = context;
  if (workspace.vat === vat) return;
  await models.workspaces.updateOne({ _id: workspace._id }, { $set: { vat } });
  await audit(context, { who: userId, action: 'setting.changed', details: { vat } });
}
