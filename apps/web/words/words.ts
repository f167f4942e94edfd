import { useCallback } from 'react';

import { useLanguage, type Language } from '../app/preferences.js';
import { filled, type Label, type Words } from './wording.rules.js';

export type { Label, Words } from './wording.rules.js';

/** What is put into a text where it says `{name}`. */
export type Fillings = Readonly<Record<string, string | number>>;

/** The texts of an area in the language somebody has chosen: `w('daysLeft', { n: 3 })`. */
export function useWords<W extends Words>(words: W): (key: keyof W & string, fillings?: Fillings) => string {
  const language = useLanguage();
  return useCallback((key, fillings = {}) => worded(words, key, { language, fillings }), [words, language]);
}

/** The same outside of a component. */
export function worded<W extends Words>(
  words: W,
  key: keyof W & string,
  { language, fillings = {} }: { language: Language; fillings?: Fillings },
): string {
  const all: Words = words;
  const wording = all[key];
  if (wording === undefined) return key;
  return filled(language === 'zh' ? wording[0] : wording[1], fillings);
}

/** What stands between the things of a list: `、` in Chinese, a comma in English. */
export function useBetween(): string {
  return useLanguage() === 'zh' ? '、' : ', ';
}

/** A label of the service in the language somebody has chosen. */
export function useLabel(): (label: Label) => string {
  const language = useLanguage();
  return useCallback((label) => label[language], [language]);
}

/** A text of a catalogue as a label, for what the service would have said. */
export function labelOf<W extends Words>(words: W, key: keyof W & string): Label {
  const [zh, en] = words[key] ?? [key, key];
  return { zh, en };
}
