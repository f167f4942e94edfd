import { useSearchParams } from 'react-router';

import { LinkButton } from '../../ui/button.js';
import { Box } from '../../ui/problem.js';
import { useTimes } from '../../app/times.js';
import { votingWords } from '../../words/voting.words.js';
import { useWords } from '../../words/words.js';
import { useUnitName } from './ballot-words.js';
import { BoothScreen } from './booth-steps.js';
import { uncast, type Ballot, type OwnUnit } from './paper.rules.js';
import { ReceiptCard } from './receipt-card.js';
import type { Taken } from './use-casting.js';

interface BoothDoneProps {
  ballot: Ballot;
  units: readonly OwnUnit[];
  taken: readonly Taken[];
  onForget: (entry: string) => void;
}

/** It has arrived: when, for whom, and the receipt of each paper. */
export function BoothDone({ ballot, units, taken, onForget }: BoothDoneProps) {
  const w = useWords(votingWords);
  const unitName = useUnitName();
  const { inWords } = useTimes();
  const [first] = taken;
  const meeting = useSearchParams()[0].get('meeting');
  const isSetAside = taken.some(({ state }) => state === 'setAside');
  const left = uncast(units).filter(({ entry }) => !taken.some((one) => one.entry === entry));
  const nameOf = (entry: string): string => {
    const unit = units.find((one) => one.entry === entry);
    return unit === undefined ? entry : unitName(unit);
  };
  return (
    <BoothScreen n={3} title={w(isSetAside ? 'doneSetAside' : 'done')}>
      <div role="status">
        <Box
          kind={isSetAside ? 'warn' : 'good'}
          title={`${isSetAside ? '○' : '✔'} ${w(isSetAside ? 'doneSetAsideHelp' : 'doneHelp')}`}
        >
          <p>
            {taken.map(({ entry }) => nameOf(entry)).join(w('listJoin'))}
            {first !== undefined && ` · ${inWords(first.castAt, 'dayAndTime')}`}
          </p>
        </Box>
      </div>
      {meeting !== null && (
        <LinkButton size="big" look="primary" to={`/meetings/${encodeURIComponent(meeting)}`}>
          {w('toMeeting')}
        </LinkButton>
      )}
      <p>{w('reviewHelp')}</p>
      {left.length > 0 && (
        <LinkButton size="big" look="primary" to={`/vote/${ballot.id}`} reloadDocument>
          {w('anotherUnit')}
        </LinkButton>
      )}
      <p>
        {w('receiptHelp')} {w('receiptKept')}
      </p>
      {taken.map(({ entry, receipt }) => (
        <ReceiptCard
          key={entry}
          ballot={ballot.id}
          unit={nameOf(entry)}
          receipt={receipt}
          onForget={() => onForget(entry)}
        />
      ))}
      <LinkButton size="big" to="/">
        {w('toHome')}
      </LinkButton>
      <div className="row no-print">
        <LinkButton to={`/ballots/${ballot.id}`}>{w('toBallot')}</LinkButton>
        <LinkButton to="/ballots">{w('toBallots')}</LinkButton>
      </div>
    </BoothScreen>
  );
}
