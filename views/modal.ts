import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../src/language/format.ts';
import { type Texts, texts } from '../src/language/texts.ts';
import type { Tell } from './answering.ts';
import { cut, plain, section } from './blocks.ts';
import { callbacks } from './ids.ts';

/** Which words, of whatever language it turns out to be. */
export type Words = (say: Texts) => string;

interface ModalLook {
  callback: string;
  title: string;
  blocks: KnownBlock[];
  /** Words on the button that submits; none: the modal only tells. */
  submit?: string;
  /** Data the modal carries along: ids only, never a secret. */
  metadata?: string;
}

/** A modal with the words every modal has. */
export function modal(look: ModalLook, language: Language): ModalView {
  const { common } = texts(language);
  return {
    type: 'modal',
    callback_id: look.callback,
    title: plain(cut(look.title, 24)),
    close: plain(look.submit === undefined ? common.close : common.cancel),
    blocks: look.blocks,
    ...(look.submit === undefined ? {} : { submit: plain(look.submit) }),
    ...(look.metadata === undefined ? {} : { private_metadata: look.metadata }),
  };
}

/** What is shown at once, while the answer is being looked up. */
export function loadingModal(title: string, language: Language): ModalView {
  return noticeModal({ title, text: texts(language).common.oneMoment }, language);
}

/** A modal that says one thing. */
export function noticeModal(
  { title, text, more = [] }: { title: string; text: string; more?: KnownBlock[] },
  language: Language,
): ModalView {
  return modal({ callback: callbacks.notice, title, blocks: [section(text), ...more] }, language);
}

/** A way to tell something in a modal, for who does not know the reader's language yet. */
export function noticeThrough(show: (view: ModalView) => Promise<unknown>, title: Words): Tell {
  return (text, language, more = []) =>
    show(noticeModal({ title: title(texts(language)), text, more }, language));
}
