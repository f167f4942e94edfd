import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { allOf } from '../../api/closed-set.js';
import { keys } from '../../api/keys.js';
import { now } from '../../app/clock.js';
import { Page } from '../../app/page.js';
import type { FieldSchema } from '../../forms/schema.types.js';
import { Button } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { Confirm } from '../../ui/dialog.js';
import { Box, NotYet, ProblemBox } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { visitWords } from '../../words/visits.words.js';
import { RecordDialog } from './record-form.js';
import { VISIT_SHAPES, type VisitColour } from './visits.rules.js';
import { useNames } from './use-names.js';
import { choiceOf, labelOf } from './vocabulary.rules.js';

type Visited = Schema<'VisitedHousehold'>;
const OUTCOMES = {
  met: 'met',
  'spoken by phone': 'byPhone',
  'not home': 'notHome',
  declined: 'declined',
  'needs help': 'needsHelp',
} as const;
const said = (key: keyof typeof visitWords) => labelOf(visitWords, key);

/** What a visit to a household needs to know, to its holder and to who assigns there; recording a visit. */
export function VisitPage() {
  const w = useWords(visitWords);
  const { household = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: keys.mine('visit', household),
    queryFn: () => answered(api.GET('/api/v1/visits/households/{household}', { params: { path: { household } } })),
    // a look of who assigns is journaled: it is not repeated by itself
    refetchOnWindowFocus: false,
    staleTime: 300_000,
  });
  return (
    <Page
      title={data?.household.address ?? w('household')}
      above={
        <p>
          <Link to="/visits">{w('visits')}</Link>
        </p>
      }
    >
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined && <Household visited={data} />}
    </Page>
  );
}

const FLAGS = allOf<Schema<'PersonView'>['flags'][number]>()([
  'partyMember',
  'disabled',
  'floating',
  'retired',
  'unemployed',
  'livesAlone',
  'noPhone',
  'lowIncome',
  'underGuardianship',
]);

/** The colour of a household as a word with a shape of its own. */
function ColourMark({ colour }: { colour: VisitColour }) {
  const w = useWords(visitWords);
  return (
    <span className="rg-visit">
      <span aria-hidden="true" className={`rg-visit-shape ${colour}`}>
        {VISIT_SHAPES[colour]}
      </span>
      {w(colour)}
    </span>
  );
}

function Household({ visited }: { visited: Visited }) {
  const w = useWords(visitWords);
  const { household, claim, everyDays, due, visits } = visited;
  const [doing, setDoing] = useState<'record' | 'end' | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const nameOf = useNames(visits.map(({ visitor }) => visitor));
  const end = useCommand(
    (id: string, headers) =>
      answered(api.POST('/api/v1/visits/claims/{claim}/end', { params: { path: { claim: id } }, headers })),
    { onDone: () => setDoing(null) },
  );
  return (
    <div className="stack loose">
      <section className="stack" aria-label={w('needToKnow')}>
        <Box kind="note">{w(claim === null ? 'lookIsRecorded' : 'confidential')}</Box>
        <p>
          <ColourMark colour={household.colour} />
        </p>
        <Facts
          facts={[
            [w('howOften'), w('everyDays', { n: everyDays })],
            [w('nextDue'), due],
          ]}
        />
        <h2>{w('members')}</h2>
        <ul className="rg-list">
          {household.members.map(({ person, name, birthYear, flags }) => (
            <li key={person}>
              <span>
                <bdi>{name}</bdi>{' '}
                {birthYear !== null && <span className="soft small">{w('bornIn', { year: birthYear })}</span>}
              </span>
              <span className="row">
                {flags.map((flag) => {
                  const word = FLAGS.find((one) => one === flag);
                  return <Chip key={flag}>{word === undefined ? flag : w(word)}</Chip>;
                })}
              </span>
            </li>
          ))}
        </ul>
        {next !== null && (
          <div role="status">
            <Box kind="good">{w('recorded', { day: next })}</Box>
          </div>
        )}
        {claim !== null && (
          <p className="row">
            <Button look="primary" size="big" onPress={() => setDoing('record')}>
              {w('record')}
            </Button>
            <Button onPress={() => setDoing('end')}>{w('endClaim')}</Button>
          </p>
        )}
      </section>
      <section className="stack" aria-label={w('visitsSoFar')}>
        <h2>{w('visitsSoFar')}</h2>
        {visits.length === 0 && <p className="soft">{w('neverVisited')}</p>}
        <ol className="rg-list">
          {visits.map(({ id, at, visitor, outcome, note }) => (
            <li key={id}>
              <span className="rg-what">
                <span>
                  <strong>{w(OUTCOMES[outcome])}</strong> · <bdi>{nameOf(visitor)}</bdi>
                </span>
                {note !== null && (
                  <span dir="auto" className="keep-lines">
                    {note}
                  </span>
                )}
              </span>
              <When at={at} exact />
            </li>
          ))}
        </ol>
      </section>
      {doing === 'record' && claim !== null && (
        <RecordVisit claim={claim} onClose={() => setDoing(null)} onDone={setNext} />
      )}
      <Confirm
        isOpen={doing === 'end'}
        title={w('endClaimTitle')}
        action={w('endClaim')}
        isPending={end.isPending}
        onConfirm={() => claim !== null && end.mutate(claim)}
        onClose={() => setDoing(null)}
      >
        <p>{w('endClaimHelp')}</p>
        {end.error !== null && <ProblemBox error={end.error} />}
      </Confirm>
    </div>
  );
}

const outcomes = choiceOf(visitWords, Object.values(OUTCOMES));
const VISIT: FieldSchema = {
  type: 'object',
  required: ['outcome', 'at'],
  properties: {
    outcome: { ...outcomes, label: said('outcome') },
    at: { type: 'string', format: 'date-time', label: said('when') },
    note: { type: 'string', maxLength: 2000, label: said('note'), help: said('noteHelp') },
  },
};

function RecordVisit({
  claim,
  onClose,
  onDone,
}: {
  claim: string;
  onClose: () => void;
  onDone: (day: string) => void;
}) {
  const w = useWords(visitWords);
  const [at] = useState(() => new Date(Math.floor(now() / 60_000) * 60_000).toISOString());
  return (
    <RecordDialog
      isOpen
      onClose={onClose}
      title={w('record')}
      action={w('record')}
      schema={VISIT}
      given={{ at }}
      unit={null}
      send={(value, headers) => {
        const outcome = Object.entries(OUTCOMES).find(([, word]) => word === value['outcome'])?.[0];
        // the form is made from the body of this endpoint; the service checks it again
        return answered(api.POST('/api/v1/visits', { body: { ...value, outcome, claim } as never, headers }));
      }}
      onDone={({ due }) => onDone(due)}
    />
  );
}
