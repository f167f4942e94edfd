import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { Button } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { Confirm } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { Box, NotYet, ProblemBox } from '../../ui/problem.js';
import { When } from '../../ui/status.js';
import { importWords } from '../../words/imports.words.js';
import { useBetween, useWords } from '../../words/words.js';
import { decided, percentOf, stepOf } from './import.rules.js';
import { ImportRows } from './import-rows.js';
import { StateChip } from './imports.page.js';
import { RegistryNav } from './registry-nav.js';
import { useUnit } from './units.js';

type Import = Schema<'Import'>;
/** While something runs, how far it is is asked for so often. */
const ASKED_MS = 1500;

/** One table that was brought in: what it would do, what is wrong row by row, applying all of it or nothing, undoing it. */
export function ImportPage() {
  const w = useWords(importWords);
  const { import: id = '' } = useParams();
  const [isWorking, setWorking] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: keys.list('import', id),
    queryFn: () => answered(api.GET('/api/v1/imports/{import}', { params: { path: { import: id } } })),
    refetchInterval: (query) => (isWorking || query.state.data?.progress != null ? ASKED_MS : false),
  });
  return (
    <Page
      title={data?.fileName ?? w('import')}
      width="full"
      above={
        <p>
          <Link to="/registry/imports">{w('imports')}</Link>
        </p>
      }
    >
      <RegistryNav />
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined && <ImportView seen={data} onWorking={setWorking} />}
    </Page>
  );
}

function ImportView({ seen, onWorking }: { seen: Import; onWorking: (isWorking: boolean) => void }) {
  const w = useWords(importWords);
  const between = useBetween();
  const { data: unit } = useUnit(seen.unit);
  const [decisions, setDecisions] = useState<Record<string, string>>({});
  const percent = percentOf(seen.progress);
  return (
    <div className="stack loose">
      <section className="stack" aria-label={w('import')}>
        <p className="row">
          <StateChip state={seen.state} />
        </p>
        <Facts
          facts={[
            [w('whichTable'), w(seen.kind)],
            [w('ofUnit'), <bdi key="unit">{unit?.unit.name ?? ''}</bdi>],
            [w('asOf'), seen.asOf],
            [w('uploadedAt'), <When key="at" at={seen.at} exact />],
            [w('unknownColumns'), seen.unknownColumns.join(between)],
          ]}
        />
        {seen.progress !== null && (
          <div role="status" className="stack tight">
            <progress
              className="rg-progress"
              aria-label={w(seen.progress.phase === 'check' ? 'checking' : 'applying')}
              {...(percent === null ? {} : { max: 100, value: percent })}
            />
            <p>
              {w(seen.progress.phase === 'check' ? 'checkingCount' : 'applyingCount', {
                done: seen.progress.done,
                total: seen.progress.total,
              })}
            </p>
          </div>
        )}
        {seen.state !== 'uploaded' && <Counts counts={seen.counts} />}
        <NextStep seen={seen} decisions={decided(seen.decisions, decisions)} onWorking={onWorking} />
      </section>
      {seen.state !== 'uploaded' && (
        <ImportRows
          seen={seen}
          decisions={decisions}
          onDecide={(row, chosen) => setDecisions({ ...decisions, [row]: chosen })}
        />
      )}
    </div>
  );
}

const COUNTED = ['rows', 'new', 'changed', 'unchanged', 'errors', 'questions', 'warnings', 'skipped'] as const;
const COUNT_WORDS = {
  rows: 'countRows',
  new: 'countNew',
  changed: 'countChanged',
  unchanged: 'countUnchanged',
  errors: 'countErrors',
  questions: 'countQuestions',
  warnings: 'countWarnings',
  skipped: 'countSkipped',
} as const;

