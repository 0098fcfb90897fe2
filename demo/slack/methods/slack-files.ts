import { asObject, asText } from '../json.ts';
import type { Placed } from '../validate/walk.ts';
import { allBlocks, elementsIn } from '../validate/walk.ts';
import type { Problem } from '../validate.ts';
import { isPicture } from '../world/files.ts';
import type { World } from '../world/world.ts';

/**
 * The `slack_file`s that can be shown to nobody: unknown, not uploaded to the end, or no picture. Slack works on a file
 * for a while after files.completeUploadExternal and refuses it until then in the same words (python-slack-sdk #1658):
 * here only when the fault file_not_ready says so.
 */
export function fileProblems(world: World, blocks: unknown, at: string): Problem[] {
  return allBlocks(blocks, at)
    .flatMap((block) => [block, ...elementsIn(block)])
    .filter(({ value }) => value['type'] === 'image' && value['slack_file'] !== undefined)
    .filter((image) => !isShowable(world, image))
    .map(({ pointer }) => ({ message: 'invalid slack file', pointer: `${pointer}/slack_file` }));
}

function isShowable(world: World, { value }: Placed): boolean {
  const { id, url } = asObject(value['slack_file']);
  const wanted = asText(id) || asText(url).split('/').at(-1);
  const file = world.state.files[wanted ?? ''];
  if (!file || file.isPending || !isPicture(file)) return false;
  return world.faults.take(['file_not_ready']) === undefined;
}
