import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { botToken, signingSecret } from '../slack-stub.ts';

/** The floor: Bolt that acknowledges and does nothing else. Prints its port. */
const [slackUrl = ''] = process.argv.slice(2);
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
const server = await app.start();
const address = server && 'address' in server ? server.address() : null;
process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
process.once('SIGTERM', () => process.exit(0));
