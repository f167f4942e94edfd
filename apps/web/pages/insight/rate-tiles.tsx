import { Link } from 'react-router';

import { isStaff, useMe } from '../../app/session.js';
import { useTimes } from '../../app/times.js';
import { Facts } from '../../ui/card.js';
import { NotYet } from '../../ui/problem.js';
import { insightWords } from '../../words/insight.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { Download } from './download.js';
import { listBehind } from './insight.rules.js';
import { useRates, type Scope } from './use-scope.js';

const FIRST = ['response', 'solved', 'satisfied', 'onTime', 'redo', 'return', 'extension', 'dispatch'] as const;
type RateName = (typeof FIRST)[number];
const HELPS = {
  response: 'responseHelp',
  solved: 'solvedHelp',
  satisfied: 'satisfiedHelp',
  onTime: 'onTimeHelp',
  redo: 'redoHelp',
  return: 'returnHelp',
  extension: 'extensionHelp',
  dispatch: 'dispatchHelp',
} as const;
/** Which list of the account a rate is counted from. */
const LISTS = {
  response: 'opened',
  solved: 'published',
  satisfied: 'published',
  onTime: 'assigned',
  redo: 'assigned',
  return: 'assigned',
  extension: 'assigned',
  dispatch: 'assigned',
} as const;
const HEARD = ['asked', 'reached', 'answered', 'silent'] as const;

/** Who was asked, and what became of it: the parts add up to those asked. */
function Heard({ counts }: { counts: Readonly<Record<string, number>> }) {
  const w = useWords(insightWords);
  const { asked = 0, answered = 0, silent = 0 } = counts;
  const waiting = asked - answered - silent;
  const parts = HEARD.map((key) => w(key, { n: counts[key] ?? 0 }));
  if (waiting > 0) parts.push(w('stillWaiting', { n: waiting }));
  return <p className="soft small">{parts.join(' · ')}</p>;
}

/** Every rate with both its numbers and what was left out, who was heard, and the list behind it. */
export function RateTiles({ scope, unitName }: { scope: Scope; unitName: string }) {
  const w = useWords(insightWords);
  const inLabel = useLabel();
  const { inWords } = useTimes();
  const { data: me } = useMe();
  const { data, error, refetch } = useRates(scope);
  if (data === undefined) return <NotYet error={error} onRetry={refetch} />;
  const { total, labels, confidential, asOf } = data;
  const month = scope.from === scope.to ? scope.from : undefined;
  const link = (of: 'opened' | 'assigned' | 'published') =>
    listBehind({ unit: scope.unit, isStaff: isStaff(me), month, of });
  const nameOf = (rate: RateName): string => {
    const label = labels.rates[rate];
    return label === undefined ? rate : inLabel(label);
  };
  const cells = () => [
    [w('unit'), ...FIRST.flatMap((rate) => [nameOf(rate), `${nameOf(rate)} a`, `${nameOf(rate)} b`])],
    ...[...data.groups, total].map((group) => [
      group.name ?? w('total'),
      ...FIRST.flatMap((rate) => {
        const { percent, numerator, denominator } = group.rates[rate] ?? {
          percent: null,
          numerator: 0,
          denominator: 0,
        };
        return [percent, numerator, denominator];
      }),
    ]),
  ];
  return (
    <section className="stack" aria-labelledby="rates">
      <div className="row apart">
        <h2 id="rates">{w('rates')}</h2>
        <Download name={w('ratesData')} unit={unitName} rows={cells} />
      </div>
      <div className="insight-tiles">
        {FIRST.map((rate) => {
          const found = total.rates[rate];
          if (found === undefined) return null;
          return (
            <article key={rate} className="card insight-tile">
              <h3>{nameOf(rate)}</h3>
              <p className="insight-big number">{found.percent === null ? w('noneCounted') : `${found.percent}%`}</p>
              <p>{w('fractionWords', { a: found.numerator, b: found.denominator })}</p>
              {found.excluded > 0 && <p className="soft small">{w('excluded', { n: found.excluded })}</p>}
              {(rate === 'solved' || rate === 'satisfied') && <Heard counts={total.counts} />}
              <p className="soft small">{w(HELPS[rate])}</p>
              <p>
                <Link to={link(LISTS[rate])}>{w('openListOf', { name: nameOf(rate) })}</Link>
              </p>
            </article>
          );
        })}
      </div>
      <h3>{w('counts')}</h3>
      <Facts
        facts={Object.entries(total.counts).map(([key, count]) => {
          const label = labels.counts[key];
          return [
            label === undefined ? key : inLabel(label),
            <span className="number" key={key}>
              {count}
            </span>,
          ];
        })}
      />
      <p className="soft small">
        {w('answersHelp')} {confidential > 0 && w('confidential', { n: confidential })}{' '}
        {w('asOf', { when: inWords(asOf, 'dayAndTime') })}
      </p>
    </section>
  );
}
