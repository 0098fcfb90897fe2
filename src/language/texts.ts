import { en, type Texts } from './en.ts';
import type { Language } from './format.ts';
import { nl } from './nl.ts';

export type { Texts };

const byLanguage: Record<Language, Texts> = { en, nl };

/** What Daybook says in a language. */
export function texts(language: Language): Texts {
  return byLanguage[language];
}