function Counts({ counts }: { counts: Import['counts'] }) {
  const w = useWords(importWords);
  return (
    <dl className="rg-counts">
      {COUNTED.map((name) => (
        <div key={name}>
          <dt>{w(COUNT_WORDS[name])}</dt>
          <dd>{counts[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

interface NextStepProps {
  seen: Import;
  decisions: Record<string, string>;
  onWorking: (isWorking: boolean) => void;
}

const STEP_HELP = {
  check: 'stepCheck',
  decide: 'stepDecide',
  correct: 'stepCorrect',
  apply: 'stepApply',
  nothing: 'stepNothing',
  applied: 'stepApplied',
  undone: 'stepUndone',
} as const;

/** The one thing to do next, in words; what cannot be taken back asks first. */
function NextStep({ seen, decisions, onWorking }: NextStepProps) {
  const w = useWords(importWords);
  const step = stepOf(seen);
  const [asking, setAsking] = useState<'apply' | 'undo' | null>(null);
  const [reason, setReason] = useState('');
  const path = { import: seen.id };
  const settled = { onDone: () => setAsking(null) };
  const working = async <Done,>(work: Promise<Done>): Promise<Done> => {
    onWorking(true);
    try {
      return await work;
    } finally {
      onWorking(false);
    }
  };
  const check = useCommand((body: { decisions: Record<string, string> }, headers) =>
    working(answered(api.POST('/api/v1/imports/{import}/check', { params: { path }, body, headers }))),
  );
  const apply = useCommand(
    (_: string, headers) =>
      working(answered(api.POST('/api/v1/imports/{import}/apply', { params: { path }, headers }))),
    settled,
  );
  const undo = useCommand(
    (body: { reason: string }, headers) =>
      working(answered(api.POST('/api/v1/imports/{import}/undo', { params: { path }, body, headers }))),
    settled,
  );
  const isRunning = seen.progress !== null || check.isPending || apply.isPending || undo.isPending;
  const error = check.error ?? (asking === null ? (apply.error ?? undo.error) : null);
  return (
    <>
      <Box kind={step === 'correct' ? 'bad' : step === 'apply' || step === 'applied' ? 'good' : 'info'}>
        <p>{w(STEP_HELP[step], { n: seen.counts.new + seen.counts.changed, bad: seen.counts.errors })}</p>
      </Box>
      {error !== null && <ProblemBox error={error} />}
      <p className="row">
        {step === 'apply' && (
          <Button look="primary" isPending={isRunning} onPress={() => setAsking('apply')}>
            {w('apply')}
          </Button>
        )}
        {(step === 'check' || step === 'decide' || step === 'apply') && (
          <Button
            look={step === 'apply' ? 'secondary' : 'primary'}
            isPending={isRunning}
            onPress={() => check.mutate({ decisions })}
          >
            {w(step === 'check' ? 'check' : 'checkAgain')}
          </Button>
        )}
        {step === 'applied' && (
          <Button look="danger" isPending={isRunning} onPress={() => setAsking('undo')}>
            {w('undo')}
          </Button>
        )}
        {seen.state !== 'uploaded' && seen.counts.errors + seen.counts.warnings + seen.counts.questions > 0 && (
          <a className="button secondary normal" href={`/api/v1/imports/${seen.id}/problems`} download>
            {w('downloadProblems')}
          </a>
        )}
      </p>
      <Confirm
        isOpen={asking === 'apply'}
        title={w('applyTitle', { n: seen.counts.new + seen.counts.changed })}
        action={w('apply')}
        isPending={isRunning}
        onConfirm={() => apply.mutate(seen.sha256)}
        onClose={() => setAsking(null)}
      >
        <p>{w('applyHelp')}</p>
        {apply.error !== null && <ProblemBox error={apply.error} />}
      </Confirm>
      <Confirm
        isOpen={asking === 'undo'}
        title={w('undoTitle')}
        action={w('undo')}
        look="danger"
        isPending={isRunning}
        onConfirm={() => reason.trim().length > 1 && undo.mutate({ reason: reason.trim() })}
        onClose={() => setAsking(null)}
      >
        <p>{w('undoHelp')}</p>
        <TextField label={w('reason')} isRequired maxLength={160} value={reason} onChange={setReason} />
        {undo.error !== null && <ProblemBox error={undo.error} />}
      </Confirm>
    </>
  );
}
