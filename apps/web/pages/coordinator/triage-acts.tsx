import { useEffect, useRef } from 'react';

import type { Schema } from '../../api/client.js';
import { ActForm } from '../../forms/act-form.js';
import { useLastingActs } from '../../forms/lasting-acts.js';
import type { FormValue } from '../../forms/schema.types.js';
import { Button } from '../../ui/button.js';
import { triageWords } from '../../words/triage.words.js';
import { useLabel, useWords, type Label } from '../../words/words.js';
import { inOrder } from './triage.rules.js';
import { useListKeys } from './use-list-keys.js';

/** The form that is open, and what is filled in beforehand. */
export interface OpenAct {
  act: string;
  given?: FormValue;
}

interface TriageActsProps {
  seen: Schema<'Case'>;
  open: OpenAct | null;
  onOpen: (open: OpenAct | null) => void;
  onDone: (act: Label) => void;
}

/** What the report has said already is not asked again. */
function knownOf({ category }: Schema<'Case'>, act: string): FormValue | undefined {
  return act.startsWith('sortAs') && category !== null ? { category } : undefined;
}

const FIRST_FIELD = 'input, textarea, select';

/** What can be done with the report in hand, each with its number on the keyboard. */
export function TriageActs({ seen, open, onOpen, onDone }: TriageActsProps) {
  const w = useWords(triageWords);
  const inLabel = useLabel();
  const acts = inOrder(seen.abilities);
  const danger = seen.abilities.find(({ act }) => act === 'declareDanger');
  const lasting = useLastingActs(seen.abilities, open === null ? [] : [open.act]);
  const chosen = lasting.find(({ act }) => act === open?.act);
  const numbered = Object.fromEntries(
    acts.slice(0, 9).map(({ act }, index) => [String(index + 1), () => onOpen({ act })]),
  );
  const form = useRef<HTMLDivElement>(null);
  const act = chosen?.act;
  const given = open?.given;
  useEffect(() => {
    // whoever pressed a number goes on writing: what is asked first is in hand, also below the edge of the screen
    if (act !== undefined) form.current?.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
  }, [act, given]);
  useListKeys(useRef(null), { ...numbered, Escape: () => onOpen(null) });
  return (
    <section className="stack" aria-labelledby="sorting">
      <h3 id="sorting">{w('whatToDo')}</h3>
      {acts.length === 0 && <p className="soft">{w('notYours')}</p>}
      <div className="tr-acts" role="group" aria-labelledby="sorting">
        {acts.map(({ act, label, help }, index) => (
          <Button
            key={act}
            title={inLabel(help)}
            look={act === open?.act ? 'primary' : 'secondary'}
            aria-expanded={act === open?.act}
            aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
            onPress={() => onOpen(act === open?.act ? null : { act })}
          >
            {index < 9 && (
              <kbd aria-hidden="true" className="tr-key">
                {index + 1}
              </kbd>
            )}
            {inLabel(label)}
          </Button>
        ))}
        {danger !== undefined && (
          <Button
            look="danger"
            title={inLabel(danger.help)}
            aria-expanded={open?.act === danger.act}
            onPress={() => onOpen({ act: danger.act })}
          >
            {inLabel(danger.label)}
          </Button>
        )}
      </div>
      {chosen !== undefined && (
        <div className="tr-form" ref={form}>
          <ActForm
            key={`${chosen.act} ${JSON.stringify(open?.given ?? null)}`}
            caseId={seen.id}
            version={seen.version}
            unit={seen.unit}
            {...chosen}
            given={open?.given ?? knownOf(seen, chosen.act)}
            onCancel={() => onOpen(null)}
            onDone={() => {
              onOpen(null);
              onDone(chosen.label);
            }}
          />
        </div>
      )}
    </section>
  );
}
