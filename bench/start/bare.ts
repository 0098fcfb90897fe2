import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import mongoose from 'mongoose';
import { botToken, signingSecret } from '../slack-stub.ts';

/** The floor: Bolt and a connection to MongoDB, and nothing else. */
const [slackUrl = '', uri = ''] = process.argv.slice(2);
await mongoose.connect(uri);
const receiver = new HTTPReceiver({
  signingSecret,
  endpoints: ['/slack/events'],
  port: 0,
  logLevel: LogLevel.WARN,
});
const app = new App({
  token: botToken,
  receiver,
  clientOptions: { slackApiUrl: `${slackUrl}/api/` },
  logLevel: LogLevel.WARN,
});
app.command('/turnover', async ({ ack }) => ack());
await app.start();
process.stdout.write('ready\n');
process.once('SIGTERM', () => process.exit(0));
