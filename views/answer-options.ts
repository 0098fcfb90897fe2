import type { BlockSuggestion, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import type { Engine } from '../src/context.ts';
import { requireManager } from '../src/security/permissions.ts';
import { within } from '../src/within.ts';
import { answering, type Request } from './answering.ts';
import { askerOf } from './bolt-args.ts';

export type Suggestion = Pick<SlackOptionsMiddlewareArgs<'block_suggestion'>, 'ack' | 'body'>;

export type OptionsRequest = Request & { body: BlockSuggestion };

/** How long looking options up may take, milliseconds: Slack waits for three seconds, and shows nothing then. */
const inTime = 2_300;

/** Most options that Slack takes in one list. */
export const mostOffered = 100;

/**
 * Fills a select while a manager types in it. Others get nothing offered, and so does everybody when it takes too long or
 * goes wrong, which is logged: a list has no place for words.
 */
export async function offerToManagers(
  engine: Engine,
  { ack, body }: Suggestion,
  find: (request: OptionsRequest) => Promise<readonly PlainTextOption[]>,
): Promise<void> {
  let options: readonly PlainTextOption[] = [];
  const work = answering(
    engine,
    askerOf(body),
    async () => undefined,
    async (request) => {
      await requireManager(request.context, request.userId);
      options = await find({ ...request, body });
    },
  );
  await within(work, inTime);
  await ack({ options: options.slice(0, mostOffered) });
}
