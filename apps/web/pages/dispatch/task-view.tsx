import { Link } from 'react-router';

import { Page } from '../../app/page.js';
import { useNames } from '../../app/names.js';
import { ActPanel } from '../../forms/act-panel.js';
import { LinkButton } from '../../ui/button.js';
import { Box } from '../../ui/problem.js';
import { Chip, StatusChip } from '../../ui/status.js';
import { casesWords } from '../../words/cases.words.js';
import { taskWords } from '../../words/task.words.js';
import { useLabel, useWords } from '../../words/words.js';
import type { CaseViewProps } from '../cases/case-views.js';
import { PrintLinks } from '../coordinator/print-links.js';
import '../cases/cases.css';
import { ActAdvice } from './act-advice.js';
import { ClockCards } from './clocks.js';
import './dispatch.css';
import { Phrases } from './phrases.js';
import { AnswerBox, Timetable } from './task-answer.js';
import { TaskEnds } from './task-ends.js';
import { TaskFactList } from './task-facts.js';
import { Requests, Transfers } from './task-history.js';
import { TaskTimeline } from './task-timeline.js';
import { sentenceOf, taskOf, type TaskFacts } from './task.rules.js';
import { Together } from './task-together.js';
import { useInside } from './use-inside.js';

/** A task: where it stands in a sentence, the facts left, what happened in the middle, what can be done right. */
export function TaskView({ seen }: CaseViewProps) {
  const w = useWords(taskWords);
  const cases = useWords(casesWords);
  const inLabel = useLabel();
  const task = taskOf(seen.context);
  const doer = task.unit ?? seen.parties?.find(({ relation }) => relation === 'doer')?.unit ?? null;
  const name = useNames(
    [doer, task.contact, task.nominee, task.arbiter, ...task.holdings.map(({ unit }) => unit)],
    seen.id,
  );
  const inside = useInside(seen.abilities.find(({ act }) => act === 'assignInside' || act === 'accept')?.act ?? '');
  const sentence = w(sentenceOf(seen, task), { unit: name(doer) ?? w('doer'), n: task.redoCount });
  return (
    <Page
      title={seen.title ?? inLabel(seen.workflowLabel)}
      width="full"
      above={
        <p>
          <StatusChip status={seen.status} label={seen.states[0]?.label ?? seen.stage.label} />
        </p>
      }
      actions={
        <>
          <LinkButton to="/desk">{w('toDesk')}</LinkButton>
          <LinkButton to={`/cases/${seen.id}/chart`}>{cases('seeChart')}</LinkButton>
        </>
      }
    >
      <p className="task-sentence">
        {sentence} <Flags task={task} />
      </p>
      <TaskEnds seen={seen} task={task} name={name} />
      <div className="case-columns task-columns">
        <section className="stack" aria-labelledby="facts">
          <h2 id="facts">{w('facts')}</h2>
          <TaskFactList seen={seen} task={task} doer={doer} name={name} />
          <AnswerBox seen={seen} task={task} unit={name(doer)} />
          <Timetable seen={seen} task={task} />
          <Requests seen={seen} task={task} />
          <h3>{w('clocks')}</h3>
          <ClockCards caseId={seen.id} clocks={seen.clocks} />
          <Together seen={seen} task={task} />
          <Transfers seen={seen} task={task} name={name} />
        </section>
        <div className="stack no-print">
          <ActPanel
            seen={seen}
            partsOf={{ assignInside: inside, accept: inside }}
            advice={(act) => <ActAdvice seen={seen} act={act} />}
            beside={(act, form) => <Phrases act={act} form={form} />}
          />
          {seen.status === 'active' && seen.abilities.some(({ act }) => act === 'progress') && (
            <Box kind="note">
              <p>{w('noInternal')}</p>
              <p>
                {w('invite')}{' '}
                <Link to={`/start/joint-meeting?task=${seen.id}&place=${task.place ?? seen.unit}`}>
                  {w('callMeeting')}
                </Link>
              </p>
            </Box>
          )}
          <PrintLinks of={seen} />
        </div>
        <section className="stack" aria-labelledby="timeline">
          <h2 id="timeline">{w('timeline')}</h2>
          <TaskTimeline seen={seen} />
        </section>
      </div>
    </Page>
  );
}

/** What is out of the ordinary, in words. */
function Flags({ task }: { task: TaskFacts }) {
  const w = useWords(taskWords);
  return (
    <>
      {task.overdue && <Chip kind="bad">{w('overdue')}</Chip>}{' '}
      {task.supervised && <Chip kind="bad">{w('supervised')}</Chip>} {task.owned && <Chip>{w('owned')}</Chip>}{' '}
      {task.acceptedBySilence && <Chip kind="warn">{w('silent')}</Chip>}
    </>
  );
}
