import type { App } from '@slack/bolt';
import type { Engine } from '../src/context.ts';
import { texts } from '../src/language/texts.ts';
import { looksLikeKey } from '../src/security/looks-like-key.ts';
import { languageFor } from '../views/answering.ts';
import { commanderOf } from '../views/bolt-args.ts';
import { menuValue } from '../views/day-actions/menu.ts';
import { answerReconcile, openReconcile } from '../views/day-actions/reconcile.ts';
import { helpMessage, readWord } from '../views/help/blocks.ts';
import { actions } from '../views/ids.ts';
import { answerTurnover } from '../views/range/ask.ts';

/**
 * `/turnover [days] [department] [csv|xlsx]`: what a day or a range brought, yesterday by default; `/turnover [day] reconcile
 * [amount]` holds a day against an amount.
 */
export function registerTurnover(app: App, engine: Engine): void {
  app.command('/turnover', async ({ ack, command, respond, client }) => {
    await ack();
    const asker = commanderOf(command);
    if (looksLikeKey(command.text)) {
      const text = texts(await languageFor(engine, asker)).link.keyAsArgument;
      await respond({ text, response_type: 'ephemeral' });
      return;
    }
    if (readWord(command.text.trim()) === 'help') {
      await respond({ ...helpMessage({}, await languageFor(engine, asker)), response_type: 'ephemeral' });
      return;
    }
    const asked = readReconcile(command.text);
    if (!asked) {
      await answerTurnover(engine, { asker, ask: { typed: command.text }, respond, way: 'beside' });
    } else if (asked.amount === '') {
      const reopen = { action: actions.dayMore, value: menuValue('reconcile', asked.day) };
      const opening = { client, asker, triggerId: command.trigger_id, respond, reopen };
      await openReconcile(engine, opening, asked.day);
    } else {
      await answerReconcile(engine, { asker, day: asked.day, typed: asked.amount, respond });
    }
  });
}

/** The day and the amount around the word `reconcile`, or `vergelijk`; undefined where the word is not there. */
function readReconcile(text: string): { day: string; amount: string } | undefined {
  const match = /^(.*?)\b(?:reconcile|vergelijk(?:en)?)\b(.*)$/is.exec(text);
  const [, day = '', amount = ''] = match ?? [];
  return match ? { day: day.trim(), amount: amount.trim() } : undefined;
}
