import { isObject } from '../../demo/slack/json.ts';

/**
 * What of a message, a modal or Home would be lost on somebody who hears it, or does not see its colours and pictures:
 * an empty list when nothing is.
 */
export function inaccessible(surface: { text?: unknown; blocks?: unknown }): string[] {
  const parts = objectsIn(surface.blocks);
  return [
    ...parts.flatMap(wordless),
    ...parts.flatMap(pictureWithoutNumbers),
    ...sameNamed(parts.filter(({ type }) => type === 'button')),
    ...(typeof surface.text === 'string' ? leftOut(surface.text, parts) : []),
  ];
}

/** Every surface there is in something that went to Slack or came from it. */
export function surfacesIn(value: unknown): { text?: unknown; blocks: unknown[] }[] {
  return objectsIn(value).flatMap((each) => {
    const blocks = asJson(each['blocks']);
    return Array.isArray(blocks) ? [{ ...each, blocks }] : [];
  });
}

type Part = Record<string, unknown> & { type?: unknown };

function objectsIn(value: unknown): Part[] {
  const known = asJson(value);
  if (Array.isArray(known)) return known.flatMap(objectsIn);
  return isObject(known) ? [known, ...Object.values(known).flatMap(objectsIn)] : [];
}

/** Slack takes blocks and views as JSON in a field of a form, too. */
function asJson(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Emoji and marks alone say nothing. */
function wordless(part: Part): string[] {
  const { type, text } = part;
  if (type === 'button') {
    const { text: shown } = isObject(text) ? text : { text: '' };
    const said = typeof part['accessibility_label'] === 'string' ? part['accessibility_label'] : shown;
    return isSaid(said, 3) ? [] : [`a button that says nothing: ${said}`];
  }
  // A person may call a shop by a row of emoji; one or two are marks of ours.
  const isShort = typeof text === 'string' && [...text].length < 30;
  return type === 'mrkdwn' && isShort && !isSaid(text, 1) ? [`a text of marks alone: ${text}`] : [];
}

function isSaid(text: unknown, letters: number): boolean {
  const words = `${text}`.replaceAll(/:[a-z_+-]+:|\p{Extended_Pictographic}/gu, '');
  return (words.match(/[\p{Letter}\p{Number}]/gu) ?? []).length >= letters;
}

function pictureWithoutNumbers({ type, alt_text: alt }: Part): string[] {
  if (type !== 'image') return [];
  return typeof alt === 'string' && /\d/.test(alt) ? [] : [`a picture without its numbers in words: ${alt}`];
}

/** Buttons that do different things sound different. */
function sameNamed(all: Part[]): string[] {
  const seen = new Map<string, unknown>();
  return all.flatMap((part) => {
    const { text: shown } = isObject(part['text']) ? part['text'] : { text: '' };
    const said = `${part['accessibility_label'] ?? shown}`;
    const does = `${part['action_id']} ${part['value']}`;
    const other = seen.get(said);
    seen.set(said, does);
    // A name that Slack has no room for is cut, and then two may be alike.
    return other !== undefined && other !== does && !said.endsWith('…') ? [`two buttons called ${said}`] : [];
  });
}

/** So long a text is cut where Slack would cut it, and cannot hold everything. */
const longText = 1_500;

/** What stands out in the blocks of a message is in its text, which is all that a notification and a screen reader have. */
function leftOut(text: string, parts: Part[]): string[] {
  if (text.length > longText) return [];
  const flat = (words: string) => words.replaceAll(/[*\s]+/g, ' ');
  return parts
    .filter(({ type }) => type === 'section')
    .flatMap((part) => (isObject(part['text']) ? [`${part['text']['text']}`] : []))
    .flatMap((words) => [...words.matchAll(/(?<![\w*])\*([^*\n]+)\*(?![\w*])/g)].map(([, bold = '']) => bold))
    .filter((bold) => !flat(text).includes(flat(bold).trim()))
    .map((bold) => `“${bold}” is not in the text`);
}
