import { Volume2 } from 'lucide-react';
import { useEffect, useState, type RefObject } from 'react';

import { useLanguage } from '../app/preferences.js';
import { uiWords } from '../words/ui.words.js';
import { useWords } from '../words/words.js';
import { Button } from './button.js';

/** Reads a part of the page aloud with the voice of the device; where there is none the button is not there. */
export function ReadAloud({ of }: { of: RefObject<HTMLElement | null> }) {
  const w = useWords(uiWords);
  const language = useLanguage();
  const [isReading, setReading] = useState(false);
  const canSpeak = 'speechSynthesis' in window;
  useEffect(() => {
    if (!canSpeak) return undefined;
    return () => speechSynthesis.cancel();
  }, [canSpeak]);
  if (!canSpeak) return null;
  const toggle = (): void => {
    speechSynthesis.cancel();
    if (isReading) {
      setReading(false);
      return;
    }
    const spoken = new SpeechSynthesisUtterance(of.current?.innerText ?? '');
    spoken.lang = language === 'zh' ? 'zh-CN' : 'en-GB';
    spoken.rate = 0.85;
    spoken.onend = () => setReading(false);
    spoken.onerror = () => setReading(false);
    setReading(true);
    speechSynthesis.speak(spoken);
  };
  return (
    <Button look="quiet" size="small" onPress={toggle} aria-pressed={isReading}>
      <Volume2 aria-hidden="true" size="1.1em" /> {w(isReading ? 'stopReading' : 'readAloud')}
    </Button>
  );
}
