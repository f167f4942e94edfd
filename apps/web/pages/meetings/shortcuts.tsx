import { useEffect } from 'react';

import { keySwitch } from '../../app/kept-choice.js';
import { CheckField } from '../../ui/fields.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useWords } from '../../words/words.js';

const meetingKeys = keySwitch('minyi.meeting-keys');
const AGAIN_MS = 150;

/** What was pressed while the last act is on its way is not lost. */
function pressWhenReady(button: HTMLButtonElement, tries = 20): void {
  if (button.dataset['pending'] === undefined) button.click();
  else if (tries > 0) setTimeout(() => pressWhenReady(button, tries - 1), AGAIN_MS);
}

/** One key presses the button that shows it. Whoever speaks to the device or hits keys by chance turns them off. */
export function Shortcuts() {
  const w = useWords(meetingsWords);
  const isOn = meetingKeys.useIsOn();
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent): void => {
      const at = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || at.matches('input, textarea, select, [role=dialog] *'))
        return;
      if (!/^[a-z]$/.test(event.key)) return;
      const button = document.querySelector<HTMLButtonElement>(`[data-shortcut="${event.key}"]`);
      if (button === null) return;
      event.preventDefault();
      button.focus();
      pressWhenReady(button);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn]);
  return (
    <details className="no-print">
      <summary>{w('shortcuts')}</summary>
      <div className="stack tight">
        <p className="small">{w('shortcutList')}</p>
        <CheckField label={w('shortcutsOn')} isSelected={isOn} onChange={meetingKeys.turn} />
      </div>
    </details>
  );
}
