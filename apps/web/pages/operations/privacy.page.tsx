import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { holds, useMe, useSession } from '../../app/session.js';
import { useNames } from '../../app/names.js';
import { useTimes } from '../../app/times.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { EmptyState, Loading } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { operationsWords } from '../../words/operations.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { AskedAct, PlainTable, Read } from './parts.js';
import '../../ui/chart.css';
import './operations.css';

/** What those who watch over privacy look at: looks, corrections, erasures, holds, what is past its time. */
export function PrivacyPage() {
  const w = useWords(operationsWords);
  const { data: session } = useSession();
  const { data: me } = useMe();
  if (session === undefined || (session.person !== null && me === undefined))
    return (
      <Page title={w('privacyTitle')}>
        <Loading />
      </Page>
    );
  const [audits, erases, corrects] = [
    holds(me, 'supervisor', 'operator'),
    holds(me, 'coordinator', 'operator'),
    holds(me, 'coordinator', 'operator'),
  ];
  if (!audits && !erases)
    return (
      <Page title={w('privacyTitle')}>
        <EmptyState title={w('notYours')}>
          <p>{w('notYoursHelp')}</p>
          <LinkButton to="/sign-in?next=/privacy">{w('signIn')}</LinkButton>
        </EmptyState>
      </Page>
    );
  return (
    <Page title={w('privacyTitle')} width="full">
      <p className="soft">{w('privacyHelp')}</p>
      {corrects && <Corrections />}
      {erases && <Erasures />}
      {erases && <Holds />}
      {audits && <Looks />}
      {audits && <Retention />}
    </Page>
  );
}

function Section({
  name,
  children,
}: {
  name: 'looks' | 'corrections' | 'erasures' | 'holds' | 'retention';
  children: ReactNode;
}) {
  const w = useWords(operationsWords);
  return (
    <section className="stack" aria-labelledby={name}>
      <h2 id={name}>{w(name)}</h2>
      {children}
    </section>
  );
}

function Corrections() {
  const w = useWords(operationsWords);
  const query = useQuery({
    queryKey: keys.list('corrections'),
    queryFn: () => answered(api.GET('/api/v1/privacy/corrections')),
  });
  const nameOf = useNames(query.data?.rows.map(({ person }) => person) ?? []);
  const answers = [
    ['answerDone', 'done'],
    ['answerRefused', 'refused'],
  ] as const;
  return (
    <Section name="corrections">
      <Read query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={w('correctionsNone')} />
          ) : (
            <>
              {rows.map(({ id, person, field, wanted, askedAt }) => (
                <Card key={id}>
                  <p>
                    <strong>
                      <bdi>{nameOf(person) ?? person}</bdi> · {field}
                    </strong>{' '}
                    <When at={askedAt} />
                  </p>
                  <p dir="auto">
                    {w('wanted')} {wanted}
                  </p>
                  <div className="row">
                    {answers.map(([word, state]) => (
                      <AskedAct
                        key={state}
                        {...{ act: w(word), name: nameOf(person) ?? field, help: w('privacyHelp'), asks: w('answer') }}
                        send={(answer, headers) =>
                          answered(
                            api.POST('/api/v1/privacy/corrections/{id}/answer', {
                              params: { path: { id } },
                              ...{ body: { state, answer }, headers },
                            }),
                          )
                        }
                      />
                    ))}
                  </div>
                </Card>
              ))}
            </>
          )
        }
      </Read>
    </Section>
  );
}

function Erasures() {
  const w = useWords(operationsWords);
  const query = useQuery({
    queryKey: keys.list('erasures'),
    queryFn: () => answered(api.GET('/api/v1/privacy/erasures')),
  });
  const nameOf = useNames(
    query.data?.rows.flatMap(({ person, askedBy, decidedBy }) => [person, askedBy, decidedBy ?? '']) ?? [],
  );
  return (
    <Section name="erasures">
      <Read query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={w('erasuresNone')} />
          ) : (
            <>
              {rows.map((row) => (
                <ErasureCard key={row.id} row={row} nameOf={nameOf} />
              ))}
            </>
          )
        }
      </Read>
    </Section>
  );
}

