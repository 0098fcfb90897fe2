import type { App, BlockAction } from '@slack/bolt';
import type { Engine } from '../../src/context.ts';
import { languageFor } from '../answering.ts';
import { askerOf } from '../bolt-args.ts';
import { actions } from '../ids.ts';
import { wholeHelpMessage } from './blocks.ts';

export function registerHelp(app: App, engine: Engine): void {
  app.action<BlockAction>(actions.moreHelp, async ({ ack, body, respond }) => {
    await ack();
    const message = wholeHelpMessage(await languageFor(engine, askerOf(body)));
    await respond({ ...message, response_type: 'ephemeral', replace_original: true });
  });
}
