import type { Schema } from '../../api/client.js';
import { Facts } from '../../ui/card.js';
import { EmptyState } from '../../ui/problem.js';
import { Due, When } from '../../ui/status.js';
import { chartWords } from '../../words/chart.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { around, isWithin, staysIn, type PathEntry } from './chart.rules.js';
import { useWho, type Who } from './who.js';

type Clock = Schema<'Case'>['clocks'][number];
export type Entry = Schema<'JournalPage'>['rows'][number];

export interface StateDetailsProps {
  state: string | null;
  workflow: Schema<'Workflow'>;
  /** Clocks that run now; none while looking back. */
  clocks?: readonly Clock[];
  path?: readonly PathEntry[];
  journal?: readonly Entry[];
  /** Looked at as of this entry. */
  seq?: number;
}

/** One step of a chart in words: who acts there, until when and by which clock, what happened there. */
export function StateDetails(props: StateDetailsProps) {
  const { state, workflow, clocks, path, journal, seq = Infinity } = props;
  const w = useWords(chartWords);
  const inLabel = useLabel();
  const found = workflow.states.find(({ id }) => id === state);
  if (found === undefined)
    return (
      <EmptyState title={w('stateNone')}>
        <p>{w('stateNoneHelp')}</p>
      </EmptyState>
    );
  const outer = around(workflow.states, found.id);
  const parent = workflow.states.find(({ id }) => id === outer[0]);
  const stays = path === undefined ? [] : staysIn(path, found.id, seq);
  const entries = journal?.filter((entry) => entry.seq <= seq && isWithin(stays, entry.seq)) ?? [];
  const here = clocks?.filter(({ clock }) => [found.id, ...outer].includes(clock.slice(clock.indexOf('@') + 1))) ?? [];
  const isHere = stays.at(-1)?.to === null;
  return (
    <div className="stack">
      <h3>{w('state', { name: inLabel(found.label) })}</h3>
      {parent !== undefined && <p className="soft">{w('inside', { name: inLabel(parent.label) })}</p>}
      <ActsHere workflow={workflow} states={[found.id, ...outer]} />
      {clocks !== undefined && isHere && (
        <>
          <h4>{w('untilWhen')}</h4>
          {here.length === 0 ? (
            <p className="soft">{w('noClock')}</p>
          ) : (
            here.map((clock) => <ClockLine key={clock.clock} clock={clock} />)
          )}
        </>
      )}
      {journal !== undefined && (
        <>
          <h4>{w('happened')}</h4>
          {entries.length === 0 ? <p className="soft">{w('nothingHappened')}</p> : <Entries entries={entries} />}
        </>
      )}
    </div>
  );
}

/** A clock: what for, how much time is left, why then. */
export function ClockLine({ clock }: { clock: Clock }) {
  const w = useWords(chartWords);
  const inLabel = useLabel();
  return (
    <div>
      <p>
        <strong>{inLabel(clock.label)}</strong> <Due dueAt={clock.dueAt} isPaused={clock.state === 'paused'} />
      </p>
      <details>
        <summary>{w('whyThen')}</summary>
        <p className="keep-lines">{inLabel(clock.explanation)}</p>
      </details>
    </div>
  );
}

/** What can be done in a state, innermost first, and by whom. */
function ActsHere({ workflow, states }: { workflow: Schema<'Workflow'>; states: readonly string[] }) {
  const w = useWords(chartWords);
  const inLabel = useLabel();
  const inWho = useWho(workflow);
  const acts = states.flatMap((state) => workflow.acts.filter((act) => act.states.includes(state)));
  const unique = [...new Set(acts)];
  return (
    <>
      <h4>{w('whoActs')}</h4>
      {unique.length === 0 ? (
        <p className="soft">{w('nobodyActs')}</p>
      ) : (
        <Facts
          facts={unique.map((act) => [
            inLabel(act.label),
            (act.who as Who[]).map((who) => inWho(who, true)).join(w('listMark')),
          ])}
        />
      )}
    </>
  );
}

/** Entries of the journal in words. */
export function Entries({ entries }: { entries: readonly Entry[] }) {
  const w = useWords(chartWords);
  const inLabel = useLabel();
  return (
    <ol className="timeline">
      {entries.map(({ seq, at, kind, label, by }) => (
        <li key={seq} className={`timeline-entry ${kind}`}>
          <span className="timeline-at">
            <When at={at} exact />
          </span>
          <span>
            {by.name === undefined ? inLabel(label) : <bdi>{w('by', { who: by.name, what: inLabel(label) })}</bdi>}
          </span>
        </li>
      ))}
    </ol>
  );
}
