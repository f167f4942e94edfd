import { useQuery } from '@tanstack/react-query';

import type { Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Facts } from '../../ui/card.js';
import { Box } from '../../ui/problem.js';
import { ballotsWords } from '../../words/ballots.words.js';
import { votingWords } from '../../words/voting.words.js';
import { useWords } from '../../words/words.js';
import { useChoiceWords } from './ballot-words.js';
import { publishedPaper, type Ballot } from './paper.rules.js';
import { isIncluded, type InclusionProof } from './receipt.rules.js';
import { certificateOf } from './rule.rules.js';

interface CheckedPaperProps {
  ballot: Ballot;
  found: Schema<'PaperInclusion'>;
}

/** A published paper, whether it was counted, and its proof against the certificate, reckoned on this device. */
export function CheckedPaper({ ballot, found }: CheckedPaperProps) {
  const w = useWords(ballotsWords);
  const v = useWords(votingWords);
  const { line } = found;
  const proof = found.proof as InclusionProof;
  const { state, choice } = publishedPaper(line);
  const lines = useChoiceWords(ballot.question)(choice);
  const root = certificateOf(ballot.decision)?.papers?.root ?? found.root;
  const { data: holds, isError } = useQuery({
    queryKey: keys.book('proof', line, root),
    queryFn: () => isIncluded(line, proof, root),
    staleTime: Infinity,
    retry: false,
  });
  const isCounted = state === 'counted';
  return (
    <div role="status" className="stack">
      <Box
        kind={isCounted ? 'good' : 'warn'}
        title={`${isCounted ? '✓' : '✗'} ${isCounted ? w('paperFound') : w('paperFoundState', { state: w(`state_${state}`) })}`}
      >
        {lines.length > 0 && (
          <p>
            {w('paperSays')} <strong>{lines.join(v('listJoin'))}</strong>
          </p>
        )}
      </Box>
      {holds === true && <Box kind="good" title={`✓ ${w('proofGood')}`} />}
      {holds === false && <Box kind="bad" title={`✗ ${w('proofBad')}`} />}
      {isError && <Box kind="note">{w('proofUnable')}</Box>}
      <details>
        <summary className="vote-more">{w('proofTitle')}</summary>
        <div className="stack">
          <p>{w('proofPlace', { n: proof.index + 1, of: proof.size })}</p>
          <Facts
            facts={[
              [
                w('papersRoot'),
                <code key="root" className="ballot-code">
                  {root}
                </code>,
              ],
            ]}
          />
          <p>{w('leaf')}</p>
          <pre className="ballot-proof ballot-code" tabIndex={0}>
            {line}
          </pre>
        </div>
      </details>
    </div>
  );
}
