import type { Context } from '../context.ts';
import { audit } from '../security/audit.ts';
import type { Language } from './format.ts';

/** Tells channels in a language from now on; a person goes on reading that of their own Slack. */
export async function chooseLanguage(
  context: Context,
  { language, userId }: { language: Language; userId: string },
): Promise<void> {
  const { models, workspace } = context;
  await models.workspaces.updateOne({ _id: workspace._id }, { $set: { language, languageChosen: true } });
  if (workspace.language === language) return;
  context.readers.note({ _id: workspace._id, language });
  await audit(context, { who: userId, action: 'setting.changed', details: { language } });
}
