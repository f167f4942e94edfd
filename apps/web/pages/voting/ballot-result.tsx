import { Box } from '../../ui/problem.js';
import { Chart } from '../../ui/chart.js';
import { ballotsWords } from '../../words/ballots.words.js';
import { votingWords } from '../../words/voting.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { Measure } from './measure.js';
import type { Ballot } from './paper.rules.js';
import { amountOf, percent, slicesOf, type Certificate, type CertifiedTest } from './rule.rules.js';

interface BallotResultProps {
  ballot: Ballot;
  certificate: Certificate;
}

/** Name of an option; its id where the question no longer has it. */
function useOptionName({ question }: Ballot): (id: string) => string {
  const inLabel = useLabel();
  return (id) => {
    const option = question.options.find((one) => one.id === id);
    return option === undefined ? id : inLabel(option.label);
  };
}

/** The verdict in words with its sign. */
export function VerdictBox({ ballot, certificate }: BallotResultProps) {
  const w = useWords(ballotsWords);
  const v = useWords(votingWords);
  const nameOf = useOptionName(ballot);
  const { verdict, winners, contested, vacant, provisional } = certificate;
  const names = (ids: readonly string[]): string => ids.map(nameOf).join(v('listJoin'));
  const isElection = ballot.question.method === 'chooseUpTo';
  const sign = { passed: '✓', failed: '✗', no_quorum: '—', tie: '=' }[verdict];
  return (
    <Box
      kind={verdict === 'passed' ? 'good' : verdict === 'failed' ? 'bad' : 'warn'}
      title={
        <span className="ballot-verdict">
          <span aria-hidden="true">{sign}</span> {w(`verdict_${verdict}`)}
        </span>
      }
    >
      {winners.length > 0 && (
        <p>
          {w(isElection ? 'verdict_elected' : 'verdict_chosen')} <strong>{names(winners)}</strong>
        </p>
      )}
      {contested.length > 0 && <p>{w('contested', { names: names(contested) })}</p>}
      {vacant !== null && vacant > 0 && <p>{w('vacant', { n: vacant })}</p>}
      {provisional && (
        <p>
          <strong>{w('provisional')}</strong> {w('provisionalHelp')}
        </p>
      )}
    </Box>
  );
}

/** Turnout and approval against the rule, then how people voted as a picture and as a table. */
export function BallotResult({ ballot, certificate }: BallotResultProps) {
  const w = useWords(ballotsWords);
  const { tests } = certificate;
  const isMotion = ballot.question.options.length === 0;
  return (
    <section className="stack" aria-labelledby="result">
      <h2 id="result">{w('verdict')}</h2>
      <VerdictBox {...{ ballot, certificate }} />
      <div className="tiles">
        {tests.map(({ base, turnout, approval }) => (
          <div key={base} className="stack">
            {turnout !== null && (
              <Measure name={w('turnoutOf', { base: w(`base_${base}`) })} base={base} comparison={turnout} />
            )}
            {approval !== null && (
              <Measure name={w('approvalOf', { base: w(`base_${base}`) })} base={base} comparison={approval} />
            )}
          </div>
        ))}
      </div>
      {isMotion ? <MotionChart tests={tests} /> : <OptionVotes {...{ ballot, certificate }} />}
    </section>
  );
}

function MotionChart({ tests }: { tests: readonly CertifiedTest[] }) {
  const w = useWords(ballotsWords);
  const word = { yes: 'yes', no: 'no', abstain: 'abstain', void: 'void', notVoted: 'notVotedSlice' } as const;
  const slices = tests.map(({ counts }) => slicesOf(counts));
  const keysShown = (slices[0] ?? [])
    .map(({ key }) => key)
    .filter((key) => slices.some((all) => all.some((one) => one.key === key && one.value > 0)));
  return (
    <Chart
      title={w('chartTitle')}
      kind="stacked"
      axis={w('basis')}
      unit="%"
      categories={tests.map(({ base }) => w(`base_${base}`))}
      series={keysShown.map((key) => ({
        name: w(word[key]),
        values: slices.map((all) => all.find((one) => one.key === key)?.share ?? 0),
      }))}
    />
  );
}

function OptionVotes({ ballot, certificate }: BallotResultProps) {
  const w = useWords(ballotsWords);
  const nameOf = useOptionName(ballot);
  const { tests, winners } = certificate;
  return (
    <>
      <Chart
        title={w('optionsTitle')}
        kind="bar"
        axis={w('option')}
        categories={ballot.question.options.map(({ id }) => nameOf(id))}
        series={tests.map(({ base, options }) => ({
          name: w(`base_${base}`),
          values: ballot.question.options.map(({ id }) => {
            const found = options.find((one) => one.id === id);
            return found === undefined ? null : (found.points ?? amountOf(base, found.votes));
          }),
        }))}
      />
      {tests.map(({ base, options }) => (
        <div key={base} className="ballot-table" tabIndex={0} role="group" aria-label={w('optionsTitle')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{w('option')}</th>
                <th scope="col" className="end">
                  {w('votes')}
                </th>
                <th scope="col" className="end">
                  {w('approvalColumn')}
                </th>
              </tr>
            </thead>
            <tbody>
              {options.map(({ id, votes, approval }) => (
                <tr key={id}>
                  <th scope="row">
                    {winners.includes(id) && <span aria-hidden="true">✓ </span>}
                    {nameOf(id)}
                  </th>
                  <td className="end">{amountOf(base, votes)}</td>
                  <td className="end">{approval === null ? '—' : `${percent(approval.part, approval.whole)}%`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </>
  );
}
