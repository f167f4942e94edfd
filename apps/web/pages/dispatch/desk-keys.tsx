import { keySwitch } from '../../app/kept-choice.js';
import { CheckField } from '../../ui/fields.js';
import { Dialog } from '../../ui/dialog.js';
import { dispatchWords } from '../../words/dispatch.words.js';
import { useWords } from '../../words/words.js';

export const deskKeys = keySwitch('minyi.desk-keys');

const ROWS = [
  ['1 – 7', 'keyQueue'],
  ['j / k', 'keyMove'],
  ['Enter', 'keyOpen'],
  ['a', 'keyAccept'],
  ['r', 'keyReturn'],
  ['i', 'keyAssign'],
  ['t', 'keyPlan'],
  ['p', 'keyProgress'],
  ['e', 'keyExtend'],
  ['f', 'keyFinish'],
  ['s', 'keySign'],
  ['b', 'keySendBack'],
  ['x', 'keySelect'],
  ['Shift + ↑ ↓', 'keySelectMore'],
  ['Ctrl + a', 'keySelectAll'],
  ['w', 'keyWhy'],
  ['Ctrl + Enter', 'keySend'],
  ['?', 'keyHelp'],
  ['Esc', 'keyEscape'],
] as const;

/** What the keys do, and whether they do it. */
export function DeskKeysDialog({ onClose }: { onClose: () => void }) {
  const w = useWords(dispatchWords);
  const isOn = deskKeys.useIsOn();
  return (
    <Dialog isOpen title={w('keysTitle')} onClose={onClose}>
      <CheckField label={w('keysOn')} help={w('keysOnHelp')} isSelected={isOn} onChange={deskKeys.turn} />
      <table className="table dept-keys">
        <thead>
          <tr>
            <th scope="col">{w('key')}</th>
            <th scope="col">{w('does')}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([key, does]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{w(does)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
