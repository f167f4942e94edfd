import { useState } from 'react';
import { useSearchParams } from 'react-router';

import { useWords } from '../../words/words.js';
import { votingWords } from '../../words/voting.words.js';
import { BoothChoose } from './booth-choose.js';
import { BoothDone } from './booth-done.js';
import { BoothReview } from './booth-review.js';
import { BoothStart, QuestionAsked } from './booth-start.js';
import { CastUnit } from './cast-unit.js';
import { useKeptReceipts } from './kept-receipts.js';
import { NotOpen } from './not-open.js';
import {
  choiceOf,
  mayAppeal,
  NOTHING_PICKED,
  pickedOf,
  uncast,
  type Ballot,
  type OwnUnit,
  type Picked,
} from './paper.rules.js';
import { RollAppeal } from './roll-appeal.js';
import { useCasting } from './use-casting.js';

type Step = 'start' | 'choose' | 'review' | 'done';

interface BoothProps {
  ballot: Ballot;
  units: readonly OwnUnit[];
  person: string;
}

/** Papers under way: for whom, and which papers in force they replace. */
interface Errand {
  entries: readonly string[];
  replaces: ReadonlyMap<string, string>;
}

/**
 * The steps of the booth. They are in the address, so that the button “back” of a telephone goes one step back; what is pressed is
 * in the memory of this page only.
 */
export function Booth({ ballot, units, person }: BoothProps) {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('step');
  const open = uncast(units);
  const [picked, setPicked] = useState<Picked>(NOTHING_PICKED);
  const [errand, setErrand] = useState<Errand>({ entries: open.map(({ entry }) => entry), replaces: new Map() });
  const { cast, taken, problem, isSending } = useCasting();
  const { kept, forget } = useKeptReceipts({ person, ballot: ballot.id }, units);
  const choice = choiceOf(ballot.question, picked);
  const step = stepOf(asked, {
    hasChoice: choice !== null,
    isDone: taken.length > 0,
    isOpen: ballot.status === 'open',
  });
  const go = (to: Step, replace = false): void => {
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (to === 'start') next.delete('step');
        else next.set('step', to);
        return next;
      },
      { replace },
    );
    scrollTo({ top: 0 });
  };
  const change = (unit: OwnUnit, receipt: string): void => {
    setPicked(pickedOf(unit.choice));
    setErrand({ entries: [unit.entry], replaces: new Map([[unit.entry, receipt]]) });
    go('choose');
  };
  const send = async (): Promise<void> => {
    if (choice !== null && (await cast({ ballot: ballot.id, person, choice, ...errand }))) go('done', true);
  };
  const chosenUnits = units.filter(({ entry }) => errand.entries.includes(entry));
  if (step === 'choose')
    return (
      <BoothChoose
        ballot={ballot}
        picked={picked}
        onPick={setPicked}
        onBack={() => go('start')}
        onNext={() => go('review')}
      />
    );
  if (step === 'review' && choice !== null)
    return (
      <BoothReview
        {...{ ballot, choice, problem, isSending }}
        units={chosenUnits}
        onBack={() => go('choose')}
        onCast={() => void send()}
      />
    );
  if (step === 'done')
    return <BoothDone ballot={ballot} units={units} taken={taken} onForget={(entry) => void forget(entry)} />;
  return (
    <>
      {ballot.status === 'open' && open.length > 0 ? (
        <BoothStart
          ballot={ballot}
          units={open}
          onBegin={(entries) => {
            setErrand({ entries, replaces: new Map() });
            go('choose');
          }}
        />
      ) : (
        <QuestionAsked ballot={ballot} />
      )}
      <NotOpen ballot={ballot} />
      <CastUnits {...{ ballot, units }} kept={kept} onChange={change} onForget={(entry) => void forget(entry)} />
      {mayAppeal(ballot) && <RollAppeal ballot={ballot.id} units={units} />}
    </>
  );
}

/** The step somebody is at: one that lacks what it needs is the step before. */
function stepOf(
  asked: string | null,
  { hasChoice, isDone, isOpen }: { hasChoice: boolean; isDone: boolean; isOpen: boolean },
): Step {
  if (asked === 'done') return isDone ? 'done' : 'start';
  // a vote that has closed meanwhile is told where the paper is cast, and the choice stays in sight
  if (asked === 'review') return hasChoice ? 'review' : isOpen ? 'choose' : 'start';
  return asked === 'choose' && (isOpen || hasChoice) ? 'choose' : 'start';
}

interface CastUnitsProps {
  ballot: Ballot;
  units: readonly OwnUnit[];
  kept: ReturnType<typeof useKeptReceipts>['kept'];
  onChange: (unit: OwnUnit, receipt: string) => void;
  onForget: (entry: string) => void;
}

/** Units that have cast: when and how, and what can still be done. */
function CastUnits({ ballot, units, kept, onChange, onForget }: CastUnitsProps) {
  const w = useWords(votingWords);
  const cast = units.filter(({ state }) => state === 'counted' || state === 'setAside');
  if (cast.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="already-cast">
      <h2 id="already-cast">{w('alreadyCast')}</h2>
      {cast.map((unit) => (
        <CastUnit
          key={unit.entry}
          {...{ ballot, unit }}
          receipt={kept === undefined ? undefined : (kept.get(unit.entry)?.receipt ?? null)}
          onChange={(receipt) => onChange(unit, receipt)}
          onForget={() => onForget(unit.entry)}
        />
      ))}
    </section>
  );
}
