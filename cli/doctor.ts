import { environment, readConfig, SettingsError } from '../src/config.ts';
import { DatabaseError } from '../src/database/errors.ts';
import { VaultError } from '../src/security/vault.ts';
import { databaseFindings } from './doctor/database.ts';
import { type Finding, fault, linesOf, settle } from './doctor/finding.ts';
import { folderFindings } from './doctor/folder.ts';
import { indexFindings } from './doctor/indexes.ts';
import { jobFindings } from './doctor/jobs.ts';
import { linkFindings } from './doctor/links.ts';
import { monthFindings } from './doctor/months.ts';
import { settingsFindings } from './doctor/settings.ts';
import { slackFindings } from './doctor/slack.ts';
import { vaultFindings } from './doctor/vault.ts';
import { CommandError } from './errors.ts';
import { type Opened, withEngine } from './open.ts';
import { type AsJson, printJson, printLine } from './output.ts';

const looks = [
  databaseFindings,
  indexFindings,
  slackFindings,
  vaultFindings,
  linkFindings,
  jobFindings,
  monthFindings,
  folderFindings,
];

/**
 * `daybook doctor`: looks at everything Daybook needs and says what is wrong, with the one next step. With `mend` it does what
 * is safe to do, which loses nothing and takes no guess, and says each; else it changes nothing.
 */
export async function doctor({ json, mend = false }: AsJson & { mend?: boolean }): Promise<void> {
  const findings = await examine(mend);
  if (json) printJson({ findings });
  else for (const line of findings.flatMap(linesOf)) printLine(line);
  const faults = findings.filter(({ state }) => state === 'fault').length;
  if (faults > 0) throw new CommandError(`${faults} to mend.`);
}

async function examine(isMending: boolean): Promise<Finding[]> {
  const findings: Finding[] = [];
  let what = 'settings';
  try {
    findings.push(...settingsFindings(readConfig(environment())));
    what = 'database and encryption';
    await withEngine(
      async (opened: Opened) => {
        for (const look of looks)
          for (const found of await look(opened)) findings.push(await settle(found, isMending));
      },
      { isPrepared: false },
    );
  } catch (error) {
    if (![SettingsError, DatabaseError, VaultError].some((kind) => error instanceof kind)) throw error;
    const wrong = error instanceof Error ? error.message : String(error);
    findings.push(fault(what, { wrong, next: 'Mend this first: the rest could not be looked at.' }));
  }
  return findings;
}
