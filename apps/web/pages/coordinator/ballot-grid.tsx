import { useQuery } from '@tanstack/react-query';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { ballotDeskWords } from '../../words/ballot-desk.words.js';
import { useBetween, useWords } from '../../words/words.js';
import { useBallotNames, useBuildings, useRoll } from './ballot-desk-data.js';
import { CELL_STATES, cellStates, percentOf, SIGNS } from './ballot-grid.rules.js';
import { useFilters } from '../../app/use-filters.js';

export interface BallotPartProps {
  ballot: Schema<'Ballot'>;
}

/** Turnout by building; of a named ballot every flat with whether it has voted, and the doors to knock at. */
export function BallotGrid({ ballot }: BallotPartProps) {
  const w = useWords(ballotDeskWords);
  const { values, set } = useFilters(['building']);
  const { data, error, refetch } = useQuery({
    queryKey: keys.case(ballot.id, 'turnout'),
    queryFn: () => answered(api.GET('/api/v1/ballots/{ballot}/turnout', { params: { path: { ballot: ballot.id } } })),
    retry: false,
  });
  const nameOf = useBallotNames(ballot.id, data?.rows.map(({ building }) => building) ?? []);
  if (error !== null && data === undefined) return <ProblemBox error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (data.rows.length === 0)
    return (
      <EmptyState title={w('noTurnout')}>
        <p>{w('noTurnoutHelp')}</p>
      </EmptyState>
    );
  const sorted = data.rows.toSorted((a, b) =>
    nameOf(a.building).localeCompare(nameOf(b.building), 'zh-CN', { numeric: true }),
  );
  const [entries, took] = [sum(data.rows, 'entries'), sum(data.rows, 'took')];
  const shown = values.building ?? sorted.find(({ building }) => building !== null)?.building ?? null;
  return (
    <div className="stack">
      <p>
        <strong>{w('tookPart', { took, entries, percent: percentOf(took, entries) })}</strong>
      </p>
      <ul className="bd-buildings" aria-label={w('byBuilding')}>
        {sorted.map((row) => (
          <li key={row.building ?? ''}>
            <button
              type="button"
              className="card-button bd-building"
              aria-pressed={row.building === shown}
              disabled={row.building === null}
              onClick={() => set({ building: row.building })}
            >
              <strong>{row.building === null ? w('nowhere') : nameOf(row.building)}</strong>
              <progress max={row.entries} value={row.took} aria-hidden="true" />
              <span className="small">
                {w('tookPart', { took: row.took, entries: row.entries, percent: percentOf(row.took, row.entries) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {ballot.secret ? (
        <p className="soft">{w('secretGrid')}</p>
      ) : (
        shown !== null && <Building ballot={ballot} building={shown} name={nameOf(shown)} />
      )}
    </div>
  );
}

const sum = (rows: Schema<'BallotTurnout'>['rows'], of: 'entries' | 'took'): number =>
  rows.reduce((total, row) => total + row[of], 0);

function Building({ ballot, building, name }: BallotPartProps & { building: string; name: string }) {
  const w = useWords(ballotDeskWords);
  const { data, error, refetch } = useQuery({
    queryKey: keys.case(ballot.id, 'doorstep', building),
    queryFn: () =>
      answered(
        api.GET('/api/v1/ballots/{ballot}/doorstep', { params: { path: { ballot: ballot.id }, query: { building } } }),
      ),
    enabled: ballot.status === 'open',
    retry: false,
  });
  if (ballot.status !== 'open') return <p className="soft">{w('closedGrid')}</p>;
  if (error !== null && data === undefined) return <ProblemBox error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <>
      <FlatGrid
        ballot={ballot}
        building={building}
        name={name}
        waiting={new Set(data.rows.map(({ entry }) => entry))}
      />
      <Doorstep rows={data.rows.toSorted(byDoor)} />
    </>
  );
}

type Door = Schema<'DoorstepList'>['rows'][number];
const byDoor = (a: Door, b: Door): number =>
  (a.doors[0] ?? '').localeCompare(b.doors[0] ?? '', 'zh-CN', { numeric: true });

interface FlatGridProps extends BallotPartProps {
  building: string;
  name: string;
  waiting: ReadonlySet<string>;
}

function FlatGrid({ ballot, building, name, waiting }: FlatGridProps) {
  const w = useWords(ballotDeskWords);
  const { rows } = useRoll(ballot.id);
  const [grid] = useBuildings([building]);
  if (rows === undefined || grid === undefined) return null;
  const states = cellStates(rows, waiting);
  return (
    <section className="stack tight" aria-labelledby="flats">
      <h2 id="flats">{w('gridOf', { name })}</h2>
      <p className="soft small">{w('gridHelp')}</p>
      <p className="row small">
        {CELL_STATES.map((state) => (
          <span key={state} className={`bd-cell ${state}`}>
            <span aria-hidden="true">{SIGNS[state]}</span> {w(state)}
          </span>
        ))}
      </p>
      <div className="bd-frame" tabIndex={0}>
        <table className="bd-grid">
          <tbody>
            {grid.floors.map(({ floor, flats }) => (
              <tr key={floor}>
                <th scope="row">{w('floor', { n: floor })}</th>
                {flats.map(({ id, number }) => {
                  const state = states.get(id) ?? 'notOnRoll';
                  return (
                    <td key={id} className={`bd-cell ${state}`}>
                      <span className="number">{number}</span>{' '}
                      <span className="small">
                        <span aria-hidden="true">{SIGNS[state]}</span> {w(state)}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Doorstep({ rows }: { rows: Schema<'DoorstepList'>['rows'] }) {
  const w = useWords(ballotDeskWords);
  const between = useBetween();
  return (
    <section className="stack tight" aria-labelledby="doorstep">
      <div className="row apart">
        <h2 id="doorstep">{w('doorstep')}</h2>
        <Button onPress={() => window.print()}>{w('printList')}</Button>
      </div>
      {rows.length === 0 ? (
        <p>{w('nobodyLeft')}</p>
      ) : (
        <table className="bd-table">
          <thead>
            <tr>
              <th scope="col">{w('door')}</th>
              <th scope="col">{w('casters')}</th>
              <th scope="col">{w('code')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ entry, doors, casters }) => (
              <tr key={entry}>
                <td>{doors.join(between)}</td>
                <td>
                  <bdi>{casters.map(({ name }) => name ?? w('somebody')).join(between)}</bdi>
                </td>
                <td className="number">{entry}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
