import { useEffect, type RefObject } from 'react';

/** Somebody is writing: letters are letters. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)) &&
    !(target instanceof HTMLInputElement && target.type === 'checkbox')
  );
}

/** Keys of a page with a list: `/` goes to the search box, `j` and `k` into the list, wherever the focus is. */
export function useListKeys(
  area: RefObject<HTMLElement | null>,
  more: Readonly<Record<string, () => void>> = {},
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (document.querySelector('[role=dialog],[role=alertdialog]') !== null) return;
      const act = more[event.key] ?? keyActs(area.current)[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}

function keyActs(area: HTMLElement | null): Record<string, () => void> {
  const row = (): void => area?.querySelector<HTMLElement>('[role=row][data-index]')?.focus();
  return { '/': () => area?.querySelector<HTMLElement>('input[type=search]')?.focus(), j: row, k: row };
}
