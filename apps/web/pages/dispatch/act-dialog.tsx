import { useQuery } from '@tanstack/react-query';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { ActForm } from '../../forms/act-form.js';
import { Dialog } from '../../ui/dialog.js';
import { Box, NotYet } from '../../ui/problem.js';
import { dispatchWords } from '../../words/dispatch.words.js';
import { uiWords } from '../../words/ui.words.js';
import { useLabel, useWords, type Label } from '../../words/words.js';
import { ActAdvice } from './act-advice.js';
import { Phrases } from './phrases.js';

interface ActDialogProps {
  caseId: string;
  /** What the case is called. */
  name: string;
  act: string;
  onClose: () => void;
  onDone: (label: Label) => void;
}

/** An act from the desk: the form of the task's own page above the list, so that the place in the list is kept. */
export function ActDialog({ caseId, name, act, onClose, onDone }: ActDialogProps) {
  const w = useWords(dispatchWords);
  const ui = useWords(uiWords);
  const inLabel = useLabel();
  const { data, error, refetch } = useCase(caseId);
  const ability = data?.abilities.find((one) => one.act === act);
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
          <ActForm
            caseId={caseId}
            version={data.version}
            unit={data.unit}
            {...ability}
            beside={(form) => <Phrases act={act} form={form} />}
            onCancel={onClose}
            onDone={() => onDone(ability.label)}
          />
        </>
      )}
    </Dialog>
  );
}

/** A case as its page reads it. */
export function useCase(id: string, isWanted = true) {
  return useQuery({
    queryKey: keys.case(id),
    queryFn: (): Promise<Schema<'Case'>> => answered(api.GET('/api/v1/cases/{id}', { params: { path: { id } } })),
    enabled: isWanted,
  });
}
