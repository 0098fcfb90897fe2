import type { PageMessage, Snapshot } from '../page-server/shared.ts';

/** The language of what the app tells one person: that of their Slack. */
export function ownLanguage({ me }: Snapshot): string {
  return me.locale;
}

/**
 * The language of a message for who reads it aloud; undefined where nothing says, as for what people type. The app tells
 * one person in their language and a channel in the one that was chosen for it.
 */
export function languageOf(message: PageMessage, snapshot: Snapshot): string | undefined {
  if (!message.fromApp) return undefined;
  const isDirect = snapshot.channels.some(({ id, kind }) => id === message.channel && kind === 'im');
  return message.isEphemeral || isDirect ? ownLanguage(snapshot) : snapshot.channelLanguage;
}