function ErasureCard({ row, nameOf }: { row: Schema<'Erasure'>; nameOf: ReturnType<typeof useNames> }) {
  const w = useWords(operationsWords);
  const { inWords } = useTimes();
  const { id, person, ground, state, askedAt, askedBy, decidedAt, decidedBy, answer } = row;
  const name = nameOf(person) ?? person;
  const path = { params: { path: { id } } };
  const isOver = state !== 'asked';
  return (
    <Card>
      <p className="row">
        <Link to={`/registry/people/${person}`}>
          <strong>
            <bdi>{name}</bdi>
          </strong>
        </Link>
        <Chip kind={isOver ? 'neutral' : 'warn'}>{w(`erasure_${state}`)}</Chip>
        <When at={askedAt} />
      </p>
      <p className="soft">
        {w('ground')} {w(`ground_${ground}`)} · <bdi>{nameOf(askedBy) ?? askedBy}</bdi>
      </p>
      {decidedBy !== null && decidedAt !== null && (
        <p dir="auto">
          {w('decidedBy', { who: nameOf(decidedBy) ?? decidedBy, at: inWords(decidedAt, 'short') })} {answer}
        </p>
      )}
      <div className="row">
        <AskedAct
          {...{ act: w('confirmErasure'), name, help: w('confirmErasureHelp'), isOver }}
          look="danger"
          send={(_, headers) => answered(api.POST('/api/v1/privacy/erasures/{id}/confirm', { ...path, headers }))}
        />
        <AskedAct
          {...{ act: w('refuseErasure'), name, help: w('refuseErasureHelp'), asks: w('refuseErasureWhy'), isOver }}
          send={(why, headers) =>
            answered(api.POST('/api/v1/privacy/erasures/{id}/refuse', { ...path, body: { answer: why }, headers }))
          }
        />
      </div>
    </Card>
  );
}

function Holds() {
  const w = useWords(operationsWords);
  const query = useQuery({
    queryKey: keys.list('holds'),
    queryFn: () => answered(api.GET('/api/v1/privacy/holds')),
  });
  const nameOf = useNames(query.data?.rows.map(({ person }) => person) ?? []);
  return (
    <Section name="holds">
      <Read query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={w('holdsNone')} />
          ) : (
            <PlainTable
              name={w('holds')}
              heads={[w('person'), w('authority'), w('since'), w('which')]}
              rows={rows.map((row) => ({
                key: row.id,
                cells: [
                  <bdi key="person">{nameOf(row.person) ?? row.person}</bdi>,
                  row.authority,
                  `${row.from} – ${row.to ?? ''}`,
                  <AskedAct
                    key="lift"
                    {...{ act: w('lift'), name: nameOf(row.person) ?? row.authority, help: w('liftHelp') }}
                    send={(_, headers) =>
                      answered(
                        api.POST('/api/v1/privacy/holds/{id}/lift', { params: { path: { id: row.id } }, headers }),
                      )
                    }
                  />,
                ],
              }))}
            />
          )
        }
      </Read>
    </Section>
  );
}

function Looks() {
  const w = useWords(operationsWords);
  const query = useQuery({
    queryKey: keys.list('looks'),
    queryFn: () => answered(api.GET('/api/v1/privacy/looks', { params: { query: { limit: 200 } } })),
  });
  const nameOf = useNames(query.data?.rows.flatMap(({ person }) => person ?? []) ?? []);
  return (
    <Section name="looks">
      <Read query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={w('looksNone')} />
          ) : (
            <PlainTable
              name={w('looks')}
              heads={[w('when'), w('lookedBy'), w('whose'), w('field'), w('reason')]}
              rows={rows.map((row) => ({
                key: String(row.seq),
                cells: [
                  <When key="at" at={row.at} exact />,
                  <bdi key="by">{row.byName}</bdi>,
                  <bdi key="whose">{nameOf(row.person) ?? row.person ?? row.household}</bdi>,
                  row.field,
                  <bdi key="why">{row.reason}</bdi>,
                ],
              }))}
            />
          )
        }
      </Read>
    </Section>
  );
}

function Retention() {
  const w = useWords(operationsWords);
  const inLabel = useLabel();
  const query = useQuery({
    queryKey: keys.list('retention'),
    queryFn: () => answered(api.GET('/api/v1/privacy/retention')),
  });
  return (
    <Section name="retention">
      <p className="soft">{w('retentionHelp')}</p>
      <Read query={query}>
        {({ rows }) => (
          <ul>
            {rows.map(({ name, label, days, count }) => (
              <li key={name}>
                {inLabel(label)}: {w('kept', { n: days })} · {w('records', { n: count })}
              </li>
            ))}
          </ul>
        )}
      </Read>
    </Section>
  );
}
