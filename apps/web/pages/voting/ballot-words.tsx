import { useLanguage } from '../../app/preferences.js';
import { Box } from '../../ui/problem.js';
import { ballotsWords } from '../../words/ballots.words.js';
import { votingWords } from '../../words/voting.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { linesOf, type OwnUnit, type Question } from './paper.rules.js';
import { amountOf, fractionInChinese, fractionWord, type Base, type Fraction, type Rule } from './rule.rules.js';

/** A share of a rule in words: “三分之二以上”, “at least 2/3”. */
export function useFraction(): (fraction: Fraction) => string {
  const w = useWords(ballotsWords);
  const language = useLanguage();
  return (fraction) => {
    const shown = language === 'zh' ? fractionInChinese(fraction) : `${fraction.numerator}/${fraction.denominator}`;
    return w(fractionWord(fraction), { fraction: shown });
  };
}

/** A number of a base in words: “36 人”, “2,885 平方米”. */
export function useAmount(): (base: Base, value: number) => string {
  const w = useWords(ballotsWords);
  return (base, value) => w(`amount_${base}`, { n: amountOf(base, value) });
}

/** When a ballot passes, in plain words, with the law it is taken from. */
export function RuleInWords({ rule }: { rule: Rule }) {
  const w = useWords(ballotsWords);
  const v = useWords(votingWords);
  const inLabel = useLabel();
  const { tests, quorum, abstention, silence, tie, status } = rule;
  const fraction = useFraction();
  const same = new Set(tests.map(({ turnout, approval }) => JSON.stringify([turnout, approval]))).size === 1;
  const shown = same ? tests.slice(0, 1) : tests;
  return (
    <div className="stack tight">
      {shown.map(({ base, turnout, approval }) => {
        const bases = same ? tests : [{ base }];
        const named = bases.map((test) => w(`base_${test.base}`)).join(v('listJoin'));
        return (
          <div key={base}>
            <p>{w(bases.length > 1 ? 'eachOf' : 'oneOf', { bases: named })}</p>
            <ul className="vote-rule">
              {turnout !== null && <li>{w('turnoutRule', { fraction: fraction(turnout) })}</li>}
              {approval !== null && <li>{w('approvalRule', { fraction: fraction(approval) })}</li>}
            </ul>
          </div>
        );
      })}
      {quorum !== null && <p>{w('quorumRule', { n: quorum.atLeast, base: w(`base_${quorum.base}`) })}</p>}
      <p className="small soft">
        {w(abstention === 'counts_in_base' ? 'abstentionCounts' : 'abstentionLeaves')}{' '}
        {w(silence === 'with_majority' ? 'silenceMajority' : 'silenceNot')}{' '}
        {w({ fails: 'tieFails', vote_again: 'tieAgain', chair_decides: 'tieChair' }[tie] as 'tieFails')}
      </p>
      <p className="small soft">
        {inLabel(rule.label)} · {w('law')} <span lang="zh-CN">{rule.law}</span> · {w(`ruleStatus_${status}`)}
      </p>
      {status === 'to_be_confirmed' && (
        <Box kind="warn" title={w('provisional')}>
          {w('provisionalHelp')}
        </Box>
      )}
    </div>
  );
}

/** A paper in words, one line a choice. */
export function useChoiceWords(question: Question): (choice: unknown) => string[] {
  const w = useWords(votingWords);
  const inLabel = useLabel();
  const name = (id: string): string => {
    const option = question.options.find((one) => one.id === id);
    return option === undefined ? id : inLabel(option.label);
  };
  return (choice) =>
    linesOf(question, choice).map((line) => {
      if (line.word === 'chosen') return w('chosen', { option: name(line.option) });
      if (line.word === 'placed' || line.word === 'scored')
        return w(line.word, { n: line.n, option: name(line.option) });
      return w(line.word);
    });
}

/** What a voting unit is called for those who cast for it: its doors, or themselves. */
export function useUnitName(): (unit: Pick<OwnUnit, 'doors' | 'weights'>) => string {
  const w = useWords(votingWords);
  return ({ doors, weights }) => {
    if (doors.length > 0) return doors.join(w('listJoin'));
    return w(weights.households === undefined ? 'yourself' : 'yourHousehold');
  };
}

/** What a voting unit weighs, where that is more than one head. */
export function useWeight(): (unit: Pick<OwnUnit, 'weights'>) => string | null {
  const w = useWords(votingWords);
  const amount = useAmount();
  return ({ weights }) => {
    const bases = (Object.entries(weights) as [Base, number][]).filter(([base, n]) => base === 'area' || n > 1);
    if (bases.length === 0) return null;
    return w('countsAs', { what: bases.map(([base, n]) => amount(base, n)).join(w('listJoin')) });
  };
}
