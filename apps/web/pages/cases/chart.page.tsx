import { useEffect, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';

import { useCase } from '../../api/cases.js';
import type { Schema } from '../../api/client.js';
import { Page } from '../../app/page.js';
import { EmptyState, Loading, NotYet, ProblemBox } from '../../ui/problem.js';
import { StatusChip } from '../../ui/status.js';
import { chartWords } from '../../words/chart.words.js';
import { uiWords } from '../../words/ui.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { useAsOf, useDrawing, useJournal, usePath, useWorkflow } from './chart-queries.js';
import { AsOfSlider } from './chart-slider.js';
import { ClockLine, StateDetails } from './chart-state.js';
import { ChartView, type Lights } from './chart-view.js';
import { ChartInWords } from './chart-words.js';
import { innermost, standingAt, visitedUntil, type PathEntry } from './chart.rules.js';
import { useWho, type Who } from './who.js';
import '../../ui/chart.css';
import './cases.css';
import './chart.css';

/** The chart of a case, live: where it is, how it came there, who acts until when, and how it was at any moment before. */
export function ChartPage() {
  const { id = '' } = useParams();
  const ui = useWords(uiWords);
  const w = useWords(chartWords);
  const seen = useCase(id);
  const workflow = useWorkflow(seen.data?.workflow);
  const failed = seen.error ?? workflow.error;
  if (seen.data !== undefined && workflow.data !== undefined)
    return <LiveChart key={id} seen={seen.data} workflow={workflow.data} />;
  return (
    <Page title={failed === null ? ui('loading') : w('drawing')}>
      {failed === null ? (
        <Loading />
      ) : (
        <ProblemBox
          error={failed}
          onRetry={() => {
            void seen.refetch();
            void workflow.refetch();
          }}
        />
      )}
    </Page>
  );
}

interface LiveChartProps {
  seen: Schema<'Case'>;
  workflow: Schema<'Workflow'>;
}

const NO_PATH: readonly PathEntry[] = [];

function LiveChart({ seen, workflow }: LiveChartProps) {
  const w = useWords(chartWords);
  const inLabel = useLabel();
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('step'));
  const seq = Number.isInteger(asked) && asked > 0 ? asked : null;
  const path = usePath(seen.id).data?.rows;
  const { data: journal = [] } = useJournal(seen.id);
  const until = seq ?? Infinity;
  const now = standingAt(path ?? NO_PATH, until)?.states ?? seen.states.map(({ id }) => id);
  const lights: Lights = {
    now: new Set(now),
    been: visitedUntil(path ?? NO_PATH, until),
    nowWord: w(seq === null ? 'now' : 'then'),
  };
  const [picked, setPicked] = useState<string | null>(null);
  const chosen = picked ?? innermost(workflow.states, now)[0] ?? null;
  const goTo = (next: number | null): void => {
    setPicked(null);
    setSearch(next === null ? {} : { step: String(next) }, { replace: true, preventScrollReset: true });
  };
  const details = { workflow, path, journal };
  return (
    <Page
      title={w('title', { name: seen.title ?? inLabel(seen.workflowLabel) })}
      width="full"
      above={
        <p className="row">
          <Link to={`/cases/${seen.id}`}>{w('toCase')}</Link>
          <StatusChip status={seen.status} label={seen.stage.label} />
        </p>
      }
    >
      <div className="chart-columns">
        <section className="stack" aria-labelledby="drawing">
          <h2 id="drawing">{w('drawing')}</h2>
          <p className="soft small">{w('drawingHelp')}</p>
          <Drawn name={workflow.name} label={inLabel(workflow.label)} {...{ lights, chosen }} onChoose={setPicked} />
          <AsOfSlider journal={journal} seq={seq} onChange={goTo} />
        </section>
        <div className="stack loose">
          <Standing seen={seen} workflow={workflow} seq={seq} />
          <section className="stack card chart-chosen" aria-live="polite">
            <StateDetails state={chosen} {...details} {...(seq === null ? { clocks: seen.clocks } : { seq })} />
          </section>
        </div>
      </div>
      <section className="stack" aria-labelledby="in-words">
        <h2 id="in-words">{w('inWords')}</h2>
        <ChartInWords
          {...details}
          path={path?.filter((entry) => entry.seq <= until)}
          {...{ lights, chosen }}
          onChoose={setPicked}
        />
      </section>
    </Page>
  );
}

interface DrawnProps {
  /** Key of the workflow. */
  name: string;
  label: string;
  lights?: Lights;
  chosen: string | null;
  onChoose: (state: string) => void;
}

/** The drawing of a workflow, fetched once. */
export function Drawn({ name, label, ...view }: DrawnProps) {
  const { data, error, refetch } = useDrawing(name);
  if (data !== undefined) return <ChartView name={label} text={data} {...view} />;
  return <NotYet error={error} onRetry={refetch} />;
}

const TICK_MS = 30_000;

/** Beside the drawing: what it waits for and whom, and the clocks that run; looking back, what it waited for then. */
function Standing({ seen, workflow, seq }: LiveChartProps & { seq: number | null }) {
  const w = useWords(chartWords);
  const inLabel = useLabel();
  const inWho = useWho(workflow);
  const { data: then } = useAsOf(seen.id, seq);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const awaits: readonly { state: string; label: Schema<'Label'>; who: Who[] }[] =
    seq === null ? seen.awaits : (then?.awaits ?? []);
  const status = seq === null ? seen.status : (then?.status ?? 'active');
  return (
    <>
      <section className="stack tight" aria-labelledby="waits">
        <h2 id="waits">{w(seq === null ? 'waitsFor' : 'waitedFor')}</h2>
        {status !== 'active' && <EmptyState title={w('ended')} />}
        {status === 'active' && awaits.length === 0 && <p className="soft">{w('nothingAwaited')}</p>}
        <ul>
          {awaits.map(({ state, label, who }) => (
            <li key={state}>
              <strong>{inLabel(label)}</strong> {who.map((one) => inWho(one)).join(w('listMark'))}
            </li>
          ))}
        </ul>
      </section>
      {seq === null && (
        <section className="stack tight" aria-labelledby="clocks">
          <h2 id="clocks">{w('clocks')}</h2>
          {seen.clocks.length === 0 && <p className="soft">{w('noClocks')}</p>}
          {seen.clocks.map((clock) => (
            <ClockLine key={clock.clock} clock={clock} />
          ))}
        </section>
      )}
    </>
  );
}
