import type { Button, KnownBlock } from '@slack/types';
import type { Language } from '../src/language/format.ts';
import { texts } from '../src/language/texts.ts';
import { button, buttons, context } from './blocks.ts';
import { actions } from './ids.ts';

/**
 * Every way a manager can set Daybook up, by what it is about: a row of nine buttons is a wall on a phone. `first` is the first
 * account, undefined where there is none yet.
 */
export function wayBlocks(first: string | undefined, language: Language): KnownBlock[] {
  const { ways, status, olderDays, closing, target, audit } = texts(language);
  const link = button({ action: actions.openLink, text: status.link });
  const departments = button({ action: actions.openDepartments, text: status.departments });
  const ours = [
    button({ action: actions.openSettings, text: status.settings }),
    button({ action: actions.openAudit, text: audit.open }),
  ];
  // Nothing can be imported or closed yet: a few buttons need no headings.
  if (first === undefined) return [buttons({ ...link, style: 'primary' }, departments, ...ours)];
  return [
    ...group(ways.figures, [
      // Without an account named, it is all of them.
      button({ action: actions.importNow, text: status.importNow }),
      button({ action: actions.openBackfill, text: olderDays.button, value: first }),
      button({ action: actions.openTargets, text: target.open }),
    ]),
    ...group(ways.stores, [
      departments,
      button({ action: actions.openBusinessDay, text: status.businessDays }),
      button({ action: actions.openClosing, text: closing.open }),
      link,
    ]),
    ...group(ways.ours, ours),
  ];
}

function group(title: string, elements: readonly Button[]): KnownBlock[] {
  return [context(title), buttons(...elements)];
}
