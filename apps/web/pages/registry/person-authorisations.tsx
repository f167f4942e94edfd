import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { NotYet, ProblemBox } from '../../ui/problem.js';
import { peopleWords } from '../../words/people.words.js';
import { useWords } from '../../words/words.js';
import type { Person } from './person.page.js';
import { AUTHORISE } from './person.schemas.js';
import { RecordDialog } from './record-form.js';

type Authorised = Schema<'Authorisations'>['given'][number];

/** Relatives who may act for a person, and for whom the person may act; entered from a signed slip. */
export function PersonAuthorisations({ person, mayWrite }: { person: Person; mayWrite: boolean }) {
  const w = useWords(peopleWords);
  const [isEntering, setEntering] = useState(false);
  const [ending, setEnding] = useState<Authorised | null>(null);
  const path = { person: person.id };
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('authorisations', person.id),
    queryFn: () => answered(api.GET('/api/v1/people/{person}/authorisations', { params: { path } })),
  });
  const end = useCommand(
    (id: string, headers) =>
      answered(
        api.POST('/api/v1/people/{person}/authorisations/{id}/end', { params: { path: { ...path, id } }, headers }),
      ),
    { onDone: () => setEnding(null) },
  );
  return (
    <section className="stack" aria-label={w('authorisations')}>
      <h2>{w('authorisations')}</h2>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined && (
        <>
          {data.given.length === 0 && data.held.length === 0 && <p className="soft">{w('noAuthorisations')}</p>}
          <ul className="rg-list">
            {data.given.map((one) => (
              <Row key={one.id} one={one} said={w('mayActFor', { name: person.name })}>
                {mayWrite && (
                  <Button
                    size="small"
                    onPress={() => setEnding(one)}
                    aria-label={w('endAuthorisationOf', { name: one.name })}
                  >
                    {w('endAuthorisation')}
                  </Button>
                )}
              </Row>
            ))}
            {data.held.map((one) => (
              <Row key={one.id} one={one} said={w('isActedFor', { name: person.name })} />
            ))}
          </ul>
        </>
      )}
      {mayWrite && (
        <p>
          <Button onPress={() => setEntering(true)}>{w('authorise')}</Button>
        </p>
      )}
      {isEntering && (
        <RecordDialog
          isOpen
          onClose={() => setEntering(false)}
          title={w('authoriseTitle', { name: person.name })}
          action={w('authorise')}
          schema={AUTHORISE}
          unit={null}
          send={(value, headers) =>
            answered(
              // the form is made from the body of this endpoint; the service checks it again
              api.POST('/api/v1/people/{person}/authorisations', { params: { path }, body: value as never, headers }),
            )
          }
          onDone={() => undefined}
        >
          <p>{w('authoriseHelp')}</p>
        </RecordDialog>
      )}
      <Confirm
        isOpen={ending !== null}
        title={w('endAuthorisationTitle', { agent: ending?.name ?? '', name: person.name })}
        action={w('endAuthorisation')}
        look="danger"
        isPending={end.isPending}
        onConfirm={() => ending !== null && end.mutate(ending.id)}
        onClose={() => setEnding(null)}
      >
        <p>{w('endAuthorisationHelp')}</p>
        {end.error !== null && <ProblemBox error={end.error} />}
      </Confirm>
    </section>
  );
}

function Row({ one, said, children }: { one: Authorised; said: string; children?: React.ReactNode }) {
  const w = useWords(peopleWords);
  const { person, name, from, to } = one;
  return (
    <li>
      <span className="rg-what">
        <Link to={`/registry/people/${person}`}>
          <bdi>{name}</bdi>
        </Link>
        <span className="soft small">
          {said} · {to === null ? w('since', { from }) : w('period', { from, to })}
        </span>
      </span>
      {children}
    </li>
  );
}
