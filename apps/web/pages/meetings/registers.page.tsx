import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { Facts } from '../../ui/card.js';
import { NativeSelect } from '../../ui/select-field.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { rulesWords } from '../../words/rules.words.js';
import { useBetween, useWords } from '../../words/words.js';
import { usePlace } from './use-place.js';
import { usePaged } from '../../api/paged.js';
import { PagedRows } from '../../ui/paged-rows.js';
import './books.css';

const KINDS = ['resolution', 'covenant', 'pledge', 'procedure'] as const;

/** What a community has decided: resolutions, covenants, pledges, rules of procedure, newest first. */
export function RegistersPage() {
  const w = useWords(rulesWords);
  const unit = usePlace();
  const [search, setSearch] = useSearchParams();
  const kind = KINDS.find((one) => one === search.get('kind'));
  const list = usePaged(
    keys.book('registers', unit, kind),
    (from) => {
      const query = { unit: unit ?? '', limit: 50, ...(kind === undefined ? {} : { kind }), ...from };
      return answered(api.GET('/api/v1/registers', { params: { query } }));
    },
    { isEnabled: unit !== null },
  );
  return (
    <Page
      title={w('registers')}
      above={<Link to="/rules">{w('back')}</Link>}
      canBeRead
      actions={unit !== null && <a href={`/register?unit=${unit}`}>{w('printQr')}</a>}
    >
      <NativeSelect
        label={w('kind')}
        empty={w('allKinds')}
        value={kind ?? null}
        choices={KINDS.map((value) => ({ value, label: w(`kind_${value}`) }))}
        onChange={(chosen) =>
          setSearch((before) => {
            const next = new URLSearchParams(before);
            if (chosen === null) next.delete('kind');
            else next.set('kind', chosen);
            return next;
          })
        }
      />
      <PagedRows list={list} empty={<EmptyState title={w('noRegister')} />}>
        {(rows) => (
          <table className="book-table">
            <thead>
              <tr>
                <th scope="col">{w('number')}</th>
                <th scope="col">{w('nameOfRule')}</th>
                <th scope="col">{w('since')}</th>
                <th scope="col">{w('state')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Link to={`/registers/${row.id}`}>{row.number}</Link>
                  </td>
                  <td>
                    <bdi>{row.title}</bdi> <span className="soft small">{w(`kind_${row.kind}`)}</span>
                  </td>
                  <td>{row.inForceFrom}</td>
                  <td>
                    <Chip kind={row.state === 'inForce' ? 'good' : 'neutral'}>{w(`state_${row.state}`)}</Chip>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </PagedRows>
    </Page>
  );
}

/** One entry with its versions, newest first: what was decided, under which certificate, who signed. */
export function RegisterEntryPage() {
  const { entry = '' } = useParams();
  const w = useWords(rulesWords);
  const between = useBetween();
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('register', entry),
    queryFn: () => answered(api.GET('/api/v1/registers/{entry}', { params: { path: { entry } } })),
  });
  return (
    <Page
      title={data?.title ?? w('registers')}
      above={<Link to={data === undefined ? '/registers' : `/registers?unit=${data.unit}`}>{w('registers')}</Link>}
      canBeRead
      actions={<a href={`/register/${entry}`}>{w('printQr')}</a>}
    >
      {error !== null && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <Facts
          facts={[
            [w('number'), data.number],
            [w('kind'), w(`kind_${data.kind}`)],
            [w('state'), w(`state_${data.state}`)],
            [w('since'), data.inForceFrom],
          ]}
        />
      )}
      {[...(data?.versions ?? [])].reverse().map((version) => (
        <section key={version.version} className="card" aria-label={w('versionN', { n: version.version })}>
          <h2>{w('versionN', { n: version.version })}</h2>
          <p className="keep-lines" dir="auto">
            {version.text}
          </p>
          <Facts
            facts={[
              [w('adoptedOn'), version.adoptedOn],
              [w('filedWith'), version.filedOn === null ? null : `${version.filingNumber ?? ''} ${version.filedOn}`],
            ]}
          />
          <p>
            <Chip kind="info">{w('signatures', { n: Math.max(version.signatures.length, version.signatories) })}</Chip>{' '}
            {version.signatures.map(({ name }) => name ?? '').join(between)}
          </p>
          {version.decidedBy !== null && (
            <p>
              <Link to={`/cases/${version.decidedBy}`}>{w('seeCase')}</Link>
            </p>
          )}
        </section>
      ))}
    </Page>
  );
}
