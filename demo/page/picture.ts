import { type Child, h } from './dom.ts';
import { type Json, obj, str } from './json.ts';

/** A picture. One from elsewhere is only named: nothing on this page comes from another machine. */
export function picture(image: Json, size: 'small' | 'large'): Child {
  const alt = str(image['alt_text']);
  const source = sourceOf(image);
  if (source !== undefined) return h('img', { src: source, alt, class: size });
  return h('span', { class: 'unknown' }, `(picture: ${alt})`);
}

function sourceOf(image: Json): string | undefined {
  const file = str(obj(image['slack_file'])['id']);
  if (file !== '') return `/files/${file}`;
  const url = str(image['image_url']);
  return url.startsWith('data:image/') ? url : undefined;
}
