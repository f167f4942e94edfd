import { CheckField, ChoiceField } from '../ui/fields.js';
import { Dialog } from '../ui/dialog.js';
import { shellWords } from '../words/shell.words.js';
import { useWords } from '../words/words.js';
import { setPreferences, usePreferences } from './preferences.js';

/** Language, type, contrast, light or dark: taken at once and remembered on this device. */
export function DisplayDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const w = useWords(shellWords);
  const { language, size, contrast, theme } = usePreferences();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={w('displayTitle')}>
      <CheckField
        label={w('largePrint')}
        isSelected={size === 'large'}
        onChange={(isLarge) => setPreferences({ size: isLarge ? 'large' : 'normal' })}
      />
      <CheckField
        label={w('contrast')}
        isSelected={contrast === 'high'}
        onChange={(isHigh) => setPreferences({ contrast: isHigh ? 'high' : 'normal' })}
      />
      <ChoiceField
        label={w('language')}
        value={language}
        onChange={(chosen) => setPreferences({ language: chosen === 'en' ? 'en' : 'zh' })}
        choices={[
          { value: 'zh', label: w('chinese') },
          { value: 'en', label: w('english') },
        ]}
        isRequired
      />
      <ChoiceField
        label={w('theme')}
        value={theme}
        onChange={(chosen) => setPreferences({ theme: chosen === 'light' || chosen === 'dark' ? chosen : 'auto' })}
        choices={[
          { value: 'auto', label: w('themeAuto') },
          { value: 'light', label: w('themeLight') },
          { value: 'dark', label: w('themeDark') },
        ]}
        isRequired
      />
    </Dialog>
  );
}
