import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ManyScene } from '../story/support/many.ts';
import { attacker, owner, type Sender } from './support/attack.ts';
import { type Attack, kinds } from './support/attacks.ts';
import { menuCases } from './support/cases.ts';
import { secrets, twoAtWork } from './support/theirs.ts';
import { bringBack, changed, type Kept, keptOf, markOf, said } from './support/watch.ts';

/** What says and changes nothing of a workspace's own, for whomever. */
const harmless = new Set([
  // They open what shows no name, or do nothing that is kept.
  ...[
    'openLink',
    'pickSeries',
    'connect',
    'openKeyPage',
    // Nobody is chosen, and there is no second page.
    'auditPerson',
    'olderAudit',
    'openSettings',
    'chooseChannel',
    'openMonthly',
    'openManagers',
    'moreHelp',
    'openAccess',
  ],
  ...['openTargetCopy', 'openTargetFile', 'setClosedWeekdays', 'addClosedDay'],
  // A manager may already; an Excel file is packed.
  ...['askAccess', 'askToManage', 'rangeXlsx'],
  // The key is no key.
  'submit of link',
  ...['options of pickChannelZone', 'options of pickCountry', 'options of pickZone'],
  ...['/lightspeed settings', '/lightspeed link', '/lightspeed help'],
  // Slack says that it is not so.
  'the word that Daybook was taken out',
]);

/** Sends it, and tells what was seen of the second workspace and what changed there. */
async function effectOf(scene: ManyScene, { send, typed }: Attack, sender: Sender, before: Kept) {
  const mark = markOf(scene);
  const answered = await send(scene, sender);
  const seen = `${answered} ${said(scene, mark)}`.replaceAll(typed ?? '\0', '');
  const changes = changed(before, await keptOf(scene));
  if (changes.length > 0) await bringBack(scene, before);
  return { shown: secrets.exec(seen)?.[0], changes };
}

describe('a forged payload of the other workspace', () => {
  test.each(kinds)(
    'neither shows nor changes anything there: %s',
    async (_kind, attacksOf) => {
      const { scene, theirs } = await twoAtWork();
      const before = await keptOf(scene);
      const broken: string[] = [];

      for (const attack of attacksOf(theirs)) {
        const { shown, changes } = await effectOf(scene, attack, attacker(scene), before);
        if (shown !== undefined) broken.push(`${attack.name} shows ${shown}`);
        if (changes.length > 0) broken.push(`${attack.name} changes ${changes.join()}`);
      }

      expect(broken).toEqual([]);
    },
    120_000,
  );

  // Else the forgery would be refused for being no good, and not for whose it is.
  test.each(kinds)(
    'does show or change something for a manager there: %s',
    async (_kind, attacksOf) => {
      const { scene, theirs } = await twoAtWork();
      const before = await keptOf(scene);
      const idle = new Map<string, boolean>();

      for (const attack of attacksOf(theirs)) {
        const { shown, changes } = await effectOf(scene, attack, owner(scene), before);
        // Some can only be touched in a modal, others only in a message.
        const what = attack.name.replace(/ in a \w+$| for ".*"$/, '');
        const isIdle = shown === undefined && changes.length === 0;
        idle.set(what, isIdle && (idle.get(what) ?? true));
      }

      const names = [...idle].filter(([, isIdle]) => isIdle).map(([what]) => what);
      // An id after a command is taken for a key that was typed there, and refused.
      const isId = (what: string) => /^\/turnover \S+ [0-9a-f]{24}$/.test(what);
      expect(names.filter((what) => !harmless.has(what) && !isId(what))).toEqual([]);
    },
    120_000,
  );
});

test('there is a case for each menu that is filled as one types', async () => {
  const names = await readdir('views', { recursive: true });
  const code = await Promise.all(
    names.filter((name) => name.endsWith('.ts')).map((name) => readFile(join('views', name), 'utf8')),
  );
  const filled = code
    .flatMap((text) => [...text.matchAll(/\bon\.options\(\s*actions\.(\w+)/g)])
    .map((match) => match[1]);

  expect(Object.keys(menuCases).sort()).toEqual([...new Set(filled)].sort());
});
