import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { useTimes } from '../../app/times.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { rulesWords } from '../../words/rules.words.js';
import { useWords } from '../../words/words.js';
import type { Day } from './calendars.rules.js';

interface CalendarDayProps {
  day: Day;
  unit: string;
  name: string;
  base: number;
  onClose: () => void;
}

/** One day is made a holiday, a working day or what its weekday is. What would move is shown first. */
export function CalendarDayDialog({ day, unit, name, base, onClose }: CalendarDayProps) {
  const w = useWords(rulesWords);
  const { inWords } = useTimes();
  const [kind, setKind] = useState<string | null>(null);
  const [label, setLabel] = useState(day.label ?? '');
  const [reason, setReason] = useState('');
  const named = label.trim() === '' ? {} : { label: label.trim() };
  const edit =
    kind === 'usual' ? { date: day.date, usual: true as const } : { date: day.date, open: kind === 'open', ...named };
  const path = { calendar: name };
  const body = { unit, base, change: { days: [edit] } };
  const preview = useCommand((sent: typeof body, headers) =>
    answered(api.POST('/api/v1/calendars/{calendar}/preview', { params: { path }, body: sent, headers })),
  );
  const save = useCommand(
    (sent: typeof body & { reason: string }, headers) =>
      answered(
        api.POST('/api/v1/calendars/{calendar}', { params: { path }, body: { ...sent, alsoBelow: true }, headers }),
      ),
    { onDone: onClose },
  );
  const seen = preview.data;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={inWords(`${day.date}T04:00:00Z`, 'weekday')}
      actions={
        <>
          <Button isDisabled={kind === null} isPending={preview.isPending} onPress={() => preview.mutate(body)}>
            {w('preview')}
          </Button>
          <Button
            look="primary"
            isDisabled={seen === undefined || reason.trim() === ''}
            isPending={save.isPending}
            onPress={() => save.mutate({ ...body, reason: reason.trim() })}
          >
            {w('save')}
          </Button>
        </>
      }
    >
      <ChoiceField
        label={w('dayIs')}
        isRequired
        choices={[
          { value: 'usual', label: w('dayUsual') },
          { value: 'closed', label: w('dayClosed') },
          { value: 'open', label: w('dayOpen') },
        ]}
        value={kind}
        onChange={(chosen) => {
          setKind(chosen);
          preview.reset();
        }}
      />
      <TextField label={w('dayLabel')} value={label} onChange={setLabel} maxLength={50} />
      <TextField label={w('reason')} value={reason} onChange={setReason} isRequired />
      {preview.error !== null && <ProblemBox error={preview.error} />}
      {save.error !== null && <ProblemBox error={save.error} />}
      <div role="status">
        {seen !== undefined && (
          <Box kind={seen.moved.length > 0 ? 'warn' : 'good'}>
            <p>{w('previewResult', { n: seen.clocks, looked: seen.looked, moved: seen.moved.length })}</p>
            <ul>
              {seen.moved.slice(0, 20).map((moved, index) => (
                <li key={`${moved.case}-${moved.clock}`}>
                  <Link to={`/cases/${moved.case}`}>{w('movedCase', { n: index + 1 })}</Link>{' '}
                  {`${w('from')} ${inWords(moved.before, 'short')} → ${w('to')} ${inWords(moved.after, 'short')}`}
                </li>
              ))}
            </ul>
          </Box>
        )}
      </div>
    </Dialog>
  );
}
