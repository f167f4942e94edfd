import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Chip } from '../../ui/status.js';
import { NativeSelect, ToolSelect } from '../../ui/select-field.js';
import { importWords } from '../../words/imports.words.js';
import { useWords } from '../../words/words.js';
import { useNames } from './use-names.js';
import { usePaged } from '../../api/paged.js';
import { PagedRows } from '../../ui/paged-rows.js';

type Problem = Schema<'ImportProblem'>;
const SHOWN = ['problems', 'all', 'new', 'changed', 'unchanged', 'error'] as const;
const SHOWN_WORDS = {
  problems: 'onlyProblems',
  all: 'everyRow',
  new: 'countNew',
  changed: 'countChanged',
  unchanged: 'countUnchanged',
  error: 'countErrors',
} as const;

interface ImportRowsProps {
  seen: Schema<'Import'>;
  decisions: Readonly<Record<string, string>>;
  onDecide: (row: number, chosen: string) => void;
}

/** Rows of a table with what was found in them, and the questions that have to be decided. */
export function ImportRows({ seen, decisions, onDecide }: ImportRowsProps) {
  const w = useWords(importWords);
  const [only, setOnly] = useState<(typeof SHOWN)[number]>('problems');
  const list = usePaged(keys.list('import-rows', seen.id, seen.state, seen.counts, only), async ({ cursor }) => {
    const query = { only, ...(cursor === undefined ? {} : { after: Number(cursor) }) };
    const path = { import: seen.id };
    const part = await answered(api.GET('/api/v1/imports/{import}/rows', { params: { path, query } }));
    return { ...part, next: part.next === null ? null : String(part.next) };
  });
  return (
    <section className="stack" aria-label={w('rows')}>
      <h2>{w('rows')}</h2>
      <div className="rg-toolbar">
        <ToolSelect
          label={w('whichRows')}
          choices={SHOWN.map((value) => ({ value, label: w(SHOWN_WORDS[value]) }))}
          value={only}
          onChange={(chosen) => setOnly(SHOWN.find((one) => one === chosen) ?? 'all')}
          empty={w('everyRow')}
        />
      </div>
      <PagedRows list={list} empty={<p className="soft">{w(only === 'problems' ? 'noProblems' : 'noRows')}</p>}>
        {(rows) => (
          <div className="rg-frame" role="region" aria-label={w('rows')} tabIndex={0}>
            <table className="rg-table">
              <thead>
                <tr>
                  <th scope="col">{w('row')}</th>
                  <th scope="col">{w('written')}</th>
                  <th scope="col">{w('found')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ row, outcome, cells, problems }) => (
                  <tr key={row}>
                    <th scope="row">{row}</th>
                    <td>
                      <bdi>
                        {Object.values(cells)
                          .filter((cell) => cell !== '')
                          .slice(0, 6)
                          .join(' · ')}
                      </bdi>
                    </td>
                    <td>
                      {outcome !== null && problems.length === 0 && <Chip>{w(SHOWN_WORDS[outcome])}</Chip>}
                      {problems.map((problem, index) => (
                        <ProblemLine
                          // problems of one row stay in their order
                          key={`${problem.code} ${index}`}
                          problem={problem}
                          chosen={decisions[String(row)] ?? seen.decisions[String(row)] ?? ''}
                          canDecide={seen.state === 'checked'}
                          onDecide={(chosen) => onDecide(row, chosen)}
                        />
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </PagedRows>
    </section>
  );
}

const SEVERITIES = { error: 'bad', question: 'info', warning: 'warn' } as const;
const SEVERITY_WORDS = { error: 'isError', question: 'isQuestion', warning: 'isWarning' } as const;

interface ProblemLineProps {
  problem: Problem;
  chosen: string;
  canDecide: boolean;
  onDecide: (chosen: string) => void;
}

/** What is wrong with a cell, and what to do; a question with its answers. */
function ProblemLine({ problem, chosen, canDecide, onDecide }: ProblemLineProps) {
  const w = useWords(importWords);
  const { severity, column, message, remedy, value, candidates, row } = problem;
  const nameOf = useNames(candidates.filter((one) => !one.startsWith('row:')));
  return (
    <div className="stack tight">
      <p>
        <Chip kind={SEVERITIES[severity]}>{w(SEVERITY_WORDS[severity])}</Chip>{' '}
        {column !== '' && <strong>{w('inColumn', { column })}</strong>} {message}
        {value !== '' && (
          <>
            {' '}
            <bdi className="soft">{w('itSays', { value })}</bdi>
          </>
        )}
      </p>
      {remedy !== '' && <p className="soft small">{remedy}</p>}
      {severity === 'question' && canDecide && (
        <>
          <NativeSelect
            label={w('decideRow', { n: row })}
            value={chosen === '' ? null : chosen}
            onChange={(next) => onDecide(next ?? '')}
            empty={w('notDecided')}
            choices={[
              { value: 'new', label: w('isNew') },
              ...candidates.map((one) => ({
                value: one,
                label: one.startsWith('row:') ? w('isRow', { n: one.slice(4) }) : w('isPerson', { name: nameOf(one) }),
              })),
            ]}
          />
          <p className="small row">
            {candidates
              .filter((one) => !one.startsWith('row:'))
              .map((one) => (
                <Link key={one} to={`/registry/people/${one}`} target="_blank" rel="noreferrer">
                  {w('lookAt', { name: nameOf(one) })}
                </Link>
              ))}
          </p>
        </>
      )}
    </div>
  );
}
