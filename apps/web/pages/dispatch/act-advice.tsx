import { useQuery } from '@tanstack/react-query';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Box } from '../../ui/problem.js';
import { taskWords } from '../../words/task.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { extensionLeft, holdLeft, returnsLeft, taskOf } from './task.rules.js';

interface ActAdviceProps {
  seen: Schema<'Case'>;
  act: string;
}

/** What somebody should know before an act on a task: what is left to ask for, who decides, which basis a return needs. */
export function ActAdvice({ seen, act }: ActAdviceProps) {
  if (seen.workflow !== 'task') return null;
  if (act === 'returnTask') return <ReturnAdvice seen={seen} />;
  if (act === 'askExtension') return <ExtensionAdvice seen={seen} />;
  if (act === 'askHold') return <HoldAdvice seen={seen} />;
  if (act === 'finish') return <FinishAdvice seen={seen} />;
  return null;
}

function ExtensionAdvice({ seen }: Pick<ActAdviceProps, 'seen'>) {
  const w = useWords(taskWords);
  const left = extensionLeft(taskOf(seen.context));
  if (left === null) return null;
  return (
    <Box
      kind={left.left === 0 ? 'warn' : 'info'}
      title={w('extensionLeft', { left: left.left, most: left.most, days: left.days })}
    >
      <p>{w(left.approver === 'leader' ? 'extensionByLeader' : 'extensionByDispatcher')}</p>
      <p>{w('extensionRules')}</p>
    </Box>
  );
}

function HoldAdvice({ seen }: Pick<ActAdviceProps, 'seen'>) {
  const w = useWords(taskWords);
  const left = holdLeft(taskOf(seen.context));
  return left === null ? null : (
    <Box kind="info" title={w('holdLeft', left)}>
      <p>{w('holdRules')}</p>
    </Box>
  );
}

function FinishAdvice({ seen }: Pick<ActAdviceProps, 'seen'>) {
  const w = useWords(taskWords);
  const { part, policy } = taskOf(seen.context);
  const isSigned = part !== null && policy?.signedParts?.includes(part) === true;
  return (
    <Box kind="info" title={w(isSigned ? 'finishSigned' : 'finishVerified')}>
      <p>{w('finishPublic')}</p>
      {policy?.evidenceLeast != null && policy.evidenceLeast > 0 && (
        <p>{w('finishEvidence', { n: policy.evidenceLeast })}</p>
      )}
    </Box>
  );
}

/** Who would get it by the duty matrix, and why: the basis to name, and the unit to suggest. */
function ReturnAdvice({ seen }: Pick<ActAdviceProps, 'seen'>) {
  const w = useWords(taskWords);
  const inLabel = useLabel();
  const { matter, place, unit, ...task } = taskOf(seen.context);
  const left = returnsLeft(task);
  const { data } = useQuery({
    queryKey: keys.book('route', matter, place),
    queryFn: () =>
      answered(api.POST('/api/v1/routing/preview', { body: { matter: matter ?? '', place: place ?? seen.unit } })),
    enabled: matter !== null,
    retry: false,
  });
  return (
    <Box kind="info" title={w('returnRules')}>
      {left !== null && <p>{w('returnsLeft', left)}</p>}
      {data !== undefined && (
        <>
          <p>{w(data.lead.unit === unit ? 'matrixSaysUs' : 'matrixSaysOther', { unit: data.lead.unitName })}</p>
          <details>
            <summary>{w('matrixBasis')}</summary>
            <ul>
              {data.explanation.map((line) => (
                <li key={line.en}>{inLabel(line)}</li>
              ))}
            </ul>
          </details>
        </>
      )}
      <p>{w('basisExamples')}</p>
    </Box>
  );
}
