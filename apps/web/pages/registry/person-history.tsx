import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { Loading, ProblemBox } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { peopleWords } from '../../words/people.words.js';
import { useWords } from '../../words/words.js';
import { useNames } from './use-names.js';

/** What was registered of a person, and where they lived; read when somebody asks for it. */
export function PersonHistory({ person }: { person: string }) {
  const w = useWords(peopleWords);
  const [isShown, setShown] = useState(false);
  return (
    <section className="stack" aria-label={w('history')}>
      <h2>{w('history')}</h2>
      {isShown ? (
        <Versions person={person} />
      ) : (
        <p>
          <Button onPress={() => setShown(true)}>{w('showHistory')}</Button>
        </p>
      )}
    </section>
  );
}

function Versions({ person }: { person: string }) {
  const w = useWords(peopleWords);
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('person', person, 'history'),
    queryFn: () => answered(api.GET('/api/v1/people/{person}/history', { params: { path: { person } } })),
  });
  const nameOf = useNames((data?.rows ?? []).flatMap(({ by, unit }) => (by === null ? [unit] : [by, unit])));
  if (error !== null && data === undefined) return <ProblemBox error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <>
      <h3>{w('residences')}</h3>
      {data.residences.length === 0 && <p className="soft">{w('noResidences')}</p>}
      <ul className="rg-list">
        {data.residences.map(({ household, address, from, to }) => (
          <li key={`${household} ${from}`}>
            <bdi>{address}</bdi>
            <span className="soft small">{to === null ? w('since', { from }) : w('period', { from, to })}</span>
          </li>
        ))}
      </ul>
      <h3>{w('versions')}</h3>
      <ol className="rg-list" reversed>
        {[...data.rows].reverse().map(({ at, by, from, to, isVoid, name, reason, unit }) => (
          <li key={`${at} ${from} ${name}`}>
            <span className="rg-what">
              <span>
                <bdi>{name}</bdi> · <bdi>{nameOf(unit)}</bdi>
              </span>
              <span className="soft small">
                <bdi>{reason}</bdi>
              </span>
            </span>
            <span className="rg-what small soft">
              <span>{to === null ? w('since', { from }) : w('period', { from, to })}</span>
              <span>
                {by === null ? w('bySystem') : <bdi>{nameOf(by)}</bdi>} <When at={at} exact />
              </span>
              {isVoid && <Chip kind="warn">{w('isVoid')}</Chip>}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
