import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation, useParams, useSearchParams } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { ApiProblem } from '../../api/problem.js';
import { Page } from '../../app/page.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { EmptyState, Loading, NotYet, ProblemBox } from '../../ui/problem.js';
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
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
    </Page>
  );
}

function Checking({ ballot }: { ballot: Ballot }) {
  const w = useWords(ballotsWords);
  const { hash } = useLocation();
  const [search] = useSearchParams();
  const came = decodeURIComponent(hash.slice(1)) || (search.get('tracker') ?? '');
  const [typed, setTyped] = useState(came);
  // what came with the address is checked by itself
  const [asked, setAsked] = useState(came === '' ? undefined : came);
  const tracker = useTracker(asked);
  if (ballot.status !== 'counted')
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
          setAsked(typed);
        }}
      >
        <TextField
          label={w('checkCode')}
          help={w('checkCodeHelp')}
          value={typed}
          onChange={setTyped}
          isRequired
          autoComplete="off"
          error={tracker === null ? w('checkCodeWrong') : undefined}
        />
        <Button look="primary" size="big" type="submit">
          {w('checkNow')}
        </Button>
      </form>
      {typeof tracker === 'string' && <Found key={tracker} ballot={ballot} tracker={tracker} />}
    </>
  );
}

/** The tracker somebody asks for; `null`: this is neither a receipt nor a tracker. A receipt is put into no cache and sent nowhere. */
function useTracker(asked: string | undefined): string | null | undefined {
  const [tracker, setTracker] = useState<string | null>();
  useEffect(() => {
    if (asked === undefined) return undefined;
    let isGone = false;
    const receipt = readReceipt(asked);
    void (receipt === null ? Promise.resolve(readTracker(asked)) : trackerOf(receipt)).then((found) => {
      if (!isGone) setTracker(found);
    });
    return () => {
      isGone = true;
    };
  }, [asked]);
  return tracker;
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
