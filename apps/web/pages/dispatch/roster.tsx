import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { localDate, now } from '../../app/clock.js';
import { useTimes } from '../../app/times.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { Box, NotYet, ProblemBox } from '../../ui/problem.js';
import { dutyWords } from '../../words/duty.words.js';
import { uiWords } from '../../words/ui.words.js';
import { useWords } from '../../words/words.js';
import { spanOf, turnsOn, weekOf } from './duty.rules.js';
import { TurnForm } from './turn-form.js';

type Turn = Schema<'DutyTurn'>;
const LINES = [1, 2] as const;

/** The roster of a unit, a week at a time: who is rung first and second, and a form for another turn. */
export function Roster({ unit }: { unit: string }) {
  const w = useWords(dutyWords);
  const [weeks, setWeeks] = useState(0);
  const [struck, setStruck] = useState<Turn | null>(null);
  const days = weekOf(now(), weeks);
  const { data, error, refetch } = useQuery({
    queryKey: keys.list('duty', unit, days[0]),
    queryFn: () =>
      answered(api.GET('/api/v1/units/{unit}/duty-turns', { params: { path: { unit }, query: spanOf(days) } })),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (data === undefined) return <NotYet error={error} onRetry={refetch} />;
  return (
    <section className="stack">
      <OnDuty turns={data.now} />
      <div className="row apart">
        <h2 id="roster">{w('week', { from: days[0] ?? '', to: days[6] ?? '' })}</h2>
        <span className="row">
          <Button onPress={() => setWeeks(weeks - 1)}>{w('earlier')}</Button>
          <Button onPress={() => setWeeks(weeks + 1)}>{w('later')}</Button>
        </span>
      </div>
      <RosterTable days={days} turns={data.rows} onStrike={setStruck} />
      <TurnForm unit={unit} />
      {struck !== null && <StrikeDialog turn={struck} onClose={() => setStruck(null)} />}
    </section>
  );
}

function OnDuty({ turns }: { turns: readonly Turn[] }) {
  const w = useWords(dutyWords);
  return (
    <Box kind={turns.length === 0 ? 'warn' : 'good'} title={w('now')}>
      {turns.length === 0 ? (
        <p>{w('nobody')}</p>
      ) : (
        <ul>
          {turns.map(({ id, line, personName, phone }) => (
            <li key={id}>
              {w(line === 1 ? 'line_1' : 'line_2')}：<bdi>{personName}</bdi>{' '}
              {phone !== null && <a href={`tel:${phone}`}>{phone}</a>}
            </li>
          ))}
        </ul>
      )}
      <p className="small">{w('lineHelp')}</p>
    </Box>
  );
}

interface RosterTableProps {
  days: readonly string[];
  turns: readonly Turn[];
  onStrike: (turn: Turn) => void;
}

function RosterTable({ days, turns, onStrike }: RosterTableProps) {
  const w = useWords(dutyWords);
  const { inWords } = useTimes();
  const today = localDate(now());
  return (
    <div className="work-table" tabIndex={0} role="group" aria-labelledby="roster">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{w('day')}</th>
            {LINES.map((line) => (
              <th key={line} scope="col">
                {w(`line_${line}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr
              key={day}
              aria-current={day === today ? 'date' : undefined}
              className={day === today ? 'duty-today' : ''}
            >
              <th scope="row">{inWords(`${day}T04:00:00.000Z`, 'weekday')}</th>
              {LINES.map((line) => (
                <td key={line}>
                  <TurnsOfDay turns={turnsOn(turns, { day, line })} onStrike={onStrike} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TurnsOfDay({ turns, onStrike }: Pick<RosterTableProps, 'turns' | 'onStrike'>) {
  const w = useWords(dutyWords);
  const { inWords } = useTimes();
  if (turns.length === 0) return <span className="soft">{w('free')}</span>;
  return (
    <ul className="duty-turns">
      {turns.map((turn) => {
        const isNextDay = localDate(Date.parse(turn.endsAt)) !== localDate(Date.parse(turn.startsAt));
        const ends = inWords(turn.endsAt, 'time');
        const at = w('until', {
          from: inWords(turn.startsAt, 'time'),
          to: isNextDay ? w('nextDay', { time: ends }) : ends,
        });
        return (
          <li key={turn.id}>
            <bdi>{turn.personName}</bdi> <span className="number small">{at}</span>{' '}
            {turn.phone !== null && <a href={`tel:${turn.phone}`}>{turn.phone}</a>}{' '}
            {Date.parse(turn.endsAt) > now() && (
              <Button
                size="small"
                look="quiet"
                onPress={() => onStrike(turn)}
                aria-label={w('strikeOf', { name: turn.personName, at })}
              >
                {w('strike')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function StrikeDialog({ turn, onClose }: { turn: Turn; onClose: () => void }) {
  const w = useWords(dutyWords);
  const ui = useWords(uiWords);
  const client = useQueryClient();
  const { inWords } = useTimes();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const strike = useCommand(
    (body: { reason: string }, headers) =>
      answered(
        api.POST('/api/v1/units/{unit}/duty-turns/{turn}/strike', {
          params: { path: { unit: turn.unit, turn: turn.id } },
          body,
          headers,
        }),
      ),
    { onDone: onClose },
  );
  const close = (): void => {
    onClose();
    // whoever was too late has seen who was faster: now the roster shows it
    if (strike.error !== null) void client.invalidateQueries();
  };
  return (
    <Dialog
      isOpen
      title={w('strikeOf', { name: turn.personName, at: inWords(turn.startsAt, 'short') })}
      onClose={close}
      actions={
        <>
          <Button
            look="danger"
            isPending={strike.isPending}
            onPress={() => {
              setTried(true);
              if (reason.trim() !== '') strike.mutate({ reason: reason.trim() });
            }}
          >
            {w('strike')}
          </Button>
          <Button onPress={close}>{ui('cancel')}</Button>
        </>
      }
    >
      <p>{w('strikeHelp')}</p>
      <TextField
        label={w('reason')}
        value={reason}
        onChange={setReason}
        isRequired
        error={isTried && reason.trim() === '' ? w('needed') : undefined}
      />
      {strike.error !== null && <ProblemBox error={strike.error} />}
    </Dialog>
  );
}
