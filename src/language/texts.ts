import { en, type Texts } from './en.ts';
import type { Language } from './format.ts';

const byLanguage: Record<Language, Texts> = { en };

/** What Daybook says in a language. */
export function texts(language: Language): Texts {
  return byLanguage[language];
}
