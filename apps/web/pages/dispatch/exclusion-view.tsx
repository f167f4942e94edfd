import { Link } from 'react-router';

import { useNames } from '../../app/names.js';
import { Facts } from '../../ui/card.js';
import { Box } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { chainWords } from '../../words/chain.words.js';
import { useWords } from '../../words/words.js';
import type { CaseViewProps } from '../cases/case-views.js';
import { CaseLayout } from './case-layout.js';
import { Evidence } from './evidence.js';
import { exclusionOf } from './work.rules.js';

type Key = keyof typeof chainWords;

/** An appeal to leave a case out of a rate: what it is about, on which ground, and both approvals it needs. */
export function ExclusionView({ seen }: CaseViewProps) {
  const w = useWords(chainWords);
  const facts = exclusionOf(seen.context);
  const name = useNames([facts.unit], seen.id);
  const coded = (key: string, code: string | null): string | null => (key in chainWords ? w(key as Key) : code);
  const text = (id: string | null): string | null => (id === null ? null : (seen.texts[id] ?? null));
  return (
    <CaseLayout seen={seen}>
      <section className="stack" aria-labelledby="appeal">
        <h2 id="appeal">{w('appeal')}</h2>
        <Box>{w('approvals')}</Box>
        <Facts
          facts={[
            [w('appellant'), <bdi key="unit">{name(facts.unit)}</bdi>],
            [w('rate'), coded(`rate_${facts.rate ?? ''}`, facts.rate)],
            [w('exclusionGround'), coded(`ex_${facts.ground ?? ''}`, facts.ground)],
            [
              w('story'),
              <span key="story" dir="auto" className="keep-lines">
                {text(facts.reason)}
              </span>,
            ],
            [
              w('openCase'),
              facts.entry === null ? null : (
                <Link key="entry" to={`/cases/${facts.entry}`}>
                  {w('openCase')}
                </Link>
              ),
            ],
          ]}
        />
        <Evidence files={facts.evidence} nameOf={(n) => w('evidence', { n })} />
        {seen.context !== undefined && (
          <ul>
            {(
              [
                ['firstApproval', facts.first],
                ['secondApproval', facts.second],
              ] as const
            ).map(([key, given]) => (
              <li key={key}>
                {w(key)}：
                <Chip kind={given === null ? 'neutral' : 'good'}>{w(given === null ? 'notYet' : 'approved')}</Chip>{' '}
                <span dir="auto">{text(given?.note ?? null)}</span>
              </li>
            ))}
          </ul>
        )}
        {facts.refusal !== null && (
          <Box kind="bad" title={w('refusedWhy')}>
            <p dir="auto">{text(facts.refusal)}</p>
          </Box>
        )}
      </section>
    </CaseLayout>
  );
}
