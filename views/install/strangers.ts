import type { AnyMiddlewareArgs, App } from '@slack/bolt';
import { z } from 'zod';
import type { Engine } from '../../src/context.ts';
import { texts } from '../../src/language/texts.ts';
import { workspaceOf } from '../bolt-args.ts';
import { noticeModal } from '../modal.ts';

const request = z.object({
  type: z.string().optional(),
  event: z.object({ type: z.string() }).optional(),
});

/** Events of which a workspace without Daybook tells all the same. */
const farewells = new Set(['app_uninstalled', 'tokens_revoked']);

/**
 * Where many workspaces install Daybook: whatever comes from one where it is not installed goes no further, and the person is
 * told. Such as when its data was deleted while the app still stands in Slack.
 */
export function turnAwayStrangers(app: App, engine: Engine): void {
  if (!engine.installations) return;
  app.use(async ({ next, ...args }) => {
    const { body, context } = args;
    const { data } = request.safeParse(body);
    const isFarewell = farewells.has(data?.event?.type ?? '');
    const isKnown = isFarewell || context.botToken !== undefined;
    if (isKnown || (await mayBeInstalled(engine, workspaceOf(context)))) return next();
    await turnAway(args, data?.type);
  });
}

/** Not knowing counts as installed: the listeners say then what is wrong. */
async function mayBeInstalled({ installations, logger }: Engine, workspaceId = ''): Promise<boolean> {
  try {
    return (await installations?.botOf(workspaceId)) !== undefined;
  } catch (error) {
    logger.debug({ err: error, workspaceId }, 'it is not known whether Daybook is installed');
    return true;
  }
}

/** In English: whoever it is, Slack does not say any more which language they read. */
async function turnAway(args: AnyMiddlewareArgs, type: string | undefined): Promise<void> {
  const { install: say } = texts('en');
  if ('ack' in args && args.ack) {
    const view = noticeModal({ title: say.title, text: say.notHere }, 'en');
    const answer = type === 'view_submission' ? [{ response_action: 'update', view }] : [];
    await Reflect.apply(args.ack, undefined, answer);
  }
  if ('respond' in args && args.respond) {
    await args.respond({ text: say.notHere, response_type: 'ephemeral', replace_original: false });
  }
}
