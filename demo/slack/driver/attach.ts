import type { JsonObject } from '../json.ts';
import { asText } from '../json.ts';
import { wireFile } from '../world/files.ts';
import type { World } from '../world/world.ts';
import { cannot } from './cannot.ts';
import { fieldOf, nameOf, type Wanted } from './fields.ts';
import type { Outcome } from './outcome.ts';
import { done } from './outcome.ts';
import { blocksIn, placeFor, type Target, valuesIn } from './place.ts';

/** A file on a person's machine; its content in base64. */
export type OwnFile = { name: string; content: string };

/** Puts files into a file input, in place of those that were there. */
export async function attach(
  world: World,
  person: string,
  target: Target,
  wanted: Wanted,
  files: OwnFile[],
): Promise<Outcome> {
  const place = placeFor(world, person, target);
  const { element, blockId, actionId } = fieldOf(blocksIn(place), wanted);
  if (element['type'] !== 'file_input') cannot(`'${nameOf(wanted)}' takes no files`);
  const most = Number(element['max_files'] ?? 10);
  if (files.length > most) cannot(`'${nameOf(wanted)}' takes at most ${most} files`);
  for (const { name } of files) checkKind(element['filetypes'], name);
  const values = valuesIn(place);
  const held = { type: 'file_input', files: files.map((file) => keep(world, person, file)) };
  values[blockId] = { ...values[blockId], [actionId]: held };
  world.changes.tell();
  return done;
}

function checkKind(allowed: unknown, name: string): void {
  if (!Array.isArray(allowed) || allowed.length === 0) return;
  const ending = name.split('.').at(-1)?.toLowerCase();
  if (!allowed.some((each) => asText(each).toLowerCase() === ending)) {
    cannot(`'${name}' is of another kind`, allowed.map(asText));
  }
}

/** The file as a view_submission describes it (https://docs.slack.dev/reference/block-kit/block-elements/file-input-element). */
function keep(world: World, user: string, { name, content }: OwnFile): JsonObject {
  const id = world.ids.make('F');
  const size = Buffer.from(content, 'base64').length;
  const file = { id, name, title: name, altText: '', size, content, user, isPending: false, shared: false };
  world.state.files[id] = file;
  return wireFile(world, id);
}
