import { useQuery } from '@tanstack/react-query';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { Box, Loading, ProblemBox } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { SearchBox } from '../../ui/search-box.js';
import { ballotDeskWords } from '../../words/ballot-desk.words.js';
import { coordinatorWords } from '../../words/coordinator.words.js';
import { useBetween, useWords } from '../../words/words.js';
import { useBallotNames, useEntries, useRoll, type RollEntry } from './ballot-desk-data.js';
import type { BallotPartProps } from './ballot-grid.js';
import { partsOf } from './ballot-parts.rules.js';
import { BallotPrints, papersHref } from './ballot-prints.js';
import { RollChangeForm } from './roll-change-form.js';
import { useFilters } from '../../app/use-filters.js';

/** Who may vote, for what, and what was changed of it since the roll was drawn. */
export function BallotRollPart({ ballot }: BallotPartProps) {
  const w = useWords(ballotDeskWords);
  const desk = useWords(coordinatorWords);
  const { values, set } = useFilters(['text']);
  const { rows, doubts, error } = useRoll(ballot.id);
  const { nameOf } = useEntries(ballot.id);
  const columns = useColumns(ballot, rows ?? [], nameOf);
  const { data: me } = useMe();
  // whoever only approves changes is not shown the whole roll
  if (me !== undefined && !partsOf(me.roles).isRunning) return <RollChanges ballot={ballot} />;
  if (error !== null && rows === undefined) return <ProblemBox error={error} />;
  if (rows === undefined) return <Loading />;
  const text = (values.text ?? '').toLowerCase();
  const shown = rows
    .filter(({ entry }) => nameOf(entry).toLowerCase().includes(text))
    .sort((a, b) => nameOf(a.entry).localeCompare(nameOf(b.entry), 'zh-CN', { numeric: true }));
  return (
    <div className="stack">
      {doubts.length > 0 && (
        <Box kind="warn" title={w('doubts')}>
          <ul>
            {doubts.map(({ record, doubt, entry }) => (
              <li key={`${record} ${doubt}`}>
                {entry !== null && nameOf(entry)} {doubt}
              </li>
            ))}
          </ul>
        </Box>
      )}
      <SearchBox label={desk('search')} value={values.text ?? ''} onSearch={(next) => set({ text: next })} />
      <DataTable
        name={w('rollTable')}
        columns={columns}
        rows={shown}
        rowKey={keyOf}
        rowName={({ entry }) => nameOf(entry)}
      />
      <BallotPrints ballot={ballot} />
      <RollChanges ballot={ballot} />
      <RollChangeForm ballot={ballot} />
    </div>
  );
}

function useColumns(
  { id, status }: BallotPartProps['ballot'],
  rows: readonly RollEntry[],
  entryName: (entry: string) => string,
): Column<RollEntry>[] {
  const w = useWords(ballotDeskWords);
  const between = useBetween();
  const nameOf = useBallotNames(
    id,
    rows.flatMap(({ casters }) => casters),
  );
  const stateOf = ({ removed, contested }: RollEntry) => (removed ? 'removed' : contested ? 'contested' : 'onRoll');
  return [
    { key: 'doors', name: w('doors'), width: 'minmax(10rem, 2fr)', cell: ({ entry }) => entryName(entry) },
    {
      key: 'casters',
      name: w('casters'),
      width: 'minmax(8rem, 2fr)',
      cell: ({ casters }) => <bdi>{casters.map(nameOf).join(between)}</bdi>,
    },
    {
      ...{ key: 'weight', name: w('weight'), width: '8rem', align: 'end' as const },
      cell: ({ weights }) => (weights.area === undefined ? '' : (weights.area / 100).toFixed(2)),
    },
    {
      ...{ key: 'state', name: w('state'), width: '9rem' },
      cell: (row) => <Chip kind={stateOf(row) === 'onRoll' ? 'good' : 'warn'}>{w(stateOf(row))}</Chip>,
    },
    {
      ...{ key: 'paper', name: w('paper'), width: '8rem' },
      cell: ({ entry, removed }) =>
        !removed &&
        ['drawn', 'appeals', 'open'].includes(status) && (
          <a href={papersHref(id, { entries: entry })} target="_blank" rel="noreferrer">
            {w('printOne')} <span className="visually-hidden">{entry}</span>
          </a>
        ),
    },
  ];
}

function RollChanges({ ballot }: BallotPartProps) {
  const w = useWords(ballotDeskWords);
  const { data, error } = useQuery({
    queryKey: keys.case(ballot.id, 'roll-changes'),
    queryFn: () =>
      answered(api.GET('/api/v1/ballots/{ballot}/roll-changes', { params: { path: { ballot: ballot.id } } })),
    retry: false,
  });
  const nameOf = useBallotNames(
    ballot.id,
    data?.rows.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]) ?? [],
  );
  return (
    <section className="stack tight" aria-labelledby="roll-changes">
      <h2 id="roll-changes">{w('changes')}</h2>
      {error !== null && <ProblemBox error={error} />}
      {data?.rows.length === 0 && <p className="soft">{w('noChanges')}</p>}
      {data?.rows.map((change) => (
        <RollChange key={change.n} ballot={ballot} change={change} nameOf={nameOf} />
      ))}
    </section>
  );
}

interface RollChangeProps extends BallotPartProps {
  change: Schema<'RollChanges'>['rows'][number];
  nameOf: (person: string | null) => string;
}

const KINDS = ['remove', 'correct', 'add', 'sale'] as const;

function RollChange({ ballot, change, nameOf }: RollChangeProps) {
  const w = useWords(ballotDeskWords);
  const between = useBetween();
  const { nameOf: entryName } = useEntries(ballot.id);
  const command = useCommand((approve: boolean, headers) =>
    answered(
      api.POST('/api/v1/ballots/{ballot}/roll-changes/{change}/decision', {
        params: { path: { ballot: ballot.id, change: change.n } },
        body: { approve },
        headers,
      }),
    ),
  );
  const kind = KINDS.find((one) => one === change.kind);
  return (
    <Card as="div">
      <p className="row">
        <strong>
          {change.n}. {kind === undefined ? change.kind : w(kind)} · {entryName(change.entry)}
        </strong>
        <Chip kind={change.state === 'proposed' ? 'warn' : 'neutral'}>{w(change.state)}</Chip>
      </p>
      {change.doors.length + change.casters.length > 0 && (
        <p>
          {change.doors.join(between)}{' '}
          <bdi>{change.casters.map(({ name }) => name ?? w('somebody')).join(between)}</bdi>{' '}
          {change.after?.area !== undefined && `${(change.after.area / 100).toFixed(2)} m²`}
        </p>
      )}
      <p dir="auto">{change.reason}</p>
      <p className="small soft">
        {w('proposedBy', { name: nameOf(change.proposedBy) })} <When at={change.proposedAt} />
        {change.decidedBy !== null && <> · {w('decidedBy', { name: nameOf(change.decidedBy) })}</>}
      </p>
      {change.state === 'proposed' && (
        <p className="row">
          <Button size="small" look="primary" isPending={command.isPending} onPress={() => command.mutate(true)}>
            {w('approve')}
          </Button>
          <Button size="small" isPending={command.isPending} onPress={() => command.mutate(false)}>
            {w('refuse')}
          </Button>
        </p>
      )}
      {command.error !== null && <ProblemBox error={command.error} />}
    </Card>
  );
}

const keyOf = ({ entry }: { entry: string }): string => entry;
