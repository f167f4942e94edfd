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
const inDark = matchMedia('(prefers-color-scheme: dark)');
let current = stored();
show(current);
inDark.addEventListener('change', tell);

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
  tell();
}

function tell(): void {
  show(current);
  for (const listener of listeners) listener();
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(listen, preferences);
}

/** The colours the page is drawn in: those somebody chose, or those of the device. */
export function useShownTheme(): 'light' | 'dark' {
  return useSyncExternalStore(listen, () => shownTheme(current));
}

function shownTheme({ theme }: Preferences): 'light' | 'dark' {
  if (theme !== 'auto') return theme;
  return inDark.matches ? 'dark' : 'light';
}

/** Only the language: larger type is drawn anew by the browser, no component needs to be. */
export function useLanguage(): Language {
  return useSyncExternalStore(listen, () => current.language);
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

function show(preferred: Preferences): void {
  const { language, size, contrast } = preferred;
  const { documentElement: root } = document;
  root.lang = language === 'zh' ? 'zh-CN' : 'en';
  root.dataset.size = size;
  root.dataset.contrast = contrast;
  root.dataset.theme = shownTheme(preferred);
}
