import type { JsonObject } from '../json.ts';
import type { UploadedFile } from './types.ts';
import type { World } from './world.ts';

const kinds: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  csv: 'text/csv',
  txt: 'text/plain',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export function endingOf(name: string): string {
  return name.split('.').at(-1)?.toLowerCase() ?? '';
}

/** The media type a file's name speaks of. */
export function mediaType(name: string): string {
  return kinds[endingOf(name)] ?? 'application/octet-stream';
}

/** Whether it may be shown in an image block: png, jpg and gif (https://docs.slack.dev/reference/block-kit/blocks/image-block). */
export function isPicture({ name }: Pick<UploadedFile, 'name'>): boolean {
  return /^image\/(?:png|jpeg|gif)$/.test(mediaType(name));
}

/** The file as the Web API and payloads give it; only its id when it is gone. */
export function wireFile(world: World, id: string): JsonObject {
  const file = world.state.files[id];
  if (!file) return { id, mode: 'tombstone' };
  const url = `${world.address()}/files/${id}`;
  return {
    id,
    name: file.name,
    title: file.title,
    mimetype: mediaType(file.name),
    filetype: endingOf(file.name),
    size: file.size,
    user: file.user,
    mode: 'hosted',
    url_private: url,
    url_private_download: url,
    ...(file.altText !== '' && { alt_txt: file.altText }),
  };
}
