import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { useMe } from '../../app/session.js';
import { useDraft } from '../../forms/drafts.js';
import { Button } from '../../ui/button.js';
import { CheckField, TextField } from '../../ui/fields.js';
import { ProblemBox } from '../../ui/problem.js';
import { residentWords } from '../../words/resident.words.js';
import { useWords } from '../../words/words.js';
import type { CaseViewProps } from '../cases/case-views.js';
import { useActingFor } from './acting-for.js';

interface Word {
  solved: boolean | null;
  satisfied: boolean | null;
  disputed: boolean;
  text: string;
}

const NOTHING_SAID: Word = { solved: null, satisfied: null, disputed: false, text: '' };
const LONGEST = 1000;

/** Is it solved? Are you satisfied? Two large questions, and room for why not. */
export function ReviewForm({ seen, onDone }: CaseViewProps & { onDone: () => void }) {
  const w = useWords(residentWords);
  const { data: me } = useMe();
  const { relative } = useActingFor();
  const person = relative?.person ?? me?.person ?? '';
  const { value, setValue, drop } = useDraft<Word>(`${person} ${seen.id} answer`, NOTHING_SAID);
  const [isTried, setTried] = useState(false);
  const send = useCommand(
    ({ solved, satisfied, disputed, text }: Word, headers) =>
      answered(
        api.POST('/api/v1/cases/{id}/acts', {
          params: { path: { id: seen.id } },
          body: {
            act: 'answer',
            input: { solved, satisfied, disputed, text: text.trim() === '' ? null : text.trim() },
            ...(relative === null ? {} : { onBehalfOf: relative.person }),
          },
          headers,
        }),
      ),
    {
      name: `${person} ${seen.id} answer`,
      onDone: () => {
        drop();
        onDone();
      },
    },
  );
  const isWhole = value.solved !== null && value.satisfied !== null;
  const isBad = value.solved === false || value.satisfied === false;
  return (
    <form
      className="stack"
      id="review"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isWhole) send.mutate(value);
      }}
    >
      <p>{w('reviewHelp')}</p>
      <TwoAnswers
        question={w('isItSolved')}
        answers={[w('solvedYes'), w('solvedNo')]}
        value={value.solved}
        onChange={(solved) => setValue({ ...value, solved })}
      />
      <TwoAnswers
        question={w('askSatisfied')}
        answers={[w('satisfiedYes'), w('satisfiedNo')]}
        value={value.satisfied}
        onChange={(satisfied) => setValue({ ...value, satisfied })}
      />
      {isWhole && (
        <TextField
          label={w(isBad ? 'whyNot' : 'anyWords')}
          help={isBad ? w('whyNotHelp') : undefined}
          value={value.text}
          onChange={(text) => setValue({ ...value, text })}
          maxLength={LONGEST}
          isLong
          rows={3}
        />
      )}
      {value.solved === false && (
        <CheckField
          label={w('disputed')}
          isSelected={value.disputed}
          onChange={(disputed) => setValue({ ...value, disputed })}
        />
      )}
      {isTried && !isWhole && (
        <p className="field-error" role="alert">
          {w('needAnswer')}
        </p>
      )}
      {send.error !== null && <ProblemBox error={send.error} />}
      <Button type="submit" look="primary" size="big" isPending={send.isPending}>
        {w('sendReview')}
      </Button>
    </form>
  );
}

interface TwoAnswersProps {
  question: string;
  answers: readonly [yes: string, no: string];
  value: boolean | null;
  onChange: (value: boolean) => void;
}

/** A question with two large answers. */
function TwoAnswers({ question, answers: [yes, no], value, onChange }: TwoAnswersProps) {
  return (
    <fieldset className="resident-question">
      <legend>{question}</legend>
      {[
        { answer: true, label: yes, mark: '✓' },
        { answer: false, label: no, mark: '✗' },
      ].map(({ answer, label, mark }) => (
        <label key={label} className="resident-answer" data-selected={value === answer || undefined}>
          <input type="radio" name={question} checked={value === answer} onChange={() => onChange(answer)} />
          <span aria-hidden="true">{mark}</span> {label}
        </label>
      ))}
    </fieldset>
  );
}
