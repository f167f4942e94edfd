import { useState } from 'react';
import { useSearchParams } from 'react-router';

import { Page } from '../../app/page.js';
import { useMe, type Me } from '../../app/session.js';
import { NativeSelect } from '../../ui/select-field.js';
import { EmptyState, Loading } from '../../ui/problem.js';
import { dutyWords } from '../../words/duty.words.js';
import { useWords } from '../../words/words.js';
import { Absences } from './absences.js';
import { Roster } from './roster.js';
import './dispatch.css';

const KEEPERS = ['leader', 'coordinator', 'duty', 'operator'];

/** Units whose roster somebody keeps, each once. */
function unitsKept(me: Me): { value: string; label: string }[] {
  const kept = me.roles.filter(({ role, held }) => held !== 'residence' && KEEPERS.includes(role));
  return [...new Map(kept.map(({ unit, unitName }) => [unit, { value: unit, label: unitName }])).values()];
}

/** Who is on duty, who stands in for whom. */
export function DutyPage() {
  const w = useWords(dutyWords);
  const { data: me } = useMe();
  const [search, setSearch] = useSearchParams();
  const [fallback, setFallback] = useState<string | null>(null);
  const units = me === undefined ? [] : unitsKept(me);
  const unit = search.get('unit') ?? fallback ?? units[0]?.value ?? null;
  return (
    <Page title={w('title')} width="full">
      {me === undefined && <Loading />}
      {units.length > 1 && (
        <NativeSelect
          label={w('unit')}
          empty={w('unit')}
          choices={units}
          value={unit}
          onChange={(value) => {
            setFallback(value);
            setSearch(value === null ? {} : { unit: value }, { replace: true });
          }}
        />
      )}
      {me !== undefined && unit === null && (
        <EmptyState title={w('noUnit')}>
          <p>{w('noUnitHelp')}</p>
        </EmptyState>
      )}
      {unit !== null && <Roster key={unit} unit={unit} />}
      {me !== undefined && <Absences unit={unit ?? me.roles[0]?.unit ?? null} />}
    </Page>
  );
}
