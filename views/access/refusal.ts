import type { KnownBlock } from '@slack/types';
import { type Language, list } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { NotPermittedError } from '../../src/security/permissions.ts';
import { asText, buttons } from '../blocks.ts';
import { askButton, askToManageButton } from './request-blocks.ts';

/** Why a person may not, and who can change that. */
export function refusalText({ whom, department, blind }: NotPermittedError, language: Language): string {
  const { access, trouble } = texts(language);
  if (whom === 'manager') return trouble.notManager;
  const channels = list(
    blind.map((channelId) => `<#${channelId}>`),
    language,
  );
  const why = {
    member: access.notGuests,
    reader: access.notYou,
    department: access.notThis(asText(department?.name ?? '')),
  };
  return [why[whom], ...(blind.length > 0 ? [access.blind(channels)] : []), access.askHint].join(' ');
}

/** The way out: a manager may be asked. */
export function refusalButtons(
  { whom, department, mayAsk }: NotPermittedError,
  language: Language,
): KnownBlock[] {
  if (whom !== 'manager') return [buttons(askButton(language, department?._id))];
  return mayAsk ? [buttons(askToManageButton(language))] : [];
}
