import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation, useParams, useSearchParams } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { ApiProblem } from '../../api/problem.js';
import { Page } from '../../app/page.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { ballotsWords } from '../../words/ballots.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { useBallot } from './ballot-queries.js';
import { CheckedPaper } from './checked-paper.js';
import type { Ballot } from './paper.rules.js';
import { readReceipt, readTracker, trackerOf } from './receipt.rules.js';
import './ballots.css';
import './voting.css';

/** Whether a paper is among those that were counted. A receipt is turned into its tracker here and is never sent. */
export function CheckPage() {
  const { ballot = '' } = useParams();
  const w = useWords(ballotsWords);
  const inLabel = useLabel();
  const { data, error, refetch } = useBallot(ballot);
  return (
    <Page
      title={w('checkTitle')}
      canBeRead
      above={data !== undefined && <Link to={`/ballots/${data.id}`}>{inLabel(data.title)}</Link>}
    >
      {data !== undefined && <Checking ballot={data} />}
      {data === undefined &&
        (error === null ? <Loading /> : <ProblemBox error={error} onRetry={() => void refetch()} />)}
    </Page>
  );
}

function Checking({ ballot }: { ballot: Ballot }) {
  const w = useWords(ballotsWords);
  const { hash } = useLocation();
  const [search] = useSearchParams();
  const scanned = decodeURIComponent(hash.slice(1));
  const [typed, setTyped] = useState(scanned || (search.get('tracker') ?? ''));
  const [tracker, setTracker] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const isCounted = ballot.status === 'counted';
  const check = async (text: string): Promise<void> => {
    const receipt = readReceipt(text);
    const found = receipt === null ? readTracker(text) : await trackerOf(receipt);
    setWrong(found === null);
    setTracker(found);
  };
  useEffect(() => {
    if (isCounted && typed !== '') void check(typed);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what came with the address is checked by itself
  }, []);
  if (!isCounted)
    return (
      <EmptyState title={w('checkNotYet')}>
        <p>{w('checkNotYetHelp')}</p>
      </EmptyState>
    );
  return (
    <>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void check(typed);
        }}
      >
        <TextField
          label={w('checkCode')}
          help={w('checkCodeHelp')}
          value={typed}
          onChange={setTyped}
          isRequired
          autoComplete="off"
          error={isWrong ? w('checkCodeWrong') : undefined}
        />
        <Button look="primary" size="big" type="submit">
          {w('checkNow')}
        </Button>
      </form>
      {tracker !== null && <Found key={tracker} ballot={ballot} tracker={tracker} />}
    </>
  );
}

function Found({ ballot, tracker }: { ballot: Ballot; tracker: string }) {
  const w = useWords(ballotsWords);
  const { data, error, refetch } = useQuery({
    queryKey: keys.case(ballot.id, 'paper', tracker),
    queryFn: () =>
      answered(
        api.GET('/api/v1/ballots/{ballot}/papers/{tracker}', { params: { path: { ballot: ballot.id, tracker } } }),
      ),
  });
  if (data !== undefined) return <CheckedPaper ballot={ballot} found={data} />;
  if (error === null) return <Loading />;
  if (error instanceof ApiProblem && error.status === 404)
    return (
      <div role="alert">
        <EmptyState title={w('paperMissing')}>
          <p>{w('paperMissingHelp')}</p>
        </EmptyState>
      </div>
    );
  return <ProblemBox error={error} onRetry={() => void refetch()} />;
}
