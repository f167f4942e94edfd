import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { now } from '../../app/clock.js';
import { NativeSelect } from '../../ui/select-field.js';
import { Box, NotYet } from '../../ui/problem.js';
import { Chip, Due, type ChipKind } from '../../ui/status.js';
import { chainWords } from '../../words/chain.words.js';
import { uiWords } from '../../words/ui.words.js';
import { useBetween, useWords } from '../../words/words.js';
import type { CaseViewProps } from '../cases/case-views.js';
import { CaseLayout } from './case-layout.js';
import {
  CHAIN_SHOWN,
  countStates,
  daysSince,
  heldFirst,
  linesShown,
  runsOutSoon,
  type ChainShown,
} from './chain.rules.js';
import { SaveTemplate } from './chain-template.js';

type Chain = Schema<'Chain'>;
type Line = Chain['steps'][number];

/** A chain of sign-offs: who holds the seal, what is missing, what is next; every step below each other. */
export function ChainView({ seen }: CaseViewProps) {
  const { data, error, refetch } = useQuery({
    queryKey: keys.case(seen.id, 'chain'),
    queryFn: () => answered(api.GET('/api/v1/sign-offs/{id}', { params: { path: { id: seen.id } } })),
  });
  return (
    <CaseLayout
      seen={seen}
      parts={{
        step:
          data?.steps.map(({ id, name, unitName }) => ({
            id,
            name,
            ...(unitName === null ? {} : { detail: unitName }),
          })) ?? [],
      }}
    >
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined && (
        <>
          <ChainSummary chain={data} />
          <ChainSteps chain={data} />
          {seen.status === 'done' && <SaveTemplate chain={data} />}
        </>
      )}
    </CaseLayout>
  );
}

