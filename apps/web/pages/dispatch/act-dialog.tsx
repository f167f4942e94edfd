import { useFreshCase } from './fresh-case.js';
import type { Schema } from '../../api/client.js';
import { useNames } from '../../app/names.js';
import { ActForm } from '../../forms/act-form.js';
import { useLastingActs } from '../../forms/lasting-acts.js';
import { Dialog } from '../../ui/dialog.js';
import { Box, NotYet } from '../../ui/problem.js';
import { dispatchWords } from '../../words/dispatch.words.js';
import { uiWords } from '../../words/ui.words.js';
import { useLabel, useWords, type Label } from '../../words/words.js';
import { ActAdvice } from './act-advice.js';
import { Phrases } from './phrases.js';
import { AnswerBox } from './task-answer.js';
import { taskOf } from './task.rules.js';
import { useInside } from './use-inside.js';

interface ActDialogProps {
  caseId: string;
  /** What the case is called. */
  name: string;
  act: string;
  onClose: () => void;
  onDone: (label: Label) => void;
}

const NONE: readonly Schema<'Ability'>[] = [];

/** An act from the desk: the form of the task's own page above the list, so that the place in the list is kept. */
export function ActDialog({ caseId, name, act, onClose, onDone }: ActDialogProps) {
  const w = useWords(dispatchWords);
  const ui = useWords(uiWords);
  const inLabel = useLabel();
  const { data, error, refetch } = useFreshCase(caseId);
  const parts = useInside(act);
  const ability = useLastingActs(data?.abilities ?? NONE, [act]).find((one) => one.act === act);
  return (
    <Dialog
      isOpen
      size="wide"
      title={ability === undefined ? name : `${inLabel(ability.label)} · ${name}`}
      onClose={onClose}
      actions={ability === undefined ? undefined : <></>}
    >
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined && ability === undefined && (
        <Box kind="warn" title={w('notNow', { act: '', name, state: inLabel(data.stage.label) })}>
          {ui('close')}
        </Box>
      )}
      {data !== undefined && ability !== undefined && (
        <>
          <ActAdvice seen={data} act={act} />
          {SIGNED.includes(act) && <AnswerToSign seen={data} />}
          <ActForm
            caseId={caseId}
            version={data.version}
            unit={data.unit}
            parts={parts}
            {...ability}
            takesFocus
            beside={(form) => <Phrases act={act} form={form} />}
            onCancel={onClose}
            onDone={() => onDone(ability.label)}
          />
        </>
      )}
    </Dialog>
  );
}

/** Acts by which a leader stands for an answer, or does not. */
const SIGNED: readonly string[] = ['signAnswer', 'sendBackAnswer'];

/** What is signed, in full: nobody signs what they have not seen. */
function AnswerToSign({ seen }: { seen: Schema<'Case'> }) {
  const task = taskOf(seen.context);
  const name = useNames([task.unit], seen.id);
  return <AnswerBox seen={seen} task={task} unit={name(task.unit)} />;
}
