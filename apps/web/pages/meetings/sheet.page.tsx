import { Link, useParams } from 'react-router';

import { useCase } from '../../api/cases.js';
import type { Schema } from '../../api/client.js';
import { Page } from '../../app/page.js';
import { holds, useMe } from '../../app/session.js';
import { useTimes } from '../../app/times.js';
import { Button } from '../../ui/button.js';
import { EmptyState, Loading, ProblemBox } from '../../ui/problem.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useWords } from '../../words/words.js';
import { stateOf, type MeetingState } from './meeting.types.js';
import { useNames, useRoster } from './use-names.js';
import './meetings.css';

/** Empty lines for those no list knows. */
const BLANK_LINES = 8;

/** A sheet to sign at the door: everybody on the list, and lines for whoever else comes. */
export function SheetPage() {
  const { id = '' } = useParams();
  const w = useWords(meetingsWords);
  const { data, error, refetch } = useCase(id);
  const state = data === undefined ? null : stateOf(data);
  return (
    <Page
      title={w('sheetTitle')}
      above={
        <Link to={`/meetings/${id}`} className="no-print">
          {w('leaveScreen')}
        </Link>
      }
      actions={
        <Button look="primary" onPress={() => window.print()}>
          {w('print')}
        </Button>
      }
    >
      {error !== null && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && state === null && <EmptyState title={w('screenEmptyHelp')} />}
      {data !== undefined && state !== null && <Sheet seen={data} state={state} />}
    </Page>
  );
}

function Sheet({ seen, state }: { seen: Schema<'Case'>; state: MeetingState }) {
  const w = useWords(meetingsWords);
  const { inWords } = useTimes();
  const { data: me } = useMe();
  const nameOf = useNames([...state.attended, state.unit], seen.id);
  const roster = useRoster(state, holds(me, 'coordinator', 'secretary', 'chair', 'recorder')) ?? [];
  const named = roster.length > 0 ? roster.map(({ name }) => name) : state.attended.map((person) => nameOf(person));
  const lines = [...named, ...Array.from({ length: BLANK_LINES }, () => '')];
  return (
    <>
      <p>
        <strong>{seen.title}</strong> · {inWords(state.startsAt, 'dayAndTime')} · {nameOf(state.unit)}
      </p>
      <table className="meeting-table meeting-sheet">
        <thead>
          <tr>
            <th scope="col">{w('sheetName')}</th>
            <th scope="col">{w('sheetSign')}</th>
            <th scope="col">{w('sheetIn')}</th>
            <th scope="col">{w('sheetOut')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((name, index) => (
            <tr key={`${name}-${String(index)}`}>
              <td>
                <bdi>{name}</bdi>
              </td>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
