import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Engine } from '../../src/context.ts';
import { refreshHomes } from '../../src/home/refresh-homes.ts';
import { noteLook } from '../../src/home/show-home.ts';
import { enterWorkspace } from '../../src/workspaces.ts';
import type { Asker } from '../answering.ts';
import { workspaceOf } from '../bolt-args.ts';

const request = z.object({
  type: z.string().optional(),
  command: z.string().optional(),
  view: z.object({ type: z.string() }).nullish(),
});
type Request = z.infer<typeof request>;

/**
 * After whatever a person did: shows who looks at Home what is new. One place sees to it, so that no form forgets it; what
 * stands there already is not published again.
 */
export function keepHomesFresh(app: App, engine: Engine): void {
  app.use(async ({ next, body, context }) => {
    await next();
    const { data } = request.safeParse(body);
    const { userId } = context;
    const workspaceId = workspaceOf(context);
    if (!data || !mayChange(data) || workspaceId === undefined || userId === undefined) return;
    const inHome = data.view?.type === 'home';
    engine.inFlight.track(freshen(engine, { workspaceId, userId }, inHome));
  });
}

function mayChange({ type, command }: Request): boolean {
  return type === 'block_actions' || type === 'view_submission' || command === '/lightspeed';
}

async function freshen(engine: Engine, { workspaceId, userId }: Asker, inHome: boolean): Promise<void> {
  try {
    if (inHome) await noteLook(await enterWorkspace(engine, { workspaceId }), { userId });
  } catch (error) {
    engine.logger.warn({ err: error, workspaceId }, 'it is not known any more who looks at Home');
  }
  await refreshHomes(engine, { workspaceId });
}
