import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { Confirm } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { Box, NotYet, ProblemBox } from '../../ui/problem.js';
import { When } from '../../ui/status.js';
import { changeWords } from '../../words/changes.words.js';
import { useBetween, useWords } from '../../words/words.js';
import { SourceName } from './changes.page.js';
import { mayDo } from './reach.rules.js';
import { RegistryNav } from './registry-nav.js';
import { useLineage } from './units.js';
import { useNames } from './use-names.js';

type Change = Schema<'RegistryChangeView'>;

/** One change: who, when, why, which records; taking it back. */
export function ChangePage() {
  const w = useWords(changeWords);
  const { change: id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: keys.list('registry-change', id),
    queryFn: () => answered(api.GET('/api/v1/registry-changes/{change}', { params: { path: { change: id } } })),
  });
  return (
    <Page
      title={data?.reason ?? w('change')}
      above={
        <p>
          <Link to="/registry/changes">{w('changes')}</Link>
        </p>
      }
    >
      <RegistryNav />
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined && <ChangeView change={data} />}
    </Page>
  );
}

/** Kinds of records and names of fields that have a word. */
const NAMED = [
  ...(['unit', 'person', 'household', 'premises', 'ownership', 'office', 'residence', 'delegate'] as const),
  ...(['matter', 'duty', 'authorisation', 'name', 'phone', 'address', 'code', 'parent'] as const),
  ...(['birthYear', 'gender', 'flags', 'area', 'from', 'to'] as const),
];

const PAGES: Partial<Record<string, string>> = { unit: '/registry/units/', person: '/registry/people/' };

function ChangeView({ change }: { change: Change }) {
  const w = useWords(changeWords);
  const between = useBetween();
  const { data: me } = useMe();
  const lineage = useLineage(change.unit ?? '');
  const nameOf = useNames(change.records.filter(({ entity }) => entity in PAGES).map(({ id }) => id));
  const mayUndo = change.unit === null ? mayDo(me, 'write') : mayDo(me, 'write', lineage ?? []);
  const named = (word: string): string => {
    const known = NAMED.find((one) => one === word);
    return known === undefined ? word : w(known);
  };
  return (
    <div className="stack loose">
      <Facts
        facts={[
          [w('who'), <bdi key="who">{change.byName ?? w('system')}</bdi>],
          [w('how'), <SourceName key="how" source={change.source} />],
          [w('when'), <When key="when" at={change.at} exact />],
          [w('on'), change.on],
          [
            w('ofImport'),
            change.import === null ? null : (
              <Link key="import" to={`/registry/imports/${change.import}`}>
                {w('toImport')}
              </Link>
            ),
          ],
        ]}
      />
      {change.undoneBy !== null && (
        <Box kind="warn">
          <Link to={`/registry/changes/${change.undoneBy}`}>{w('wasUndone')}</Link>
        </Box>
      )}
      {change.undoes !== null && (
        <Box kind="info">
          <Link to={`/registry/changes/${change.undoes}`}>{w('undoesThat')}</Link>
        </Box>
      )}
      <section className="stack" aria-label={w('records')}>
        <h2>{w('records')}</h2>
        <p className="soft">{w('recordCount', { n: change.records.length })}</p>
        <ul className="rg-list">
          {change.records.map(({ entity, id, fields }) => (
            <li key={`${entity} ${id}`}>
              <span>
                {named(entity)}{' '}
                {PAGES[entity] !== undefined && (
                  <Link to={`${PAGES[entity]}${id}`}>
                    <bdi>{nameOf(id)}</bdi>
                  </Link>
                )}
              </span>
              <span className="soft small">{fields.map(named).join(between)}</span>
            </li>
          ))}
        </ul>
      </section>
      {mayUndo && change.undoneBy === null && <Undo change={change} />}
    </div>
  );
}

function Undo({ change }: { change: Change }) {
  const w = useWords(changeWords);
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const undo = useCommand(
    (body: { reason: string }, headers) =>
      answered(
        api.POST('/api/v1/registry-changes/{change}/undo', { params: { path: { change: change.id } }, body, headers }),
      ),
    { onDone: () => void navigate('/registry/changes') },
  );
  return (
    <p>
      <Button look="danger" onPress={() => setAsking(true)}>
        {w('undo')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={w('undoTitle')}
        action={w('undo')}
        look="danger"
        isPending={undo.isPending}
        onConfirm={() => {
          setTried(true);
          if (reason.trim() !== '') undo.mutate({ reason: reason.trim() });
        }}
        onClose={() => setAsking(false)}
      >
        <p>{w('undoHelp', { n: change.records.length })}</p>
        <TextField
          label={w('why')}
          isRequired
          maxLength={160}
          value={reason}
          onChange={setReason}
          error={isTried && reason.trim() === '' ? w('whyNeeded') : undefined}
        />
        {undo.error !== null && <ProblemBox error={undo.error} />}
      </Confirm>
    </p>
  );
}
