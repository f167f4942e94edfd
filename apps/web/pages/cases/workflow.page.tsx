import { useState } from 'react';
import { Link, useParams } from 'react-router';

import type { Schema } from '../../api/client.js';
import { Page } from '../../app/page.js';
import { LinkButton } from '../../ui/button.js';
import { NotYet } from '../../ui/problem.js';
import { chartWords } from '../../words/chart.words.js';
import { uiWords } from '../../words/ui.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { useWorkflow } from './chart-queries.js';
import { StateDetails } from './chart-state.js';
import { ChartInWords } from './chart-words.js';
import { Drawn } from './chart.page.js';
import { useWho, type Who } from './who.js';
import '../../ui/chart.css';
import './cases.css';
import './chart.css';

/** A workflow: what it is for, its chart, who may do what, its stages and clocks. */
export function WorkflowPage() {
  const { workflow: name = '' } = useParams();
  const ui = useWords(uiWords);
  const w = useWords(chartWords);
  const inLabel = useLabel();
  const { data, error, refetch } = useWorkflow(name);
  return (
    <Page
      title={data === undefined ? ui('loading') : inLabel(data.label)}
      width="full"
      canBeRead
      above={<Link to="/gallery">{w('toGallery')}</Link>}
      actions={
        data?.mayStart === true && (
          <LinkButton look="primary" to={`/start/${name}`}>
            {w('start', { name: inLabel(data.label) })}
          </LinkButton>
        )
      }
    >
      {data !== undefined && <WorkflowParts workflow={data} />}
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
    </Page>
  );
}

function WorkflowParts({ workflow }: { workflow: Schema<'Workflow'> }) {
  const w = useWords(chartWords);
  const inLabel = useLabel();
  const [chosen, setChosen] = useState<string | null>(null);
  const lists = [
    ['stages', workflow.stages.map(({ label }) => inLabel(label))],
    ['clocksTitle', workflow.clocks.map(({ label }) => inLabel(label))],
  ] as const;
  return (
    <>
      <p>{inLabel(workflow.description)}</p>
      <div className="chart-columns">
        <section className="stack" aria-labelledby="drawing">
          <h2 id="drawing">{w('drawing')}</h2>
          <p className="soft small">{w('drawingHelp')}</p>
          <Drawn name={workflow.name} label={inLabel(workflow.label)} chosen={chosen} onChoose={setChosen} />
        </section>
        <div className="stack loose">
          <section className="stack card chart-chosen" aria-live="polite">
            <StateDetails state={chosen} workflow={workflow} />
          </section>
          {lists.map(([word, names]) => (
            <section key={word} className="stack tight">
              <h2>{w(word)}</h2>
              {word === 'clocksTitle' && <p className="soft small">{w('clocksHelp')}</p>}
              <ul>
                {names.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </section>
          ))}
          {workflow.children.length > 0 && (
            <section className="stack tight">
              <h2>{w('parts')}</h2>
              <PartLinks names={workflow.children} />
            </section>
          )}
          <p className="soft small">{w('version', { n: workflow.version })}</p>
        </div>
      </div>
      <section className="stack" aria-labelledby="acts">
        <h2 id="acts">{w('actsTable')}</h2>
        <p className="soft">{w('actsTableHelp')}</p>
        <ActsTable workflow={workflow} />
      </section>
      <section className="stack" aria-labelledby="in-words">
        <h2 id="in-words">{w('inWords')}</h2>
        <ChartInWords workflow={workflow} chosen={chosen} onChoose={setChosen} />
      </section>
    </>
  );
}

function PartLinks({ names }: { names: readonly string[] }) {
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>
          <PartLink name={name} />
        </li>
      ))}
    </ul>
  );
}

function PartLink({ name }: { name: string }) {
  const inLabel = useLabel();
  const { data } = useWorkflow(name);
  return <Link to={`/gallery/${name}`}>{data === undefined ? name : inLabel(data.label)}</Link>;
}

/** Acts by who may do them; a cell says so in a word, never by a mark alone. */
function ActsTable({ workflow }: { workflow: Schema<'Workflow'> }) {
  const w = useWords(chartWords);
  const inLabel = useLabel();
  const inWho = useWho(workflow);
  const rows = workflow.acts.map((act) => ({ act, who: new Set((act.who as Who[]).map((one) => inWho(one))) }));
  const columns = [...new Set(rows.flatMap(({ who }) => [...who]))];
  const stateOf = (id: string): string => {
    const found = workflow.states.find((state) => state.id === id);
    return found === undefined ? id : inLabel(found.label);
  };
  return (
    <div className="workflow-acts" tabIndex={0} role="group" aria-labelledby="acts">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{w('act')}</th>
            <th scope="col">{w('where')}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ act, who }) => (
            <tr key={act.act}>
              <th scope="row">
                {inLabel(act.label)}
                <span className="soft small workflow-help">{inLabel(act.help)}</span>
              </th>
              <td>{act.states.map(stateOf).join(w('listMark'))}</td>
              {columns.map((name) => (
                <td key={name}>
                  {who.has(name) && (
                    <>
                      <span aria-hidden="true">✓</span>
                      <span className="visually-hidden">{w('may')}</span>
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
