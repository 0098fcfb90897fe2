import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Engine } from '../src/context.ts';
import { texts } from '../src/language/texts.ts';
import { troubleNumber } from '../src/trace.ts';
import { workspaceOf } from './bolt-args.ts';
import { noticeModal } from './modal.ts';

const submitted = z.object({
  type: z.literal('view_submission'),
  view: z.object({ title: z.object({ text: z.string() }) }),
});

/**
 * Answers what a listener fell over before it answered, as what Daybook never sends does: Slack would wait for three seconds,
 * and the person would read that nothing happened.
 */
export function registerLastResort(app: App, engine: Engine): void {
  app.use(async ({ next, body, context, ...rest }) => {
    try {
      await next();
    } catch (error) {
      const errorId = troubleNumber(engine);
      engine.logger.error({ err: error, errorId }, 'a Slack request failed');
      const asker = { workspaceId: workspaceOf(context) ?? '', userId: context.userId ?? '' };
      const language = engine.readers.atOnce(asker);
      const form = submitted.safeParse(body).data;
      const text = texts(language).trouble.unexpected(errorId);
      const view = form && noticeModal({ title: form.view.title.text, text }, language);
      await answerOnce(rest, view && { response_action: 'update', view });
    }
  });
}

/** Most of what comes can be answered, and once only. */
async function answerOnce(args: object, answer: unknown): Promise<void> {
  if (!('ack' in args) || typeof args.ack !== 'function') return;
  try {
    await args.ack(answer);
  } catch {
    // It was answered before it failed.
  }
}
