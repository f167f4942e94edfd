import { useEffect, useId, useRef, useState } from 'react';

import { uiWords } from '../words/ui.words.js';
import { useWords } from '../words/words.js';
import './fields.css';

interface SearchBoxProps {
  label: string;
  value: string;
  /** Told when somebody pauses, or presses Enter. */
  onSearch: (text: string) => void;
  placeholder?: string;
}

const PAUSE_MS = 300;

/** Words to look for; what is found follows the typing. */
export function SearchBox({ label, value, onSearch, placeholder }: SearchBoxProps) {
  const w = useWords(uiWords);
  const id = useId();
  const [text, setText] = useState(value);
  const said = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // changed from elsewhere: a link, the back button
    if (value !== said.current) setText(value);
    said.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = (next: string): void => {
    clearTimeout(timer.current);
    said.current = next.trim();
    onSearch(next.trim());
  };
  return (
    <div className="field search-box" role="search" aria-label={label}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        className="input"
        dir="auto"
        autoComplete="off"
        value={text}
        placeholder={placeholder}
        aria-keyshortcuts="/"
        title={w('searchKey')}
        onChange={({ target }) => {
          setText(target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => say(target.value), PAUSE_MS);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') say(text);
          if (event.key === 'Escape' && text !== '') {
            event.stopPropagation();
            setText('');
            say('');
          }
        }}
      />
    </div>
  );
}
