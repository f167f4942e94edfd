import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';

import { useCase } from '../../api/cases.js';
import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useTimes } from '../../app/times.js';
import { Dialog } from '../../ui/dialog.js';
import { Card, Facts } from '../../ui/card.js';
import { Box, Loading, NotYet } from '../../ui/problem.js';
import { Chip, Due, When, type ChipKind } from '../../ui/status.js';
import { dispatchWords } from '../../words/dispatch.words.js';
import { useBetween, useLabel, useWords } from '../../words/words.js';
import { inHours } from './clocks.rules.js';

type Clock = Schema<'Clock'>;

interface ClockPeekProps {
  caseId: string;
  name: string;
  onPress: () => void;
}

/** A small button beside a due time: resting on it tells all clocks, pressing it explains them. */
export function ClockPeek({ caseId, name, onPress }: ClockPeekProps) {
  const w = useWords(dispatchWords);
  return (
    <TooltipTrigger delay={400}>
      <AriaButton className="clock-peek" aria-label={w('clocksOf', { name })} onPress={onPress} excludeFromTabOrder>
        <span aria-hidden="true">ⓘ</span>
      </AriaButton>
      <Tooltip className="clock-tip" placement="bottom end">
        <ClockTip caseId={caseId} />
      </Tooltip>
    </TooltipTrigger>
  );
}

function ClockTip({ caseId }: { caseId: string }) {
  const w = useWords(dispatchWords);
  const inLabel = useLabel();
  const { data } = useCase(caseId);
  if (data === undefined) return <Loading />;
  if (data.clocks.length === 0) return <p>{w('noClocks')}</p>;
  return data.clocks.map(({ clock, label, dueAt, state, explanation }) => (
    <p key={clock}>
      <strong>{inLabel(label)}</strong> <Due dueAt={dueAt} isPaused={state === 'paused'} />
      <br />
      <span className="small">{inLabel(explanation)}</span>
    </p>
  ));
}

/** A clock that stands still: why, and since when. */
export function PausedNote({ paused }: { paused: NonNullable<Schema<'CaseAnnex'>['paused']> }) {
  const w = useWords(dispatchWords);
  const inLabel = useLabel();
  const { inWords } = useTimes();
  const why = inLabel(paused.why);
  const said =
    paused.since === null
      ? w('pausedWhy', { why })
      : w('pausedSince', { why, since: inWords(paused.since, 'shortDay') });
  const until = paused.until === null ? '' : ` ${w('pausedUntil', { until: inWords(paused.until, 'shortDay') })}`;
  return <Chip kind="note">{said + until}</Chip>;
}

interface ClocksDialogProps {
  caseId: string;
  name: string;
  onClose: () => void;
}

/** All clocks of a case and why each is due then. */
export function ClocksDialog({ caseId, name, onClose }: ClocksDialogProps) {
  const w = useWords(dispatchWords);
  const { data, error, refetch } = useCase(caseId);
  return (
    <Dialog isOpen size="wide" title={`${w('clocksTitle')} · ${name}`} onClose={onClose}>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined && <ClockCards caseId={caseId} clocks={data.clocks} />}
    </Dialog>
  );
}

/** Each clock with what is left, its ladder of reminders and its explanation to the minute. */
export function ClockCards({ caseId, clocks }: { caseId: string; clocks: readonly Clock[] }) {
  const w = useWords(dispatchWords);
  if (clocks.length === 0) return <p className="soft">{w('noClocks')}</p>;
  return clocks.map((clock) => <ClockCard key={clock.clock} caseId={caseId} clock={clock} />);
}

const SEVERITY: Partial<Record<string, ChipKind>> = { blue: 'info', red: 'bad', urge: 'warn', supervise: 'bad' };

