import { startBareBolt } from '../bare-bolt.ts';

const [slackUrl = ''] = process.argv.slice(2);
process.stdout.write(`${await startBareBolt(slackUrl)}\n`);
