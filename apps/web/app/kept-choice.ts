import { useSyncExternalStore } from 'react';

interface KeptChoice {
  /** What is chosen; `null`: nothing. */
  now: () => string | null;
  /** The same, for whatever is drawn anew when it changes. */
  use: () => string | null;
  choose: (value: string | null) => void;
}

/** A choice kept under a name on this device, or in this tab; a browser that keeps nothing keeps it until the page is closed. */
export function keptChoice(name: string, storage: () => Storage): KeptChoice {
  const listeners = new Set<() => void>();
  let chosen: string | null | undefined;
  const read = (): string | null => (chosen ??= kept(name, storage));
  const listen = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    now: read,
    use: () => useSyncExternalStore(listen, read),
    choose: (value) => {
      chosen = value;
      try {
        if (value === null) storage().removeItem(name);
        else storage().setItem(name, value);
      } catch {
        // a private window keeps nothing
      }
      for (const listener of listeners) listener();
    },
  };
}

function kept(name: string, storage: () => Storage): string | null {
  try {
    return storage().getItem(name);
  } catch {
    return null;
  }
}

/** Whether keys of one letter do something on this device: whoever speaks to it, or hits keys by chance, turns them off (WCAG 2.1.4). */
export function keySwitch(name: string): {
  isOn: () => boolean;
  useIsOn: () => boolean;
  turn: (isOn: boolean) => void;
} {
  const choice = keptChoice(name, () => localStorage);
  return {
    isOn: () => choice.now() !== 'off',
    useIsOn: () => choice.use() !== 'off',
    turn: (isOn) => choice.choose(isOn ? 'on' : 'off'),
  };
}
