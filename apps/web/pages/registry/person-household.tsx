import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { Box, NotYet } from '../../ui/problem.js';
import { peopleWords } from '../../words/people.words.js';
import { useWords } from '../../words/words.js';
import { DELEGATE } from './person.schemas.js';
import { RecordDialog } from './record-form.js';

/** Who lives together, and who speaks for the household. Its colour is in the visits and nowhere else. */
export function PersonHousehold({ household, mayWrite }: { household: string; mayWrite: boolean }) {
  const w = useWords(peopleWords);
  const [isNaming, setNaming] = useState(false);
  const [isDone, setDone] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('household', household),
    queryFn: () => answered(api.GET('/api/v1/households/{household}', { params: { path: { household } } })),
  });
  return (
    <section className="stack" aria-label={w('household')}>
      <h2>{w('household')}</h2>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined && (
        <>
          <p>
            <bdi>{data.address}</bdi>
          </p>
          <ul className="rg-list">
            {data.people.map(({ id, name, phone }) => (
              <li key={id}>
                <Link to={`/registry/people/${id}`}>
                  <bdi>{name}</bdi>
                </Link>
                <span className="soft small number">{phone ?? w('noPhone')}</span>
              </li>
            ))}
          </ul>
          <h3>{w('delegate')}</h3>
          {data.delegates.length === 0 ? (
            <p className="soft">{w('noDelegate')}</p>
          ) : (
            <ul className="rg-list">
              {data.delegates.map(({ person, name, from, to, slip }) => (
                <li key={`${person} ${from}`}>
                  <bdi>{name}</bdi>
                  <span className="soft small">
                    {to === null ? w('since', { from }) : w('period', { from, to })}
                    {slip !== null && ` · ${w('slipNumber', { slip })}`}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {isDone && (
            <div role="status">
              <Box kind="good">{w('written')}</Box>
            </div>
          )}
          {mayWrite && (
            <p>
              <Button onPress={() => setNaming(true)}>{w('nameDelegate')}</Button>
            </p>
          )}
          {isNaming && (
            <RecordDialog
              isOpen
              onClose={() => setNaming(false)}
              title={w('nameDelegate')}
              action={w('nameDelegate')}
              schema={DELEGATE}
              unit={null}
              parts={{ member: data.people.map(({ id, name }) => ({ id, name })) }}
              send={(value, headers) =>
                answered(
                  api.POST('/api/v1/households/{household}/delegate', {
                    params: { path: { household } },
                    // the form is made from the body of this endpoint; the service checks it again
                    body: value as never,
                    headers,
                  }),
                )
              }
              onDone={() => setDone(true)}
            >
              <p>{w('nameDelegateHelp')}</p>
            </RecordDialog>
          )}
        </>
      )}
    </section>
  );
}
