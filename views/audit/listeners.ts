import type { BlockAction } from '@slack/bolt';
import { z } from 'zod';
import type { Engine } from '../../src/context.ts';
import { type AuditQuestion, auditKinds, readAudit } from '../../src/security/audit-log.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { openingOf } from '../bolt-args.ts';
import { actions } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import type { Words } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { auditModal } from './blocks.ts';

const title: Words = (say) => say.audit.title;

const first: AuditQuestion = { kind: null, who: null, page: 0 };

const question = z.object({
  kind: z.enum(auditKinds).nullable(),
  who: z
    .string()
    .regex(/^[A-Z0-9]{2,20}$/)
    .nullable(),
  page: z.int().min(0).max(100_000),
});

const chosenKind = z.object({ selected_option: z.object({ value: z.enum([...auditKinds, 'any']) }) });
const chosenPerson = z.object({ selected_user: question.shape.who });

/** What each touch asks next. */
const next: Record<string, (now: AuditQuestion, action: unknown) => AuditQuestion> = {
  [actions.auditKind]: (now, action) => {
    const { value } = chosenKind.parse(action).selected_option;
    return { ...now, kind: value === 'any' ? null : value, page: 0 };
  },
  [actions.auditPerson]: (now, action) => ({
    ...now,
    who: chosenPerson.parse(action).selected_user,
    page: 0,
  }),
  [actions.auditEverybody]: (now) => ({ ...now, who: null, page: 0 }),
  [actions.olderAudit]: (now) => ({ ...now, page: now.page + 1 }),
  [actions.newerAudit]: (now) => ({ ...now, page: Math.max(0, now.page - 1) }),
};

export function registerAudit(on: Listeners, engine: Engine): void {
  on.action(actions.openAudit, async ({ ack, ...args }) => {
    await ack();
    const opening = openingOf(args, { action: actions.openAudit });
    // From the settings one comes back to them.
    await openAuditModal(engine, { ...opening, isOnTop: opening.viewId !== undefined });
  });
  for (const [action, ask] of Object.entries(next)) {
    on.action(action, async ({ ack, ...args }) => {
      await ack();
      const opening = openingOf(args, { action: actions.openAudit });
      await openAuditModal(engine, opening, () => ask(nowShown(args.body), args.body.actions[0]));
    });
  }
}

/** Shows managers who did what. */
export async function openAuditModal(
  engine: Engine,
  opening: Opening,
  ask: () => AuditQuestion = () => first,
): Promise<void> {
  await showModal(engine, opening, title, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const page = await readAudit(context, ask());
    const { zone } = await context.delivery.person(context.workspace._id, userId);
    return auditModal(page, { language, zone: zone ?? context.workspace.zone });
  });
}

/** What the form shows that was touched; it carries that along. */
function nowShown({ view }: BlockAction): AuditQuestion {
  try {
    return question.parse(JSON.parse(view?.private_metadata ?? ''));
  } catch {
    return first;
  }
}
