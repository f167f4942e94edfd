import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { EmptyState } from '../../ui/problem.js';
import { NativeSelect } from '../../ui/select-field.js';
import { Chip, When } from '../../ui/status.js';
import { operationsWords } from '../../words/operations.words.js';
import { useWords } from '../../words/words.js';
import { PlainTable } from './parts.js';
import { usePaged } from '../../api/paged.js';
import { useNames } from '../../app/names.js';
import { PagedRows } from '../../ui/paged-rows.js';

const OUTCOMES = [
  ...(['in', 'secondFactorDue', 'wrong', 'wrongCode', 'locked', 'limited', 'secondFactorPassed', 'out'] as const),
];
const GOOD: readonly string[] = ['in', 'secondFactorPassed', 'out', 'secondFactorDue'];

/** Who signed in, when and from where; also attempts that failed. */
export function SignInsPart() {
  const w = useWords(operationsWords);
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number] | null>(null);
  const signIns = usePaged(keys.list('sign-ins', outcome), (from) => {
    const query = { limit: 50, ...(outcome === null ? {} : { outcome }), ...from };
    return answered(api.GET('/api/v1/sign-ins', { params: { query } }));
  });
  const nameOf = useNames((signIns.rows ?? []).map(({ person }) => person));
  return (
    <>
      <p className="soft">{w('signInsHelp')}</p>
      <div className="operations-choice">
        <NativeSelect
          label={w('outcome')}
          empty={w('every')}
          value={outcome}
          choices={OUTCOMES.map((value) => ({ value, label: w(`outcome_${value}`) }))}
          onChange={(value) => setOutcome(OUTCOMES.find((one) => one === value) ?? null)}
        />
      </div>
      <PagedRows list={signIns} empty={<EmptyState title={w('signInsNone')} />}>
        {(rows) => (
          <PlainTable
            name={w('signIns')}
            heads={[w('when'), w('person'), w('way'), w('outcome'), w('address'), w('device')]}
            rows={rows.map((row) => ({
              key: row.id,
              cells: [
                <When key="at" at={row.at} exact />,
                <bdi key="person">{nameOf(row.person) ?? row.person ?? '—'}</bdi>,
                w(`way_${row.way}`),
                <Chip key="outcome" kind={GOOD.includes(row.outcome) ? 'good' : 'bad'}>
                  {w(`outcome_${row.outcome}`)}
                </Chip>,
                row.address,
                <span key="agent" className="small soft">
                  {row.agent.slice(0, 60)}
                </span>,
              ],
            }))}
          />
        )}
      </PagedRows>
    </>
  );
}
