import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { togetherLive } from '../../api/live.js';
import { ApiProblem } from '../../api/problem.js';
import { initialValue, sentValue } from '../../forms/form.rules.js';
import type { FieldSchema } from '../../forms/schema.types.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { Box } from '../../ui/problem.js';
import { coordinatorWords } from '../../words/coordinator.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { bulkActs, type BulkRow, type KnownAct } from './bulk.rules.js';

interface BulkBarProps {
  rows: readonly BulkRow[];
  onClear: () => void;
}

interface Outcome {
  act: KnownAct;
  done: number;
  refused: { row: BulkRow; why: string }[];
}

/** What can be done with all selected rows at once, one after the other, with what became of each. */
export function BulkBar({ rows, onClear }: BulkBarProps) {
  const w = useWords(coordinatorWords);
  const inLabel = useLabel();
  const [asked, setAsked] = useState<KnownAct | null>(null);
  const { run, at, outcome } = useBulk(onClear);
  const acts = useBulkActs(rows);
  return (
    <div className="co-bulk stack tight">
      <div role="status">
        {at !== null && <Box>{w('bulkRunning', { at: at.at, n: at.of })}</Box>}
        {at === null && outcome !== null && <BulkOutcome outcome={outcome} />}
      </div>
      {rows.length > 0 && at === null && (
        <div className="row" role="group" aria-label={w('bulk', { n: rows.length })}>
          <strong>{w('bulk', { n: rows.length })}</strong>
          {acts.map((act) => (
            <Button key={act.act} size="small" title={inLabel(act.help)} onPress={() => setAsked(act)}>
              {inLabel(act.label)}
            </Button>
          ))}
          {acts.length === 0 && <span className="soft small">{w('bulkNone')}</span>}
          <Button size="small" look="quiet" onPress={onClear}>
            {w('bulkClear')}
          </Button>
        </div>
      )}
      {asked !== null && (
        <Confirm
          isOpen
          title={w('bulkTitle', { act: inLabel(asked.label), n: rows.length })}
          action={inLabel(asked.label)}
          onClose={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            void run(asked, rows);
          }}
        >
          <p>{inLabel(asked.help)}</p>
          <Titles rows={rows} />
          {asked.confirm && <p>{w('bulkFinal')}</p>}
        </Confirm>
      )}
    </div>
  );
}

const NAMED = 8;

function Titles({ rows }: { rows: readonly BulkRow[] }) {
  const w = useWords(coordinatorWords);
  return (
    <ul>
      {rows.slice(0, NAMED).map(({ id, title }) => (
        <li key={id} dir="auto">
          {title}
        </li>
      ))}
      {rows.length > NAMED && <li>{w('bulkMore', { n: rows.length - NAMED })}</li>}
    </ul>
  );
}

function BulkOutcome({ outcome: { act, done, refused } }: { outcome: Outcome }) {
  const w = useWords(coordinatorWords);
  const inLabel = useLabel();
  return (
    <Box kind={refused.length === 0 ? 'good' : 'warn'} title={w('bulkDone', { act: inLabel(act.label), n: done })}>
      {refused.length > 0 && (
        <>
          <p>{w('bulkRefused', { n: refused.length })}</p>
          <ul>
            {refused.map(({ row, why }) => (
              <li key={row.id}>
                <Link to={`/cases/${row.id}`}>
                  <bdi>{row.title}</bdi>
                </Link>{' '}
                {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </Box>
  );
}

function useBulkActs(rows: readonly BulkRow[]): KnownAct[] {
  const [first] = rows;
  const { data } = useQuery({
    queryKey: keys.book('workflow', first?.workflow),
    queryFn: () => answered(api.GET('/api/v1/workflows/{name}', { params: { path: { name: first?.workflow ?? '' } } })),
    enabled: first !== undefined,
  });
  return bulkActs(rows, data?.acts ?? []);
}

interface Bulk {
  run: (act: KnownAct, rows: readonly BulkRow[]) => Promise<void>;
  at: { at: number; of: number } | null;
  outcome: Outcome | null;
}

function useBulk(onDone: () => void): Bulk {
  const client = useQueryClient();
  const w = useWords(coordinatorWords);
  const [at, setAt] = useState<Bulk['at']>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const run = async (act: KnownAct, rows: readonly BulkRow[]): Promise<void> => {
    const schema = act.input as FieldSchema;
    const input = sentValue(schema, initialValue(schema));
    const refused: Outcome['refused'] = [];
    await togetherLive(client, async () => {
      for (const [index, row] of rows.entries()) {
        setAt({ at: index + 1, of: rows.length });
        try {
          await sendAct(row, act.act, input);
        } catch (problem) {
          refused.push({
            row,
            why: problem instanceof ApiProblem && problem.title !== '' ? problem.title : w('bulkRefused', { n: 1 }),
          });
        }
      }
    });
    setAt(null);
    setOutcome({ act, done: rows.length - refused.length, refused });
    onDone();
    await client.invalidateQueries();
  };
  return { run, at, outcome };
}

/** Only if nobody has acted since the list was read. */
function sendAct({ id, version }: BulkRow, act: string, input: Record<string, unknown>): Promise<unknown> {
  const headers = { 'if-match': `"${version}"` };
  return answered(api.POST('/api/v1/cases/{id}/acts', { params: { path: { id } }, body: { act, input }, headers }));
}
