import { ActForm } from '../../forms/act-form.js';
import { useTimes } from '../../app/times.js';
import { Facts } from '../../ui/card.js';
import { Box } from '../../ui/problem.js';
import { Due } from '../../ui/status.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useBetween, useLabel, useWords } from '../../words/words.js';
import { PrintLinks } from '../coordinator/print-links.js';
import { ActButton, useDesk } from './meeting-desk.js';

/** The minutes from draft to signature: what the program has written, what the drafter adds, who signs, who sent them back. */
export function MinutesPanel() {
  const { seen, state, nameOf, textOf, can } = useDesk();
  const w = useWords(meetingsWords);
  const between = useBetween();
  const inLabel = useLabel();
  const { inWords } = useTimes();
  const draft = seen.abilities.find(({ act }) => act === 'draftMinutes');
  const clock = seen.clocks.find(({ state: runs }) => runs === 'running');
  const most = Math.max(0, ...state.attendance.map(({ present }) => present));
  return (
    <section className="stack" aria-labelledby="minutes">
      <h2 id="minutes">{w('minutes')}</h2>
      {state.lastReason !== null && seen.stage.key === 'minutes' && state.drafter !== null && draft !== undefined && (
        <Box kind="warn" title={w('sentBack')}>
          <p dir="auto">{textOf(state.lastReason)}</p>
        </Box>
      )}
      {clock !== undefined && (
        <p>
          {inLabel(clock.label)} <Due dueAt={clock.dueAt} />
        </p>
      )}
      <Facts
        facts={[
          [w('opened'), state.openedAt === null ? null : inWords(state.openedAt, 'dayAndTime')],
          [w('ended'), state.endedAt === null ? null : inWords(state.endedAt, 'dayAndTime')],
          [w('chair'), state.chair === null ? null : nameOf(state.chair)],
          [w('mostPresent'), w('people', { n: most })],
          [w('cameInAll'), state.attended.map((person) => nameOf(person)).join(between)],
          [w('guests'), state.guests.map((person) => nameOf(person)).join(between)],
          [w('drafter'), state.drafter === null ? w('notYet') : nameOf(state.drafter)],
          [
            w('signer'),
            state.signer === null
              ? w('notYet')
              : `${nameOf(state.signer)} · ${inWords(state.signedAt ?? '', 'dayAndTime')}`,
          ],
        ]}
      />
      {state.minutes !== null && (
        <>
          <h3>{w('remarks')}</h3>
          <p className="keep-lines" dir="auto">
            {textOf(state.minutes)}
          </p>
        </>
      )}
      {draft !== undefined && (
        <ActForm
          // what is being written stays whatever else happens to the meeting, until other remarks are there
          key={state.minutes ?? 'none'}
          caseId={seen.id}
          version={seen.version}
          unit={seen.unit}
          {...draft}
          {...(state.minutes === null ? {} : { given: { text: textOf(state.minutes) } })}
        />
      )}
      {(can('signMinutes') || can('witnessMinutes')) && <Box>{w('signHelp')}</Box>}
      <div className="row">
        <ActButton act="signMinutes" look="primary" />
        <ActButton act="witnessMinutes" look="primary" />
        <ActButton act="returnMinutes" />
      </div>
      <PrintLinks of={seen} />
      <Course />
    </section>
  );
}

/** Who was there when, as a table: arrivals, walk-outs, returns. */
function Course() {
  const { state } = useDesk();
  const w = useWords(meetingsWords);
  const { inWords } = useTimes();
  if (state.attendance.length === 0) return null;
  return (
    <details>
      <summary>{w('course')}</summary>
      <table className="meeting-table">
        <thead>
          <tr>
            <th scope="col">{w('time')}</th>
            <th scope="col">{w('presentThen')}</th>
          </tr>
        </thead>
        <tbody>
          {state.attendance.map(({ at, present }, index) => (
            <tr key={`${at}-${String(index)}`}>
              <td>{inWords(at, 'time')}</td>
              <td className="number">{present}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
