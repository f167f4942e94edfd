import { Button } from '../ui/button.js';
import { shellWords } from '../words/shell.words.js';
import { useWords } from '../words/words.js';
import { setPreferences, useLanguage } from './preferences.js';

/** To the other language, named in that language. */
export function LanguageSwitch() {
  const w = useWords(shellWords);
  const language = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button size="small" look="quiet" onPress={() => setPreferences({ language: other })}>
      <span lang={other === 'zh' ? 'zh-CN' : 'en'}>{w('switchLanguage')}</span>
    </Button>
  );
}
