import type { Engine } from '../../src/context.ts';
import { languageFor } from '../answering.ts';
import { askerOf } from '../bolt-args.ts';
import { actions } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { wholeHelpMessage } from './blocks.ts';

export function registerHelp(on: Listeners, engine: Engine): void {
  on.action(actions.moreHelp, async ({ ack, body, respond }) => {
    await ack();
    const message = wholeHelpMessage(await languageFor(engine, askerOf(body)));
    await respond({ ...message, response_type: 'ephemeral', replace_original: true });
  });
}
