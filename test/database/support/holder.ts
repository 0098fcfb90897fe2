import { startEmbedded } from '../../../src/database/embedded.ts';
import { silent } from '../../support/silent.ts';

/** Run as a process: `holder.ts <data folder> <mongod>`; starts the embedded server, tells its uri, and stays. */
const [dataDir = '', path = ''] = process.argv.slice(2);
const mongod = async () => ({ path, version: '6.0.5', source: 'the test run' });
const { uri } = await startEmbedded({ dataDir, logger: silent, mongod });
process.stdout.write(`${uri}\n`);
setInterval(() => undefined, 60_000);
