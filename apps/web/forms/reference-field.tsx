import { useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';

import { keys } from '../api/keys.js';
import { Button } from '../ui/button.js';
import { TextField, type FieldProps } from '../ui/fields.js';
import { formWords } from '../words/form.words.js';
import { uiWords } from '../words/ui.words.js';
import { useWords } from '../words/words.js';
import { FormPlace } from './form-place.js';
import { canBeFound, nameOf, suggestionsFor, type Suggestion } from './references.js';
import './forms.css';

interface ReferenceFieldProps extends FieldProps {
  /** What the id names: a mark of the schema. */
  refers: string;
  value: string;
  onChange: (id: string) => void;
}

/** Chooses something by name instead of an id: type a few words, choose with the arrow keys or a finger. */
export function ReferenceField(props: ReferenceFieldProps) {
  const place = useContext(FormPlace);
  const w = useWords(formWords);
  if (!canBeFound(props.refers, place)) return <TextField {...props} help={props.help ?? w('idHint')} />;
  return <Either {...props} />;
}

/** What is chosen takes the place of the search and the other way round: the focus goes along. */
function Either({ onChange, ...props }: ReferenceFieldProps) {
  const place = useRef<HTMLDivElement>(null);
  const wasHere = useRef(false);
  const isPicked = props.value !== '';
  useEffect(() => {
    if (wasHere.current) place.current?.querySelector<HTMLElement>('input, button')?.focus();
    wasHere.current = false;
  }, [isPicked]);
  const change = (id: string): void => {
    wasHere.current = place.current?.contains(document.activeElement) === true;
    onChange(id);
  };
  return (
    <div ref={place}>
      {isPicked ? <Picked {...props} onChange={change} /> : <Search {...props} onChange={change} />}
    </div>
  );
}

function Picked({ refers, label, value, onChange, isDisabled = false, error }: ReferenceFieldProps) {
  const w = useWords(formWords);
  const place = useContext(FormPlace);
  const { data: name, isPending } = useQuery({
    queryKey: keys.book('name', refers, value),
    queryFn: () => nameOf(refers, value, place),
    retry: false,
  });
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <div className="picked">
        <span className="visually-hidden">{w('chosen')}</span>
        <bdi>{name ?? (isPending ? '…' : value)}</bdi>
        {!isDisabled && (
          <Button size="small" onPress={() => onChange('')}>
            {w('change')}
          </Button>
        )}
      </div>
      {error !== undefined && <p className="field-error">{error}</p>}
    </div>
  );
}

function Search({ refers, label, help, error, isRequired = false, onChange }: ReferenceFieldProps) {
  const w = useWords(formWords);
  const u = useWords(uiWords);
  const place = useContext(FormPlace);
  const id = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const { data: found = [], isFetching } = useQuery({
    queryKey: keys.book('suggestions', refers, text, place.unit, place.language, place.parts?.[refers]?.length),
    queryFn: () => suggestionsFor(refers, text, place),
    enabled: isOpen,
    placeholderData: (before) => before,
  });
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive((at) => Math.max(0, Math.min(found.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      const chosen = found[active];
      if (chosen !== undefined) onChange(chosen.id);
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  const listId = `${id}-list`;
  return (
    <div className="field" onKeyDown={move} data-invalid={error === undefined ? undefined : true}>
      <label className="field-label" htmlFor={id}>
        {label} <span className="field-need">{u(isRequired ? 'required' : 'optional')}</span>
      </label>
      <input
        id={id}
        className="input"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-required={isRequired || undefined}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={`${id}-notes`}
        aria-activedescendant={isOpen && found[active] !== undefined ? `${id}-${active}` : undefined}
        autoComplete="off"
        dir="auto"
        placeholder={w('search')}
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => setTimeout(() => setOpen(false), 200)}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
      />
      {isOpen && (
        <Suggestions
          {...{ found, active, listId, id, isFetching, text }}
          onChoose={({ id: chosen }) => onChange(chosen)}
        />
      )}
      <div id={`${id}-notes`}>
        {help !== undefined && <p className="field-help">{help}</p>}
        {error !== undefined && <p className="field-error">{error}</p>}
      </div>
    </div>
  );
}

interface SuggestionsProps {
  found: readonly Suggestion[];
  active: number;
  listId: string;
  id: string;
  isFetching: boolean;
  text: string;
  onChoose: (chosen: Suggestion) => void;
}

function Suggestions({ found, active, listId, id, isFetching, text, onChoose }: SuggestionsProps) {
  const w = useWords(formWords);
  if (found.length === 0)
    return (
      <p className="field-help" role="status">
        {isFetching ? w('searching') : w(text === '' ? 'search' : 'nothingFound')}
      </p>
    );
  return (
    <ul className="suggestions" role="listbox" id={listId} aria-label={w('search')}>
      {found.map((one, index) => (
        <li
          key={one.id}
          id={`${id}-${index}`}
          role="option"
          className="suggestion"
          aria-selected={index === active}
          data-focused={index === active || undefined}
          // before the box loses the focus and the list goes
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(one);
          }}
        >
          <bdi>{one.name}</bdi> {one.detail !== undefined && <span className="soft small">{one.detail}</span>}
        </li>
      ))}
    </ul>
  );
}
