import { writeFile } from 'node:fs/promises';
import { licencesText, lockedPackages } from './licences.ts';

await writeFile('docs/licences.md', licencesText(await lockedPackages()));
