import type { FormInHand } from '../../forms/act-form.js';
import { Button } from '../../ui/button.js';
import { dispatchWords } from '../../words/dispatch.words.js';
import { phraseWords } from '../../words/phrases.words.js';
import { useWords } from '../../words/words.js';
import { phrasesFor } from './phrases.rules.js';

/** Sentences that are often needed: a press puts one into the form, at the end of what stands there. */
export function Phrases({ act, form: { value, setValue } }: { act: string; form: FormInHand }) {
  const w = useWords(dispatchWords);
  const phrase = useWords(phraseWords);
  const found = phrasesFor(act);
  if (found === null) return null;
  const { field, phrases } = found;
  const written = value[field];
  const before = typeof written === 'string' ? written.trim() : '';
  return (
    <details className="phrases">
      <summary>{w('templates')}</summary>
      <p className="field-help">{w('templatesHelp')}</p>
      <ul className="phrase-list">
        {phrases.map((key) => (
          <li key={key}>
            <Button
              size="small"
              onPress={() => setValue({ ...value, [field]: before === '' ? phrase(key) : `${before}\n${phrase(key)}` })}
            >
              {phrase(key)}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
