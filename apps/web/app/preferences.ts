import { useSyncExternalStore } from 'react';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How somebody wants to see the pages. Kept on this device, for whoever holds it in hand. */
export interface Preferences {
  language: Language;
  /** `large`: 大字版, one and a half times the type, one column. */
  size: 'normal' | 'large';
  contrast: 'normal' | 'high';
  theme: 'auto' | 'light' | 'dark';
}

const STORED = 'minyi.preferences';
const listeners = new Set<() => void>();
let current = stored();
show(current);

export function preferences(): Preferences {
  return current;
}

export function setPreferences(changed: Partial<Preferences>): void {
  current = { ...current, ...changed };
  try {
    localStorage.setItem(STORED, JSON.stringify(current));
  } catch {
    // a private window keeps nothing: it holds until the page is closed
  }
  show(current);
  for (const listener of listeners) listener();
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(listen, preferences);
}

export function useLanguage(): Language {
  return usePreferences().language;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(): Preferences {
  const asked = new URLSearchParams(location.search).get('lang');
  const found: Preferences = {
    language: navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en',
    size: 'normal',
    contrast: 'normal',
    theme: 'auto',
    ...read(),
  };
  return asked === 'zh' || asked === 'en' ? { ...found, language: asked } : found;
}

function read(): Partial<Preferences> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORED) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

function show({ language, size, contrast, theme }: Preferences): void {
  const { documentElement: root } = document;
  root.lang = language === 'zh' ? 'zh-CN' : 'en';
  root.dataset.size = size;
  root.dataset.contrast = contrast;
  root.dataset.theme = theme;
}
