import type { ModalView } from '@slack/types';
import type { Context } from '../../src/context.ts';
import { listChannels } from '../../src/digest/list-channels.ts';
import type { Language } from '../../src/language/format.ts';
import { accessOf } from '../../src/security/access-rules.ts';
import { settingsModal } from './blocks.ts';

/** The settings as they are now; `done` says what was just done about them. */
export async function settingsView(context: Context, language: Language, done?: string): Promise<ModalView> {
  const { zone, vat, language: spoken } = context.workspace;
  const channels = await listChannels(context);
  const access = accessOf(context.workspace);
  const rest = done === undefined ? {} : { done };
  return settingsModal({ channels, zone, vat, spoken, access, ...rest }, language);
}
