import type { Schema } from '../../api/client.js';
import { Box } from '../../ui/problem.js';
import { Due, When } from '../../ui/status.js';
import { dispatchWords } from '../../words/dispatch.words.js';
import { taskWords } from '../../words/task.words.js';
import { useBetween, useWords } from '../../words/words.js';
import { firedRungs, rulingOf, toldBy, type TaskFacts } from './task.rules.js';

interface EndsProps {
  seen: Schema<'Case'>;
  task: TaskFacts;
  name: (id: string | null) => string | null;
}

/** What did not go well, above everything else: late and who knows, a ruling, a refusal, a hold, each with its reason. */
export function TaskEnds(props: EndsProps) {
  return (
    <>
      <Late {...props} />
      <Ruling {...props} />
      <Refusal {...props} />
      <Held {...props} />
    </>
  );
}

/** Late: since when, and who has been told of it by now. */
function Late({ seen, task }: EndsProps) {
  const w = useWords(taskWords);
  const between = useBetween();
  const dispatch = useWords(dispatchWords);
  const clock = seen.clocks.find(({ name }) => name === 'handling');
  if (!task.overdue && !task.supervised) return null;
  const fired = firedRungs(clock?.rungs ?? []);
  return (
    <Box kind="bad" title={w(task.supervised ? 'supervised' : 'overdue')}>
      {clock !== undefined && (
        <p>
          <Due dueAt={clock.dueAt} />
        </p>
      )}
      <ul>
        {fired.map(({ name, severity, at }) => (
          <li key={name}>
            {at !== null && <When at={at} exact />} {dispatch(`rung_${severity}`)}
            {'：'}
            {w('toldTo', {
              who: toldBy(severity, task.part)
                .map((one) => w(one))
                .join(between),
            })}
          </li>
        ))}
      </ul>
    </Box>
  );
}

/** Whose it is was ruled on: it came back and cannot be returned again. */
function Ruling({ seen, task, name }: EndsProps) {
  const w = useWords(taskWords);
  const ruling = rulingOf(task);
  if (ruling === null) return null;
  const note = ruling.note === null ? null : (seen.texts[ruling.note] ?? null);
  return (
    <Box kind="warn" title={w('ruledFor', { unit: name(ruling.unit) ?? w('doer') })}>
      {note !== null && (
        <p dir="auto">
          {w('ruledBecause')}
          {note}
        </p>
      )}
      <p className="small">
        <When at={ruling.from} exact /> {w('owned')}
      </p>
    </Box>
  );
}

/** What was asked for last and not given, and why. */
function Refusal({ seen, task: { answers, request } }: EndsProps) {
  const w = useWords(taskWords);
  const last = answers.at(-1);
  if (last === undefined || request !== null || (last.decision !== 'refused' && last.decision !== 'lapsed'))
    return null;
  const kind = `ask_${last.kind}`;
  const asked = kind in taskWords ? w(kind as 'ask_extension') : last.kind;
  const reason = last.reason === null ? null : (seen.texts[last.reason] ?? null);
  return (
    <Box kind="warn" title={`${asked}：${w(last.decision)}`}>
      {reason !== null && <p dir="auto">{reason}</p>}
      {last.decision === 'lapsed' && <p>{w('lapsedHelp')}</p>}
      <p className="small">
        <When at={last.at} exact />
      </p>
    </Box>
  );
}

/** The time stands still: for what was asked. */
function Held({ seen, task: { request } }: EndsProps) {
  const w = useWords(taskWords);
  if (request?.kind !== 'hold' || !seen.states.some(({ id }) => id.endsWith('.held'))) return null;
  return (
    <Box kind="note" title={w('heldFor', { n: request.days })}>
      <p dir="auto">{seen.texts[request.reason] ?? ''}</p>
    </Box>
  );
}
