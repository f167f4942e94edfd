import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react';

import type { Schema } from '../api/client.js';
import { ACT_FORMS } from '../pages/cases/act-forms.js';
import { Button } from '../ui/button.js';
import { Box, Loading } from '../ui/problem.js';
import { formWords } from '../words/form.words.js';
import { useLabel, useWords } from '../words/words.js';
import { ActForm, type FormInHand } from './act-form.js';
import { useLastingActs } from './lasting-acts.js';
import type { ReferencePlace } from './references.js';

interface ActPanelProps {
  seen: Schema<'Case'>;
  parts?: ReferencePlace['parts'];
  /** The same for single acts, in place of `parts`. */
  partsOf?: Partial<Record<string, ReferencePlace['parts']>>;
  /** Acts a page offers in its own way elsewhere. */
  without?: readonly string[];
  onBehalfOf?: string;
  /** Nothing is said where there is nothing to do. */
  isQuiet?: boolean;
  /** What somebody should know before an act, above its form. */
  advice?: (act: string) => ReactNode;
  /** What helps to fill in the form of an act. */
  beside?: (act: string, form: FormInHand) => ReactNode;
}

/** What the reader may do on a case now: a list of acts, each with its form. The first is the one that is waited for. */
export function ActPanel(props: ActPanelProps) {
  const { seen, without = [], isQuiet = false } = props;
  const w = useWords(formWords);
  const inLabel = useLabel();
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const awaited = new Set(seen.awaits.flatMap(({ acts }) => acts));
  const abilities = seen.abilities
    .filter(({ act }) => !without.includes(act))
    .sort((a, b) => Number(awaited.has(b.act)) - Number(awaited.has(a.act)));
  const chosen = useLastingActs(abilities, open === null ? [] : [open]).find(({ act }) => act === open);
  const heading = useFocusAfter(chosen === undefined);
  if (isQuiet && abilities.length === 0 && chosen === undefined && said === null) return null;
  return (
    <section className="stack" aria-labelledby="what-to-do">
      <h2 id="what-to-do" ref={heading} tabIndex={-1}>
        {w('whatToDo')}
      </h2>
      <div role="status">{said !== null && <Box kind="good">{said}</Box>}</div>
      {abilities.length === 0 && chosen === undefined && <p className="soft">{w('nothingToDo')}</p>}
      {chosen === undefined ? (
        <ul className="acts">
          {abilities.map(({ act, label, help }, index) => (
            <li key={act}>
              <Button
                look={index === 0 && awaited.has(act) ? 'primary' : 'secondary'}
                title={inLabel(help)}
                onPress={() => {
                  setSaid(null);
                  setOpen(act);
                }}
              >
                {inLabel(label)}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <OpenAct
          key={chosen.act}
          {...props}
          ability={chosen}
          onCancel={() => setOpen(null)}
          onDone={() => {
            setSaid(w('sent', { act: inLabel(chosen.label) }));
            setOpen(null);
          }}
        />
      )}
    </section>
  );
}

/** A heading that takes the focus when the form below it has gone, so that nobody is left nowhere. */
function useFocusAfter(isGone: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  const was = useRef(isGone);
  useEffect(() => {
    if (isGone && !was.current) heading.current?.focus();
    was.current = isGone;
  }, [isGone]);
  return heading;
}

interface OpenActProps extends ActPanelProps {
  ability: Schema<'Ability'>;
  onCancel: () => void;
  onDone: () => void;
}

/** The form of the act that was chosen: its own where it has one. */
function OpenAct({ seen, parts, partsOf, onBehalfOf, advice, beside, ability, onCancel, onDone }: OpenActProps) {
  const inLabel = useLabel();
  const Special = ACT_FORMS[`${seen.workflow}.${ability.act}`];
  const heading = useRef<HTMLHeadingElement>(null);
  // the button that was pressed has gone: the heading takes the focus, the first field is the next stop
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {inLabel(ability.label)}
      </h3>
      {advice?.(ability.act)}
      {Special === undefined ? (
        <ActForm
          caseId={seen.id}
          version={seen.version}
          unit={seen.unit}
          parts={partsOf?.[ability.act] ?? parts}
          onBehalfOf={onBehalfOf}
          {...ability}
          beside={beside === undefined ? undefined : (form) => beside(ability.act, form)}
          {...{ onCancel, onDone }}
        />
      ) : (
        <Suspense fallback={<Loading />}>
          <Special {...{ seen, ability, onBehalfOf, onCancel, onDone }} />
        </Suspense>
      )}
    </>
  );
}
