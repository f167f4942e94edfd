import { useState } from 'react';

import { now } from '../../app/clock.js';
import { useTimes } from '../../app/times.js';
import { Button, LinkButton } from '../../ui/button.js';
import { CheckField } from '../../ui/fields.js';
import { Box } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { ballotsWords } from '../../words/ballots.words.js';
import { votingWords } from '../../words/voting.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { RuleInWords, useUnitName, useWeight } from './ballot-words.js';
import type { Ballot, OwnUnit } from './paper.rules.js';
import { daysLeft } from './rule.rules.js';

/** What is asked, until when, and how it passes. */
export function QuestionAsked({ ballot }: { ballot: Ballot }) {
  const w = useWords(votingWords);
  const b = useWords(ballotsWords);
  const inLabel = useLabel();
  const { inWords } = useTimes();
  const { closesAt, status, secret, question, rule } = ballot;
  const left = closesAt === null ? null : daysLeft(closesAt, now());
  return (
    <section className="stack tight">
      {question.options.length > 0 && (
        <p>
          {b('options')} {question.options.map(({ label }) => inLabel(label)).join(w('listJoin'))}
        </p>
      )}
      {status === 'open' && closesAt !== null && left !== null && (
        <p className="row">
          <span>
            {w('until')} <time dateTime={closesAt}>{inWords(closesAt, 'dayAndTime')}</time>
          </span>
          <Chip kind={left <= 1 ? 'warn' : 'info'}>{left <= 1 ? w('lastDay') : w('untilDays', { n: left })}</Chip>
        </p>
      )}
      <p className="row">
        <Chip kind="note">{w(secret ? 'isSecret' : 'isNamed')}</Chip>
        <span>{w(secret ? 'secretMeans' : namedWord(ballot))}</span>
      </p>
      <details>
        <summary className="vote-more">{w('howItPasses')}</summary>
        <RuleInWords rule={rule} />
      </details>
      {rule.silence === 'with_majority' && <Box kind="warn">{w('followMajority')}</Box>}
    </section>
  );
}

/** Papers that weigh by area have to be named. */
function namedWord({ rule }: Ballot): 'namedByArea' | 'namedMeans' {
  return rule.tests.some(({ base }) => base === 'area') ? 'namedByArea' : 'namedMeans';
}

interface BoothStartProps {
  ballot: Ballot;
  /** Units that can still cast. */
  units: readonly OwnUnit[];
  onBegin: (entries: string[]) => void;
}

/** The first screen: the question, for whom, and one large button. */
export function BoothStart({ ballot, units, onBegin }: BoothStartProps) {
  const w = useWords(votingWords);
  const unitName = useUnitName();
  const weight = useWeight();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);
  const chosen = units.map(({ entry }) => entry).filter((entry) => !left.has(entry));
  const [only] = units;
  const begin = (): void => {
    if (chosen.length > 0) onBegin(chosen);
    else setTried(true);
  };
  return (
    <>
      <QuestionAsked ballot={ballot} />
      <section className="stack tight" aria-labelledby="for-whom">
        <h2 id="for-whom">{w(units.length > 1 ? 'forWhich' : 'forWhom')}</h2>
        {units.length === 1 && only !== undefined ? (
          <p className="vote-unit">
            <strong>{unitName(only)}</strong> <span className="soft">{weight(only)}</span>
          </p>
        ) : (
          <>
            <p className="soft">{w('forWhichHelp')}</p>
            {units.map((unit) => (
              <CheckField
                key={unit.entry}
                label={unitName(unit)}
                help={weight(unit) ?? undefined}
                isSelected={!left.has(unit.entry)}
                onChange={(isIn) => {
                  const next = new Set(left);
                  if (isIn) next.delete(unit.entry);
                  else next.add(unit.entry);
                  setLeft(next);
                }}
              />
            ))}
            {isTried && chosen.length === 0 && (
              <p className="field-error" role="alert">
                {w('chooseOneUnit')}
              </p>
            )}
          </>
        )}
      </section>
      <Button look="primary" size="big" onPress={begin}>
        {w('begin')}
      </Button>
      <p>
        <LinkButton look="quiet" to={`/ballots/${ballot.id}`}>
          {w('toBallot')}
        </LinkButton>
      </p>
    </>
  );
}