function ClockCard({ caseId, clock }: { caseId: string; clock: Clock }) {
  const w = useWords(dispatchWords);
  const between = useBetween();
  const inLabel = useLabel();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card as="div">
      <p>
        <strong>{inLabel(clock.label)}</strong> <Due dueAt={clock.dueAt} isPaused={clock.state === 'paused'} />
      </p>
      <p className="small">{inLabel(clock.explanation)}</p>
      {clock.unconfirmedYears.length > 0 && (
        <Box kind="note">{w('unconfirmed', { years: clock.unconfirmedYears.join(between) })}</Box>
      )}
      <details>
        <summary>{w('ladder')}</summary>
        <ul className="clock-ladder">
          {clock.rungs.map(({ name, severity, at, fired }) => (
            <li key={name}>
              <Chip kind={SEVERITY[severity] ?? 'neutral'}>{w(`rung_${severity}`)}</Chip>{' '}
              {at === null ? w('rungWaits') : <When at={at} exact />}{' '}
              {fired && <span className="soft">{w('rungFired')}</span>}
            </li>
          ))}
        </ul>
      </details>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{w('toMinute')}</summary>
        {isOpen && <ToTheMinute caseId={caseId} clock={clock.clock} />}
      </details>
    </Card>
  );
}

/** How a due time came about: day by day, with pauses, added time and changes of the calendar. */
function ToTheMinute({ caseId, clock }: { caseId: string; clock: string }) {
  const w = useWords(dispatchWords);
  const inLabel = useLabel();
  const { inWords } = useTimes();
  const { data, error, refetch } = useQuery({
    queryKey: keys.case(caseId, 'explanation', clock),
    queryFn: () =>
      answered(api.GET('/api/v1/cases/{id}/clocks/{clock}/explanation', { params: { path: { id: caseId, clock } } })),
  });
  if (data === undefined) return <NotYet error={error} onRetry={refetch} />;
  return (
    <div className="stack tight">
      <Facts
        facts={[
          [w('began'), inWords(data.armedAt, 'dayAndTime')],
          [w('due'), inWords(data.dueAt, 'dayAndTime')],
        ]}
      />
      <div className="clock-days" tabIndex={0} role="group" aria-label={w('minuteTitle')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{w('day')}</th>
              <th scope="col">{w('counted')}</th>
            </tr>
          </thead>
          <tbody>
            {data.days.map((day) => (
              <tr key={day.date}>
                <th scope="row">{day.date}</th>
                <td>
                  <CountedDay day={day} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {data.isCut && <p className="soft small">{w('andMore')}</p>}
      </div>
      {data.pauses.map(({ from, to, reason }) => (
        <p key={from} className="small">
          {w('pauses')}：
          {w('pauseLine', {
            from: inWords(from, 'short'),
            to: to === null ? w('stillPaused') : inWords(to, 'short'),
            reason,
          })}
        </p>
      ))}
      {data.extensions.map(({ at, dueBefore, dueAfter }) => (
        <p key={at} className="small">
          {w('extensionsGiven')}：
          {w('extensionLine', {
            at: inWords(at, 'short'),
            before: inWords(dueBefore, 'short'),
            after: inWords(dueAfter, 'short'),
          })}
        </p>
      ))}
      {data.moves.map(({ seq, at, before, after, reason }) => (
        <p key={seq} className="small">
          {w('moves')}：
          {w('extensionLine', {
            at: inWords(at, 'short'),
            before: inWords(before, 'short'),
            after: inWords(after, 'short'),
          })}{' '}
          <bdi>{reason}</bdi>
        </p>
      ))}
      <p className="keep-lines small">{data.said.map(inLabel).join('\n')}</p>
    </div>
  );
}

function CountedDay({ day }: { day: Schema<'ClockExplanation'>['days'][number] }) {
  const w = useWords(dispatchWords);
  const { inWords } = useTimes();
  const { hours, minutes } = inHours(day.countedMs);
  const skipped =
    day.skipped === undefined ? null : (day.exception ?? w(day.skipped === 'paused' ? 'pausedDay' : day.skipped));
  if (day.countedMs === 0)
    return (
      <span className="soft">
        {w('notCounted')}
        {skipped !== null && ` · ${skipped}`}
        {day.isStartDay === true && ` · ${w('startDay')}`}
      </span>
    );
  return (
    <>
      {day.counted.map(({ from, to }) => `${inWords(from, 'time')}–${inWords(to, 'time')}`).join('，')}{' '}
      <span className="soft">
        {minutes === 0 ? w('hoursCount', { n: hours }) : w('hoursMinutes', { h: hours, m: minutes })}
      </span>
    </>
  );
}
