import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';

import { answered, api } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { ProblemBox } from '../../ui/problem.js';
import { caseLedgerWords } from '../../words/case-ledger.words.js';
import { useWords } from '../../words/words.js';

/** Books a number may stand in: our own first, then the hotline’s. */
const SYSTEMS = ['ledger', '12345'] as const;

/** Goes to the case that has a number, ours or another system’s. */
export function NumberFinder() {
  const w = useWords(caseLedgerWords);
  const id = useId();
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const search = useMutation<string | null, Error, string>({
    mutationFn: caseNumbered,
    onSuccess: (found) => {
      if (found !== null) void navigate(`/cases/${found}`);
    },
  });
  return (
    <form
      role="search"
      aria-label={w('findNumber')}
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (number.trim() !== '') search.mutate(number.trim());
      }}
    >
      <div className="row co-tools">
        <div className="field">
          <label className="field-label" htmlFor={id}>
            {w('number')}
          </label>
          <input
            id={id}
            className="input number"
            value={number}
            placeholder={w('numberHelp')}
            onChange={({ target }) => setNumber(target.value)}
          />
        </div>
        <Button type="submit" isPending={search.isPending}>
          {w('findNumber')}
        </Button>
      </div>
      <div role="status">{search.data === null && <p className="field-error">{w('noSuchNumber')}</p>}</div>
      {search.error !== null && <ProblemBox error={search.error} />}
    </form>
  );
}

async function caseNumbered(number: string): Promise<string | null> {
  for (const system of SYSTEMS)
    try {
      const { case: found } = await answered(
        api.GET('/api/v1/numbers/{system}/{number}', { params: { path: { system, number } } }),
      );
      return found;
    } catch (problem) {
      // what is not written like a number is none
      if (!(problem instanceof ApiProblem) || ![400, 404, 422].includes(problem.status)) throw problem;
    }
  return null;
}
