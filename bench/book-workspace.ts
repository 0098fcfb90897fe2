import type { Models } from '../models/models.ts';
import { teamId } from './slack-stub.ts';

/** Keeps the workspace that is measured, as it is a while after its installation. */
export async function bookWorkspace({ workspaces }: Models, at: Date): Promise<void> {
  await workspaces.create({
    _id: teamId,
    name: 'Bench',
    language: 'en',
    languageChosen: true,
    zone: 'UTC',
    vat: 'excl',
    managers: [],
    welcomed: at,
    createdAt: at,
  });
}
