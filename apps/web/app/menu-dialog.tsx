import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { shellWords } from '../words/shell.words.js';
import { useWords } from '../words/words.js';
import { LanguageSwitch } from './language-switch.js';
import { NavigationItems } from './navigation-items.js';
import { navigationFor } from './navigation.js';
import { useMe } from './session.js';

/** Every main page, for a screen too small for the list at the side. */
export function MenuDialog({ onClose, onDisplay }: { onClose: () => void; onDisplay: () => void }) {
  const w = useWords(shellWords);
  const { data: me } = useMe();
  return (
    <Dialog isOpen onClose={onClose} title={w('menu')}>
      <NavigationItems items={navigationFor(me)} onGo={onClose} />
      <div className="row">
        <LanguageSwitch />
        <Button onPress={onDisplay}>{w('display')}</Button>
      </div>
    </Dialog>
  );
}
