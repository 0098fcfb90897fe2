import type { HomeView, KnownBlock } from '@slack/types';
import { areDone, stepsOf } from '../../src/first-minute/steps.ts';
import type { HomeData } from '../../src/home/home-data.ts';
import { texts } from '../../src/language/texts.ts';
import type { Reader } from '../../src/slack/readers.ts';
import { askButton, askToManageButton } from '../access/request-blocks.ts';
import { buttons, context, header, section } from '../blocks.ts';
import { stepBlocks } from '../first-minute/blocks.ts';
import { linkRows } from './links.ts';
import { settingsBlocks } from './settings.ts';
import { yesterdayBlocks } from './yesterday.ts';

/**
 * The app's Home: for managers what is left to set up and every way to do it, for others the same to read, and a word for who
 * sees no turnover.
 */
export function homeView(data: HomeData, reader: Reader): HomeView {
  const { access, home } = texts(reader.language);
  if (data.yesterday === null) {
    const why = data.standing === 'guest' ? access.notGuests : access.notYou;
    const blocks = [section(`${why} ${access.askHint}`), buttons(askButton(reader.language))];
    return { type: 'home', blocks };
  }
  const isManager = data.standing === 'manager';
  return {
    type: 'home',
    blocks: [
      section(home.intro),
      ...(isManager ? setUpBlocks(data, reader) : []),
      ...newsBlocks(data, reader),
      ...(isManager
        ? [context(home.help)]
        : [context(home.askManager), buttons(askToManageButton(reader.language))]),
    ],
  };
}

/** What is left to do until Daybook works. */
function setUpBlocks({ status }: HomeData, { language }: Reader): KnownBlock[] {
  const { firstMinute } = texts(language);
  const steps = stepsOf(status);
  if (areDone(steps)) return [];
  return [header(firstMinute.title), section(firstMinute.checklist), ...stepBlocks(steps, language)];
}

/** How it is doing, as soon as there is something to tell. */
function newsBlocks(data: HomeData, reader: Reader): KnownBlock[] {
  const { status, standing } = data;
  const { links, channels } = status;
  const isManager = standing === 'manager';
  if (links.length === 0 && channels.length === 0) {
    return isManager ? [] : [section(texts(reader.language).status.noLink)];
  }
  return [
    ...(links.length > 0 ? yesterdayBlocks(data, reader) : []),
    ...(links.length > 0
      ? linkRows(links, { language: reader.language, isManager })
      : [section(texts(reader.language).status.noLink)]),
    ...settingsBlocks(data, reader),
  ];
}
