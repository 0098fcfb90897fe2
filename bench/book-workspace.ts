import type { Models } from '../models/models.ts';
import { teamId } from './slack-stub.ts';

/** Keeps a workspace, as it is a while after its installation. */
export async function bookWorkspace({ workspaces }: Models, at: Date, workspaceId = teamId): Promise<void> {
  await workspaces.create({
    _id: workspaceId,
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