/** How far it is, in whose hand it is, what comes next, and on which steps everything hangs. */
function ChainSummary({ chain }: { chain: Chain }) {
  const w = useWords(chainWords);
  const { seals, percent, held, next, steps, criticalPath, trouble, sittings } = chain;
  const differences = chain.differences.filter(({ from, to }) => from !== null || to === null);
  const step = (id: string): Line | undefined => steps.find((one) => one.id === id);
  const progress = w('progress', { ...seals, percent });
  return (
    <section className="stack" aria-labelledby="chain">
      <h2 id="chain">{w('chain')}</h2>
      <progress className="chain-progress" value={percent} max={100} aria-label={w('progressName', { percent })} />
      <p>
        {progress} {sittings > 0 && `· ${w('sittings', { n: sittings })}`}
      </p>
      <ChainMap chain={chain} />
      {trouble !== null && <Box kind="warn">{w('trouble', { why: trouble })}</Box>}
      <div className="tiles">
        <Box kind="warn" title={w('heldNow')}>
          {held.length === 0 ? (
            <p>{w('nobodyHolds')}</p>
          ) : (
            <ul>
              {heldFirst(held.flatMap((id) => step(id) ?? [])).map((line) => (
                <li key={line.id}>
                  <HeldLine line={line} />
                </li>
              ))}
            </ul>
          )}
        </Box>
        <Box title={w('next')}>
          <ul>
            {next.slice(0, 8).map((id) => (
              <li key={id}>{step(id)?.name ?? id}</li>
            ))}
          </ul>
        </Box>
        <Box kind="note" title={w('critical')}>
          <p>{w('criticalHelp', { n: criticalPath.steps.length, days: criticalPath.days })}</p>
        </Box>
      </div>
      {differences.length > 0 && (
        <details>
          <summary>{w('differences', { n: differences.length })}</summary>
          <ul>
            {differences.map(({ step: id, from, to }) => (
              <li key={id}>
                {w('differenceLine', { step: step(id)?.name ?? id, from: from ?? '—', to: to ?? w('noDepartment') })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Every step as one small field in its order: how far it is and where it hangs are seen before anything is read. */
function ChainMap({ chain }: { chain: Chain }) {
  const w = useWords(chainWords);
  const counted = countStates(chain.steps);
  return (
    <div className="stack tight">
      <div
        className="chain-map"
        role="img"
        aria-label={counted.map(({ state, n }) => `${w(`stepState_${state}`)} ${n}`).join('，')}
      >
        {chain.steps.map(({ id, name, state, missing, overdue }) => (
          <span key={id} className={`chain-dot ${state}`} title={`${name}：${w(`stepState_${state}`)}`}>
            {missing.length > 0 || overdue ? '!' : MARKS[state]}
          </span>
        ))}
      </div>
      <ul className="chain-legend small">
        {counted.map(({ state, n }) => (
          <li key={state}>
            <span className={`chain-dot ${state}`} aria-hidden="true">
              {MARKS[state]}
            </span>{' '}
            {w(`stepState_${state}`)} <strong className="number">{n}</strong>
          </li>
        ))}
        {counted.length > 0 && <li>{w('mapTrouble')}</li>}
      </ul>
    </div>
  );
}

const MARKS: Record<Line['state'], string> = {
  waiting: '·',
  open: '…',
  signed: '✓',
  refused: '✕',
  dropped: '–',
  expired: '↻',
};

function HeldLine({ line }: { line: Line }) {
  const w = useWords(chainWords);
  const between = useBetween();
  const who = line.hand === 'department' ? (line.unitName ?? w('hand_department')) : w(`hand_${line.hand}`);
  return (
    <>
      {w('heldLine', { name: line.name, who, days: daysSince(line.since, now()) })}{' '}
      {line.overdue && <Due dueAt={line.dueAt} />}
      {line.missing.length > 0 && (
        <span className="soft small"> {w('missingPapers', { papers: line.missing.join(between) })}</span>
      )}
    </>
  );
}

function ChainSteps({ chain }: { chain: Chain }) {
  const w = useWords(chainWords);
  const ui = useWords(uiWords);
  const [shown, setShown] = useState<ChainShown>(chain.steps.length > 20 && chain.held.length > 0 ? 'open' : 'all');
  const lines = linesShown(chain.steps, shown);
  return (
    <section className="stack" aria-labelledby="steps">
      <div className="row apart">
        <h2 id="steps">{w('steps')}</h2>
        <NativeSelect
          label={w('showWhich')}
          empty={w('show_all')}
          value={shown === 'all' ? null : shown}
          choices={CHAIN_SHOWN.filter((one) => one !== 'all').map((one) => ({ value: one, label: w(`show_${one}`) }))}
          onChange={(value) => setShown(CHAIN_SHOWN.find((one) => one === value) ?? 'all')}
        />
      </div>
      <p className="soft small" role="status">
        {ui('rows', { n: lines.length })}
      </p>
      <ol className="chain-steps">
        {lines.map((line) => (
          <StepLine key={line.id} line={line} names={new Map(chain.steps.map(({ id, name }) => [id, name]))} />
        ))}
      </ol>
    </section>
  );
}

const KINDS: Partial<Record<Line['state'], ChipKind>> = {
  signed: 'good',
  open: 'info',
  refused: 'bad',
  expired: 'warn',
};

function StepLine({ line, names }: { line: Line; names: ReadonlyMap<string, string> }) {
  const w = useWords(chainWords);
  const between = useBetween();
  const at = now();
  const isHeld = line.hand !== 'nobody';
  return (
    <li className={`chain-step ${line.state}${line.onCriticalPath ? ' critical' : ''}`}>
      <div className="row apart">
        <strong>{line.name}</strong>
        <Chip kind={KINDS[line.state] ?? 'neutral'}>{w(`stepState_${line.state}`)}</Chip>
      </div>
      <p className="small">
        <bdi>{line.unitName ?? w('noDepartment')}</bdi> · {w(`kind_${line.kind}`)}
        {line.seals > 1 && ` · ${w('sealsOf', { affixed: line.affixed, seals: line.seals })}`}
        {line.round > 1 && ` · ${w('round', { n: line.round })}`}
        {line.onCriticalPath && ` · ${w('onCritical')}`}
      </p>
      {isHeld && (
        <p className="small">
          {w(`hand_${line.hand}`)} · {w('since', { days: daysSince(line.since, at) })} <Due dueAt={line.dueAt} />
        </p>
      )}
      {line.missing.length > 0 && <p className="small">{w('missingPapers', { papers: line.missing.join(between) })}</p>}
      {line.waitsFor.length > 0 && (
        <p className="small soft">
          {w('waitsFor', { steps: line.waitsFor.map((id) => names.get(id) ?? id).join(between) })}
        </p>
      )}
      <p className="small row">
        {line.days !== null && <span>{w('took', { n: line.days })}</span>}
        {line.number !== null && <span>{w('numberOf', { number: line.number })}</span>}
        {line.validUntil !== null &&
          (runsOutSoon(line.validUntil, at) ? (
            <Chip kind="warn">{w('validSoon', { day: line.validUntil })}</Chip>
          ) : (
            <span>{w('validUntil', { day: line.validUntil })}</span>
          ))}
        {line.document !== null && <a href={`/api/v1/files/${line.document}/content`}>{w('document')}</a>}
        {line.case !== null && (
          <Link to={`/cases/${line.case}`} aria-label={`${w('sealCase')}：${line.name}`}>
            {w('sealCase')}
          </Link>
        )}
      </p>
    </li>
  );
}
