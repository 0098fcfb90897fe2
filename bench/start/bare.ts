import mongoose from 'mongoose';
import { startBareBolt } from '../bare-bolt.ts';

/** The floor: Bolt and a connection to MongoDB, and nothing else. */
const [slackUrl = '', uri = ''] = process.argv.slice(2);
await mongoose.connect(uri);
process.stdout.write(`ready on ${await startBareBolt(slackUrl)}\n`);
