import type { Schema } from '../../api/client.js';
import { Chip, When } from '../../ui/status.js';
import { chartWords } from '../../words/chart.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { innermost, type PathEntry } from './chart.rules.js';
import type { Entry } from './chart-state.js';
import type { Lights } from './chart-view.js';

interface ChartInWordsProps {
  workflow: Schema<'Workflow'>;
  lights?: Lights;
  path?: readonly PathEntry[];
  journal?: readonly Entry[];
  chosen: string | null;
  onChoose: (state: string) => void;
}

/** The chart for those who do not look at drawings: the way the case took, then every step with where it stands. */
export function ChartInWords({ workflow, lights, path, journal, chosen, onChoose }: ChartInWordsProps) {
  const w = useWords(chartWords);
  return (
    <div className="stack">
      <p className="soft">{w('inWordsHelp')}</p>
      {path !== undefined && (
        <>
          <h3>{w('pathTaken')}</h3>
          <PathList {...{ workflow, path, journal, onChoose }} />
        </>
      )}
      <h3>{w('allSteps')}</h3>
      <StateList {...{ workflow, lights, chosen, onChoose }} parent={null} />
    </div>
  );
}

function PathList(props: {
  workflow: Schema<'Workflow'>;
  path: readonly PathEntry[];
  journal?: readonly Entry[];
  onChoose: (state: string) => void;
}) {
  const { workflow, path, journal = [], onChoose } = props;
  const inLabel = useLabel();
  return (
    <ol className="timeline">
      {path.map(({ seq, at, states }, index) => {
        const entry = journal.find((one) => one.seq === seq);
        const before = new Set(path[index - 1]?.states ?? []);
        const arrived = innermost(workflow.states, states).filter((state) => !before.has(state));
        return (
          <li key={seq} className="timeline-entry">
            <span className="timeline-at">
              <When at={at} exact />
              {entry !== undefined && ` · ${inLabel(entry.label)}`}
            </span>
            <span className="row chart-step-links">
              {arrived.map((state) => (
                <StateLink key={state} {...{ workflow, state, onChoose }} />
              ))}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

interface StateListProps {
  workflow: Schema<'Workflow'>;
  lights: Lights | undefined;
  chosen: string | null;
  onChoose: (state: string) => void;
  parent: string | null;
}

function StateList(props: StateListProps) {
  const { workflow, lights, chosen, onChoose, parent } = props;
  const w = useWords(chartWords);
  const inside = workflow.states.filter((state) => state.parent === parent && state.kind !== 'history');
  if (inside.length === 0) return null;
  return (
    <ul className="chart-steps">
      {inside.map(({ id }) => (
        <li key={id}>
          <span className="row">
            <StateLink workflow={workflow} state={id} isChosen={id === chosen} onChoose={onChoose} />
            {lights?.now.has(id) === true && <Chip kind="info">{lights.nowWord}</Chip>}
            {lights?.now.has(id) === false && lights.been.has(id) && <Chip kind="good">{w('been')}</Chip>}
          </span>
          <StateList {...props} parent={id} />
        </li>
      ))}
    </ul>
  );
}

interface StateLinkProps {
  workflow: Schema<'Workflow'>;
  state: string;
  isChosen?: boolean;
  onChoose: (state: string) => void;
}

function StateLink({ workflow, state, isChosen, onChoose }: StateLinkProps) {
  const inLabel = useLabel();
  const found = workflow.states.find(({ id }) => id === state);
  if (found === undefined) return null;
  return (
    <button type="button" className="as-link chart-step" aria-pressed={isChosen} onClick={() => onChoose(state)}>
      {inLabel(found.label)}
    </button>
  );
}
