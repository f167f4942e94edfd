import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { holds, useMe } from '../../app/session.js';
import { useTimes } from '../../app/times.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { EmptyState, ProblemBox } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { insightWords } from '../../words/insight.words.js';
import { useWords } from '../../words/words.js';
import { monthAfter, quarterOf } from './insight.rules.js';
import { thisMonth } from './use-scope.js';

const print = (unit: string, period: string): string => `/api/v1/ledger/reports/${unit}/${period}/print`;

/** Accounts to print, those kept for good, and the sheets on which months are held against the journals. */
export function Reports({ unit, month }: { unit: string; month: string }) {
  const w = useWords(insightWords);
  const { data: me } = useMe();
  const { data } = useQuery({
    queryKey: keys.list('digests', unit),
    queryFn: () => answered(api.GET('/api/v1/ledger/digests', { params: { query: { unit } } })),
  });
  const names = { day: 'day', week: 'week', month: 'monthly', quarter: 'quarter' } as const;
  const mayReconcile = holds(me, 'coordinator', 'secretary', 'leader', 'department', 'supervisor');
  return (
    <section className="stack" aria-labelledby="reports">
      <h2 id="reports">{w('reports')}</h2>
      <p className="soft">{w('reportsHelp')}</p>
      <p className="row">
        <a className="button secondary normal" href={print(unit, month)} target="_blank" rel="noreferrer">
          {w('printMonth', { month })}
        </a>
        <a className="button secondary normal" href={print(unit, quarterOf(month))} target="_blank" rel="noreferrer">
          {w('printQuarter', { quarter: quarterOf(month) })}
        </a>
      </p>
      <h3>{w('digests')}</h3>
      {data?.rows.length === 0 && <EmptyState title={w('digestsEmpty')} />}
      <ul>
        {data?.rows.map(({ period, name, digest, madeAt }) => (
          <li key={`${period} ${name}`}>
            <a href={print(unit, name)} target="_blank" rel="noreferrer">
              {w('printOf', { name: `${w(names[period])} ${name}` })}
            </a>{' '}
            <span className="soft small">
              <When at={madeAt} exact /> · {w('digest')} <code>{digest.slice(0, 12)}</code>
            </span>
          </li>
        ))}
      </ul>
      {me !== undefined && <Sheets unit={unit} mayReconcile={mayReconcile} />}
    </section>
  );
}

/** A month of the account held against the journals. */
interface Sheet {
  id: string;
  month: string;
  count: number;
  differences: { caseId: string; what: string; account: string | null; journal: string | null }[];
  signedAt: string | null;
  remark: string | null;
}

function Sheets({ unit, mayReconcile }: { unit: string; mayReconcile: boolean }) {
  const w = useWords(insightWords);
  const month = monthAfter(thisMonth(), -1);
  const { data } = useQuery({
    queryKey: keys.list('reconciliations', unit),
    queryFn: () => answered(api.GET('/api/v1/ledger/reconciliations', { params: { query: { unit } } })),
  });
  const reconcile = useCommand((body: { unit: string; month: string }, headers) =>
    answered(api.POST('/api/v1/ledger/reconciliations', { body, headers })),
  );
  return (
    <>
      <h3>{w('sheets')}</h3>
      <p className="soft">{w('sheetsHelp')}</p>
      {mayReconcile && (
        <p>
          <Button isPending={reconcile.isPending} onPress={() => reconcile.mutate({ unit, month })}>
            {w('reconcile', { month })}
          </Button>
        </p>
      )}
      {reconcile.error !== null && <ProblemBox error={reconcile.error} />}
      {data?.rows.length === 0 && <EmptyState title={w('sheetsEmpty')} />}
      {data?.rows.map((sheet) => (
        <SheetCard key={sheet.id} sheet={sheet} maySign={mayReconcile} />
      ))}
    </>
  );
}

function SheetCard({ sheet, maySign }: { sheet: Sheet; maySign: boolean }) {
  const w = useWords(insightWords);
  const { inWords } = useTimes();
  const [isAsking, setAsking] = useState(false);
  const [remark, setRemark] = useState('');
  const { id, month, count, differences, signedAt } = sheet;
  const sign = useCommand(
    (body: { remark: string | null }, headers) =>
      answered(
        api.POST('/api/v1/ledger/reconciliations/{sheet}/sign', { params: { path: { sheet: id } }, body, headers }),
      ),
    { onDone: () => setAsking(false) },
  );
  return (
    <article className="card">
      <h4>{month}</h4>
      <p className="row">
        {w('lines', { n: count })}
        <Chip kind={differences.length === 0 ? 'good' : 'warn'}>
          {differences.length === 0 ? w('agrees') : w('differences', { n: differences.length })}
        </Chip>
        <Chip kind={signedAt === null ? 'neutral' : 'good'}>
          {signedAt === null ? w('notSigned') : w('signed', { when: inWords(signedAt, 'short') })}
        </Chip>
        {maySign && signedAt === null && <Button onPress={() => setAsking(true)}>{w('signOf', { month })}</Button>}
      </p>
      {sheet.remark !== null && <p dir="auto">{sheet.remark}</p>}
      <ul>
        {differences.map(({ caseId, what, account, journal }) => (
          <li key={`${caseId} ${what}`}>
            <Link to={`/cases/${caseId}`}>{what}</Link> · {w('inAccount')} {account ?? '—'} · {w('inJournal')}{' '}
            {journal ?? '—'}
          </li>
        ))}
      </ul>
      <Confirm
        isOpen={isAsking}
        title={w('signTitle', { month })}
        action={w('sign')}
        isPending={sign.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => sign.mutate({ remark: remark.trim() === '' ? null : remark.trim() })}
      >
        <p>{w('signHelp')}</p>
        <TextField label={w('remark')} value={remark} onChange={setRemark} isLong maxLength={1000} />
        {sign.error !== null && <ProblemBox error={sign.error} />}
      </Confirm>
    </article>
  );
}
