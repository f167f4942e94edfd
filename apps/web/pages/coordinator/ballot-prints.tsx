import { useState } from 'react';

import { SelectField } from '../../ui/select-field.js';
import { ballotDeskWords } from '../../words/ballot-desk.words.js';
import { useWords } from '../../words/words.js';
import { useBallotNames, useRoll } from './ballot-desk-data.js';
import type { BallotPartProps } from './ballot-grid.js';

/** Where the papers of some voting units are printed. */
export function papersHref(ballot: string, some: { entries?: string; building?: string } = {}): string {
  const query = new URLSearchParams(some).toString();
  return `/api/v1/ballots/${ballot}/print/papers${query === '' ? '' : `?${query}`}`;
}

/** Papers of everybody or of one building, ready to print, as long as they may be handed in. */
export function BallotPrints({ ballot }: BallotPartProps) {
  const w = useWords(ballotDeskWords);
  const [building, setBuilding] = useState<string | null>(null);
  const { rows = [] } = useRoll(ballot.id);
  const buildings = [...new Set(rows.flatMap((row) => row.building ?? []))];
  const nameOf = useBallotNames(ballot.id, buildings);
  if (!['drawn', 'appeals', 'open'].includes(ballot.status) || rows.length === 0) return null;
  const here = rows.filter((row) => !row.removed && (building === null || row.building === building));
  return (
    <details className="co-sub no-print">
      <summary>{w('printPapers')}</summary>
      <div className="form">
        <p className="soft">{w(ballot.secret ? 'printSecretHelp' : 'printPapersHelp')}</p>
        {buildings.length > 1 && (
          <SelectField
            label={w('building')}
            choices={buildings.map((value) => ({ value, label: nameOf(value) }))}
            value={building}
            onChange={setBuilding}
          />
        )}
        <p>
          <a
            className="button primary normal"
            href={papersHref(ballot.id, building === null ? {} : { building })}
            target="_blank"
            rel="noreferrer"
          >
            {w('printSome', { n: here.length })}
          </a>
        </p>
      </div>
    </details>
  );
}
