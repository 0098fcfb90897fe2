import type { KnownBlock } from '@slack/types';
import type { Channel } from '../../models/channel.ts';
import type { HomeData } from '../../src/home/home-data.ts';
import { hourText, type Language, timeText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Reader } from '../../src/slack/readers.ts';
import { accessLine } from '../access/summary.ts';
import { header, sections } from '../blocks.ts';
import { mendText } from '../notices/blocks.ts';
import { wayBlocks } from '../ways.ts';

/** Most channels named; the settings themselves show all. */
const mostChannels = 20;

/** Where and how turnover is told, and for managers the ways to change it. */
export function settingsBlocks(
  { status, standing, spoken, access }: HomeData,
  { language, zone }: Reader,
): KnownBlock[] {
  const { settings, status: say, linkMore, vat, home, accessSettings } = texts(language);
  const { channels, links } = status;
  const left = channels.length - mostChannels;
  return [
    header(settings.title),
    ...sections([
      ...(channels.length > 0
        ? channels.slice(0, mostChannels).map((channel) => channelLine(channel, language))
        : [say.noDigest]),
      ...(left > 0 ? [`… +${left}`] : []),
      linkMore.vat(vat[status.vat]),
      // To whom it is kept is for managers to know.
      ...(standing === 'manager' ? [`${accessSettings.heading}: ${accessLine(access, language)}.`] : []),
      home.spoken[spoken],
      home.zone(zone),
    ]),
    ...(standing === 'manager' ? wayBlocks(links[0]?.link._id, language) : []),
  ];
}

function channelLine({ channelId, hour, zone, trouble }: Channel, language: Language): string {
  const { status, channels } = texts(language);
  const line = status.digest(channelId, hourText(hour, language), zone);
  if (!trouble) return line;
  const since = timeText(trouble.since, zone, language);
  return `${line} ${channels.trouble(since, mendText(trouble.code, language))}`;
}
