import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { holds, useMe } from '../../app/session.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { rulesWords } from '../../words/rules.words.js';
import { useWords } from '../../words/words.js';
import { usePlace } from './use-place.js';
import './books.css';

/** Bodies that serve a community and who sits in them, with their terms. */
export function BodiesPage() {
  const w = useWords(rulesWords);
  const unit = usePlace();
  const { data: me } = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('bodies', unit),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}/bodies', { params: { path: { unit: unit ?? '' } } })),
    enabled: unit !== null,
  });
  const bodies = (data?.rows ?? []).filter(({ kind }) => kind === 'body' || kind === 'branch');
  const mayRead = holds(me, 'coordinator', 'secretary', 'chair', 'recorder', 'operator', 'leader', 'gridLeader');
  return (
    <Page title={w('bodies')} above={<Link to="/rules">{w('back')}</Link>}>
      {error !== null && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && bodies.length === 0 && <EmptyState title={w('noBodies')} />}
      {bodies.map(({ id, name }) => (
        <section key={id} className="stack tight" aria-labelledby={`body-${id}`}>
          <h2 id={`body-${id}`}>{name}</h2>
          {mayRead && <Seats unit={id} />}
        </section>
      ))}
    </Page>
  );
}

function Seats({ unit }: { unit: string }) {
  const w = useWords(rulesWords);
  const { data } = useQuery({
    queryKey: keys.book('seats', unit),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}/offices', { params: { path: { unit } } })),
  });
  if (data === undefined) return null;
  if (data.rows.length === 0) return <p className="soft">{w('vacant')}</p>;
  return (
    <details>
      <summary>{w('seats', { n: data.rows.length })}</summary>
      <table className="book-table">
        <thead>
          <tr>
            <th scope="col">{w('holder')}</th>
            <th scope="col">{w('role')}</th>
            <th scope="col">{w('term')}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((seat) => (
            <tr key={seat.id}>
              <td>
                <bdi>{seat.personName}</bdi>{' '}
                {seat.substitute !== null && (
                  <span className="soft small">{w('substitute', { name: seat.substitute })}</span>
                )}
              </td>
              <td>
                {w(`role_${seat.role as 'chair'}`)} <span className="soft small">{seat.constituencyName}</span>
              </td>
              <td>
                {seat.from} – {seat.to ?? w('openEnd')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
