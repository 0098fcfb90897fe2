import type { Access, AccessList } from '../../models/access.ts';
import { type Language, list } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';

/** Who may see turnover, in one line. */
export function accessLine({ seenBy, channels, people, departments }: Access, language: Language): string {
  const { accessSettings: say } = texts(language);
  const { summary } = say;
  return [
    seenBy === 'channels' ? summary.channels(channelNames(channels, language)) : summary[seenBy],
    ...(people.length > 0 ? [say.named(people.length)] : []),
    ...(departments.length > 0 ? [say.keptCount(departments.length)] : []),
  ].join(' · ');
}

/** Who is on a list, by name as far as there is room. */
export function listLine({ people, channels }: AccessList, language: Language): string {
  const { accessSettings: say } = texts(language);
  if (people.length + channels.length === 0) return say.onlyManagers;
  return [
    ...(channels.length > 0 ? [channelNames(channels, language)] : []),
    ...(people.length > mostNamed ? [say.named(people.length)] : people.map((person) => `<@${person}>`)),
  ].join(', ');
}

/** With more people than these, their number says more. */
const mostNamed = 10;

/** Channels as Slack shows their names, to who may know them. */
export function channelNames(channels: readonly string[], language: Language): string {
  return list(
    channels.map((channel) => `<#${channel}>`),
    language,
  );
}
