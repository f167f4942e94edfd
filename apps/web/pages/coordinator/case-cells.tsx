import { Link } from 'react-router';

import type { Schema } from '../../api/client.js';
import { Chip, Due } from '../../ui/status.js';
import { useTimes } from '../../app/times.js';
import { coordinatorWords } from '../../words/coordinator.words.js';
import { useLabel, useWords } from '../../words/words.js';

type Annex = Schema<'CaseAnnex'>;

/** The title as a link, with the numbers it is known by. */
export function TitleCell({ id, title, annex, to }: { id: string; title: string | null; annex?: Annex; to?: string }) {
  const w = useWords(coordinatorWords);
  const numbers = [annex?.number, ...(annex?.numbers ?? []).map(({ system, number }) => `${system} ${number}`)];
  return (
    <>
      <Link to={to ?? `/cases/${id}`} className="co-title" tabIndex={-1}>
        <bdi>{title ?? w('untitled')}</bdi>
      </Link>
      <span className="co-under soft small">{numbers.filter((number) => number != null).join(' · ')}</span>
    </>
  );
}

/** Where it is, and whose it is. */
export function PlaceCell({ annex }: { annex?: Annex }) {
  if (annex === undefined) return null;
  const { place, unitName } = annex;
  return (
    <>
      <bdi>{place?.name ?? unitName}</bdi>
      {place !== null && place.name !== unitName && <span className="co-under soft small">{unitName}</span>}
    </>
  );
}

/** What is due first: the time left, or why the clock stands still. */
export function DueCell({ annex }: { annex: Pick<Annex, 'dueAt' | 'paused'> }) {
  const w = useWords(coordinatorWords);
  const inLabel = useLabel();
  const { inWords } = useTimes();
  const { dueAt, paused } = annex;
  if (paused !== null) {
    const since = paused.since === null ? '' : inWords(paused.since, 'short');
    const until = paused.until === null ? '' : ` ${w('pausedUntil', { until: inWords(paused.until, 'short') })}`;
    const why = `${w('pausedSince', { clock: inLabel(paused.clock), since, why: inLabel(paused.why) })}${until}`;
    return (
      <span title={why}>
        <Due dueAt={dueAt ?? paused.since} isPaused />
        <span className="co-under soft small">{why}</span>
      </span>
    );
  }
  return dueAt === null ? <span className="soft">{w('noClock')}</span> : <Due dueAt={dueAt} />;
}

/** What is waited for, in words. */
export function WaitsCell({ label }: { label: Schema<'CaseAnnex'>['waitsFor'] }) {
  const inLabel = useLabel();
  return label === null ? null : <Chip>{inLabel(label)}</Chip>;
}
