import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { now } from '../../app/clock.js';
import { Page } from '../../app/page.js';
import { holds, useMe } from '../../app/session.js';
import { useTimes } from '../../app/times.js';
import { SelectField } from '../../ui/select-field.js';
import { Box, Loading, ProblemBox } from '../../ui/problem.js';
import { When } from '../../ui/status.js';
import { rulesWords } from '../../words/rules.words.js';
import { useWords } from '../../words/words.js';
import { CalendarDayDialog } from './calendar-day.js';
import { monthOf, type Calendar, type Day } from './calendars.rules.js';
import { usePlace } from './use-place.js';
import './books.css';

const SIGNS = { off: '○', work: '■', holiday: '★', makeUp: '▲' } as const;

/** Calendars every installation has; others are called as whoever made them has called them. */
const CALENDAR_NAMES = { office: 'calendarOffice', always: 'calendarAlways' } as const;

/** The year of a calendar: working days, holidays by name, make-up days; an edit is tried before it is made. */
export function CalendarsPage() {
  const w = useWords(rulesWords);
  const unit = usePlace();
  const { data: me } = useMe();
  const thisYear = new Date(now()).getUTCFullYear();
  const [year, setYear] = useState(thisYear);
  const [name, setName] = useState('office');
  const [day, setDay] = useState<Day | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: keys.book('calendar', name, unit, year),
    queryFn: () =>
      answered(
        api.GET('/api/v1/calendars/{calendar}', {
          params: { path: { calendar: name }, query: { unit: unit ?? '', year: String(year) } },
        }),
      ),
    enabled: unit !== null,
    placeholderData: (before) => before,
  });
  const { data: list } = useQuery({
    queryKey: keys.book('calendars', unit),
    queryFn: () => answered(api.GET('/api/v1/calendars', { params: { query: { unit: unit ?? '' } } })),
    enabled: unit !== null,
  });
  const nameOf = (key: string): string =>
    key in CALENDAR_NAMES ? w(CALENDAR_NAMES[key as keyof typeof CALENDAR_NAMES]) : key;
  const mayEdit = holds(me, 'coordinator', 'leader', 'operator');
  const years = [thisYear - 1, thisYear, thisYear + 1].map((one) => ({ value: String(one), label: String(one) }));
  return (
    <Page title={w('calendars')} width="full" above={<Link to="/rules">{w('back')}</Link>}>
      <div className="row">
        <SelectField
          label={w('year')}
          choices={years}
          value={String(year)}
          isRequired
          onChange={(one) => setYear(Number(one ?? thisYear))}
        />
        <SelectField
          label={w('calendarName')}
          choices={(list?.rows ?? []).map((row) => ({ value: row.name, label: nameOf(row.name) }))}
          value={name}
          isRequired
          onChange={(one) => setName(one ?? 'office')}
        />
      </div>
      {error !== null && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          {data.calendar.confirmedYears.includes(year) ? (
            <Box kind="good">{w('confirmedYear', { year })}</Box>
          ) : (
            <Box kind="warn">{w('unconfirmed', { year })}</Box>
          )}
          <p className="small">{w('legend')}</p>
          <div className="calendar-year">
            {Array.from({ length: 12 }, (_, index) => (
              <Month
                key={index}
                calendar={data.calendar}
                year={year}
                month={index + 1}
                onDay={mayEdit ? setDay : null}
              />
            ))}
          </div>
          <History versions={data.versions} />
          {day !== null && unit !== null && (
            <CalendarDayDialog
              {...{ day, unit, name }}
              base={data.unit === unit ? data.version : 0}
              onClose={() => setDay(null)}
            />
          )}
        </>
      )}
    </Page>
  );
}

interface MonthProps {
  calendar: Calendar;
  year: number;
  month: number;
  onDay: ((day: Day) => void) | null;
}

function Month({ calendar, year, month, onDay }: MonthProps) {
  const w = useWords(rulesWords);
  const { inWords } = useTimes();
  const title = inWords(`${String(year)}-${String(month).padStart(2, '0')}-15T04:00:00Z`, 'month');
  return (
    <section className="card" aria-label={title}>
      <h2 className="calendar-title">{title}</h2>
      <ol className="calendar-days">
        {monthOf(calendar, year, month).map((day, index) => {
          if (day === null) return <li key={`empty-${String(index)}`} aria-hidden="true" />;
          const words = `${inWords(`${day.date}T04:00:00Z`, 'weekday')} ${w(`day_${day.kind}`)} ${day.label ?? ''}`;
          const shown = (
            <>
              <span aria-hidden="true" className="number">
                {day.day}
              </span>
              <span aria-hidden="true">{SIGNS[day.kind]}</span>
              <span aria-hidden="true" className="calendar-label">
                {day.label}
              </span>
              <span className="visually-hidden">{words}</span>
            </>
          );
          return (
            <li key={day.date} className={`calendar-day ${day.kind}`}>
              {onDay === null ? (
                <span title={words}>{shown}</span>
              ) : (
                <button type="button" title={w('editDay')} onClick={() => onDay(day)}>
                  {shown}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function History({ versions }: { versions: Schema<'Calendar'>['versions'] }) {
  const w = useWords(rulesWords);
  return (
    <section className="stack tight" aria-labelledby="history">
      <h2 id="history">{w('history')}</h2>
      <ol className="timeline">
        {versions.map(({ version, unit, at, reason, by, moved }) => (
          <li key={`${unit ?? ''}-${String(version)}`} className="timeline-entry">
            <p className="row">
              <strong>{w('versionN', { n: version })}</strong> <When at={at} exact />
              <span>{by === null ? w('preset') : w('by', { name: by })}</span>
              {moved > 0 && <span>{w('movedCases', { n: moved })}</span>}
            </p>
            <p dir="auto">{reason}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
