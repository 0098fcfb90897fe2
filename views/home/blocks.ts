import type { HomeView } from '@slack/types';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Standing } from '../../src/security/permissions.ts';
import type { Status } from '../../src/turnover/status.ts';
import { context, section } from '../blocks.ts';
import { statusBlocks } from '../status/blocks.ts';

/** The app's Home: what Daybook does, how it is doing, and for managers the ways to set it up. */
export function homeView(
  { status, standing }: { status: Status; standing: Standing },
  language: Language,
): HomeView {
  const { home } = texts(language);
  if (standing === 'guest') return { type: 'home', blocks: [section(home.guests)] };
  const isManager = standing === 'manager';
  return {
    type: 'home',
    blocks: [
      section(home.intro),
      ...statusBlocks(status, { language, isManager }),
      ...(isManager ? [] : [context(home.askManager)]),
    ],
  };
}
