import { useLabel, useWords, type Label } from '../words/words.js';
import { uiWords } from '../words/ui.words.js';
import { useTimes } from '../app/times.js';
import { now } from '../app/clock.js';
import './status.css';

export type ChipKind = 'neutral' | 'good' | 'warn' | 'bad' | 'info' | 'note';

/** A word with a shape and a colour of its meaning. */
export function Chip({ kind = 'neutral', children }: { kind?: ChipKind; children: string }) {
  return <span className={`chip ${kind}`}>{children}</span>;
}

/** Where a case stands. */
export function StatusChip({ status, label }: { status: 'active' | 'done' | 'cancelled'; label?: Label }) {
  const w = useWords(uiWords);
  const inLabel = useLabel();
  const kinds = { active: 'info', done: 'good', cancelled: 'neutral' } as const;
  return <Chip kind={kinds[status]}>{status === 'active' && label !== undefined ? inLabel(label) : w(status)}</Chip>;
}

interface DueProps {
  /** ISO 8601; `null`: nothing has to happen by a certain time. */
  dueAt: string | null;
  isPaused?: boolean;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** How much time is left, red with the word when it is over; the exact time stands beside. */
export function Due({ dueAt, isPaused = false }: DueProps) {
  const w = useWords(uiWords);
  const { inWords } = useTimes();
  if (dueAt === null) return null;
  const exact = inWords(dueAt, 'short');
  if (isPaused) return <span className="due paused">{w('paused')}</span>;
  const left = Date.parse(dueAt) - now();
  const kind = left < 0 ? 'over' : left < DAY_MS ? 'soon' : 'ahead';
  const time = spanInWords(Math.abs(left), w);
  return (
    <time className={`due ${kind}`} dateTime={dueAt} title={w('dueAt', { time: exact })}>
      {w(left < 0 ? 'overdueBy' : 'dueIn', { time })} <span className="due-exact">{exact}</span>
    </time>
  );
}

function spanInWords(ms: number, w: (key: 'days' | 'hours' | 'minutes', fillings: { n: number }) => string): string {
  if (ms >= DAY_MS) return w('days', { n: Math.floor(ms / DAY_MS) });
  if (ms >= HOUR_MS) return w('hours', { n: Math.floor(ms / HOUR_MS) });
  return w('minutes', { n: Math.max(1, Math.floor(ms / 60_000)) });
}

/** An instant: relative, with the exact time beside for those who hover or listen. */
export function When({ at, exact = false }: { at: string; exact?: boolean }) {
  const { inWords, fromNow } = useTimes();
  return (
    <time dateTime={at} title={inWords(at, 'dayAndTime')}>
      {exact ? inWords(at, 'short') : fromNow(at)}
    </time>
  );
}
