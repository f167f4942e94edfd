import { now } from '../../app/clock.js';
import { useCommand } from '../../api/command.js';
import type { Schema } from '../../api/client.js';
import { Button } from '../../ui/button.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { taskWords } from '../../words/task.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { Evidence } from './evidence.js';
import { sendAct } from './send-act.js';
import { stepState, type TaskFacts } from './task.rules.js';

interface PartProps {
  seen: Schema<'Case'>;
  task: TaskFacts;
}

/** The answer as residents read it, before it is signed and after. */
export function AnswerBox({ seen, task, unit }: PartProps & { unit: string | null }) {
  const w = useWords(taskWords);
  const text = task.answer === null ? null : (seen.texts[task.answer] ?? null);
  if (text === null && task.redoReason === null) return null;
  const isDraft = seen.states.some(({ id }) => id.endsWith('.signing'));
  return (
    <section className="stack tight" aria-label={w('answerTitle')}>
      <h3>{w('answerTitle')}</h3>
      {text !== null && (
        <div className={`task-answer${isDraft ? ' draft' : ''}`}>
          {isDraft && <p className="soft small">{w('answerDraft')}</p>}
          <p>
            <strong>{w('answerOf', { unit: unit ?? '' })}</strong>
          </p>
          <p className="keep-lines" dir="auto">
            {text}
          </p>
          <Evidence files={task.evidence} nameOf={(n) => w('evidenceOf', { n })} />
        </div>
      )}
      {task.redoReason !== null && (
        <Box kind="warn" title={w('redo')}>
          <p dir="auto">{seen.texts[task.redoReason] ?? task.redoReason}</p>
        </Box>
      )}
    </section>
  );
}

const CHIPS = { done: ['stepDone', 'good'], late: ['stepLate', 'bad'], open: ['stepOpen', 'neutral'] } as const;

/** The steps residents see, with a button to tick one off. */
export function Timetable({ seen, task }: PartProps) {
  const w = useWords(taskWords);
  const inLabel = useLabel();
  const tick = useCommand((step: number, headers) =>
    sendAct({ id: seen.id, act: 'doneStep', input: { step } }, headers),
  );
  const ability = seen.abilities.find(({ act }) => act === 'doneStep');
  if (task.timetable.length === 0) return null;
  return (
    <section className="stack tight" aria-label={w('timetable')}>
      <h3>{w('timetable')}</h3>
      {task.timetableReason !== null && <p dir="auto">{seen.texts[task.timetableReason] ?? task.timetableReason}</p>}
      <ol className="task-steps">
        {task.timetable.map((step, index) => {
          const [word, kind] = CHIPS[stepState(step, new Date(now()).toISOString())];
          return (
            <li key={`${index} ${step.on}`}>
              <span dir="auto">{seen.texts[step.what] ?? step.what}</span>{' '}
              <span className="soft small number">{w('stepBy', { on: step.on })}</span>{' '}
              <Chip kind={kind}>{w(word)}</Chip>{' '}
              {ability !== undefined && step.doneAt === null && (
                <Button
                  size="small"
                  isPending={tick.isPending && tick.variables === index + 1}
                  onPress={() => tick.mutate(index + 1)}
                >
                  {inLabel(ability.label)}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {tick.error !== null && <ProblemBox error={tick.error} />}
    </section>
  );
}
