import { isObject, objectsIn } from './json.ts';
import { limits } from './limits.ts';
import type { Check, Problem } from './validate/check.ts';
import { anything, boolean, list, record, string, typed } from './validate/check.ts';
import type { Surface } from './validate/surfaces.ts';
import { blockOn } from './validate/surfaces.ts';
import { plainText } from './validate/text.ts';
import { allBlocks, textLength } from './validate/walk.ts';
import { checkTogether } from './validate/whole.ts';

export type { Problem } from './validate/check.ts';
export type { Surface } from './validate/surfaces.ts';

/** What Slack would refuse in these blocks, with pointers that begin at /blocks; empty when nothing. */
export function validateBlocks(blocks: unknown, surface: Surface): Problem[] {
  return blocksAt(blocks, surface, '/blocks');
}

/** What Slack would refuse in this modal or Home view, with pointers that begin at /view. */
export function validateView(view: unknown): Problem[] {
  if (!isObject(view)) return [{ message: 'must provide an object', pointer: '/view' }];
  const type = view['type'];
  if (type === undefined) return [{ message: 'missing required field: type', pointer: '/view' }];
  if (type !== 'modal' && type !== 'home') {
    return [{ message: `unsupported type: ${String(type)}`, pointer: '/view/type' }];
  }
  const found: Problem[] = [];
  frames[type](view, '/view', found);
  if (view['blocks'] !== undefined) found.push(...blocksAt(view['blocks'], type, '/view/blocks'));
  if (type === 'modal' && needsSubmit(view['blocks']) && view['submit'] === undefined) {
    found.push({ message: 'missing required field: submit', pointer: '/view' });
  }
  if (isViewTooLarge(view)) {
    found.push({ message: `must be less than ${limits.viewBytes.max + 1} bytes`, pointer: '/view' });
  }
  return found;
}

/** What Slack would refuse in a message as given to chat.postMessage, with pointers from its root. */
export function validateMessage(message: unknown): Problem[] {
  if (!isObject(message)) return [{ message: 'must provide an object', pointer: '' }];
  const found: Problem[] = [];
  messageParts(pick(message, ['text', 'blocks', 'attachments', 'metadata', 'thread_ts']), '', found);
  if (message['blocks'] !== undefined) found.push(...validateBlocks(message['blocks'], 'message'));
  if (areBlocksTooLong(message['blocks'])) {
    found.push({
      message: `must be less than ${limits.messageBlocksText.max + 1} characters together`,
      pointer: '/blocks',
    });
  }
  objectsIn(message['attachments']).forEach((attachment, index) => {
    if (attachment['blocks'] === undefined) return;
    found.push(...blocksAt(attachment['blocks'], 'message', `/attachments/${index}/blocks`));
  });
  return found;
}

/** More than 250 KB of JSON: `view_too_large`. */
export function isViewTooLarge(view: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(view) ?? '') > limits.viewBytes.max;
}

/** More text in all blocks together than Slack was seen to take: `msg_blocks_too_long`. */
export function areBlocksTooLong(blocks: unknown): boolean {
  return textLength(blocks) > limits.messageBlocksText.max;
}

function blocksAt(blocks: unknown, surface: Surface, at: string): Problem[] {
  const found: Problem[] = [];
  const most = surface === 'message' ? limits.messageBlocks : limits.viewBlocks;
  list(blockOn(surface), most, 0)(blocks, at, found);
  return [...found, ...checkTogether(blocks, at)];
}

function needsSubmit(blocks: unknown): boolean {
  return allBlocks(blocks, '').some(({ value }) => value['type'] === 'input');
}

function pick(value: Record<string, unknown>, names: string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, value[name]]));
}

const inEveryView = {
  private_metadata: string(limits.privateMetadata, 0),
  callback_id: string(limits.callbackId, 0),
  external_id: string(limits.externalId, 0),
};

const frames: Record<'modal' | 'home', Check> = {
  modal: typed(
    { title: plainText(limits.viewTitle), blocks: anything },
    {
      ...inEveryView,
      submit: plainText(limits.viewTitle),
      close: plainText(limits.viewTitle),
      clear_on_close: boolean,
      notify_on_close: boolean,
    },
  ),
  home: typed({ blocks: anything }, inEveryView),
};

const messageParts = record(
  {},
  {
    text: string(undefined, 0),
    thread_ts: string(),
    blocks: anything,
    attachments: list(anything, limits.attachments, 0),
    metadata: record({ event_type: string(), event_payload: anything }, { entities: anything }),
  },
);
