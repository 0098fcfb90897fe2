import { isActive } from '../../src/departments/in-order.ts';
import { nameKey } from '../../src/departments/name.ts';
import { texts } from '../../src/language/texts.ts';
import type { Request } from '../answering.ts';

/** That a name is taken, by a department in use or by an archived one. */
export async function nameTaken(
  { context, language }: Pick<Request, 'context' | 'language'>,
  name: string,
): Promise<string> {
  const { departments } = texts(language);
  const holder = await context.models.departments
    .findOne({ workspaceId: context.workspace._id, key: nameKey(name) })
    .lean();
  return holder && !isActive(holder) ? departments.existsArchived : departments.exists;
}
