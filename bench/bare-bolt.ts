import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { botToken, signingSecret } from './slack-stub.ts';

/** The floor: Bolt that acknowledges `/turnover` and does nothing else, on any free port. Returns that port. */
export async function startBareBolt(slackUrl: string): Promise<number> {
  const logLevel = LogLevel.WARN;
  const receiver = new HTTPReceiver({ signingSecret, endpoints: ['/slack/events'], port: 0, logLevel });
  const app = new App({
    token: botToken,
    receiver,
    clientOptions: { slackApiUrl: `${slackUrl}/api/` },
    logLevel,
  });
  app.command('/turnover', async ({ ack }) => ack());
  process.once('SIGTERM', () => process.exit(0));
  const server = await app.start();
  const address = server && 'address' in server ? server.address() : null;
  if (address === null || typeof address === 'string') throw new Error('Bolt has no port');
  return address.port;
}
