import { CommandFailed, say } from '../say.js';
import { withApi, type AsOptions } from './cases.js';

interface Label {
  zh: string;
  en: string;
}

interface VersionBody {
  name: string;
  unit: string | null;
  version: number;
  at: string;
  reason: string;
  by: string | null;
  finishedAt: string | null;
  moved: number;
}

interface CalendarBody extends VersionBody {
  calendar: {
    zone: string;
    roundTheClock: boolean;
    week: Record<string, { from: string; to: string }[]>;
    confirmedYears: number[];
    exceptions: { date: string; open: boolean; label?: string }[];
  };
  versions?: VersionBody[];
}

export interface ShowOptions extends AsOptions {
  unit?: string;
  year?: string;
}

export interface EditOptions extends AsOptions {
  unit?: string;
  reason: string;
  /** `2026-11-24` or `2026-11-24=台风`, several with commas. */
  close?: string;
  open?: string;
  usual?: string;
  confirm?: string;
  check?: boolean;
}

const path = (name?: string): string =>
  name === undefined ? '/api/v1/calendars' : `/api/v1/calendars/${encodeURIComponent(name)}`;

function queryOf({ unit, year }: { unit?: string; year?: string }): string {
  const query = new URLSearchParams({
    ...(unit === undefined ? {} : { unit }),
    ...(year === undefined ? {} : { year }),
  });
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** `minyi calendar show [name]`. */
export function showCalendar(name: string | undefined, options: ShowOptions): Promise<void> {
  return withApi(async (api) => {
    const body = await api.get<CalendarBody | { rows: CalendarBody[] }>(`${path(name)}${queryOf(options)}`, options.as);
    if (options.json === true) say(JSON.stringify(body, null, 2));
    else for (const calendar of 'rows' in body ? body.rows : [body]) sayCalendar(calendar);
  });
}

function sayCalendar({ calendar, versions = [], ...version }: CalendarBody): void {
  say(`${version.name} · ${version.unit ?? '全局 installation'} · v${String(version.version)} · ${calendar.zone}`);
  if (calendar.roundTheClock) say('  全天候 · round the clock');
  for (const [weekday, intervals] of Object.entries(calendar.week))
    if (intervals.length > 0)
      say(`  ${weekday.padEnd(10)} ${intervals.map(({ from, to }) => `${from}–${to}`).join(', ')}`);
  const last = calendar.confirmedYears.at(-1);
  if (last !== undefined) say(`  已确认到 confirmed up to ${String(last)}`);
  for (const { date, open, label = '' } of calendar.exceptions)
    say(`  ${date} ${open ? '上班 open  ' : '休息 closed'} ${label}`);
  for (const { version: n, at, by, reason, moved } of versions)
    say(`  v${String(n)} ${at} ${by ?? '—'} ${reason} (${String(moved)} 件 cases)`);
}

interface Day {
  date: string;
  open?: boolean;
  usual?: true;
  label?: string;
}

function daysOf(list: string | undefined, what: Omit<Day, 'date'>): Day[] {
  return (list ?? '')
    .split(',')
    .filter((day) => day !== '')
    .map((day) => {
      const [date = '', label] = day.split('=');
      return { date: date.trim(), ...what, ...(label === undefined || what.usual === true ? {} : { label }) };
    });
}

/** `minyi calendar edit <name>`. */
export function editCalendar(name: string, options: EditOptions): Promise<void> {
  const { unit, as, reason, check = false } = options;
  const days = [
    ...daysOf(options.close, { open: false }),
    ...daysOf(options.open, { open: true }),
    ...daysOf(options.usual, { usual: true }),
  ];
  const confirmYears = (options.confirm ?? '')
    .split(',')
    .filter((year) => year !== '')
    .map(Number);
  if (days.length === 0 && confirmYears.length === 0)
    throw new CommandFailed([
      '请写明 --close、--open、--usual 或 --confirm',
      'Name --close, --open, --usual or --confirm',
    ]);
  const who = as === undefined ? {} : { who: as };
  return withApi(async (api) => {
    const own = await api.get<CalendarBody>(`${path(name)}${queryOf(unit === undefined ? {} : { unit })}`, as);
    const base = own.unit === (unit ?? null) ? own.version : 0;
    const draft = { unit: unit ?? null, base, change: { days, confirmYears } };
    if (check) {
      const found = await api.post<{ clocks: number; moved: { case: string; before: string; after: string }[] }>(
        `${path(name)}/preview`,
        draft,
        who,
      );
      say(`涉及 ${String(found.clocks)} 个时限 · running clocks on it`);
      for (const one of found.moved) say(`  ${one.case}  ${one.before} → ${one.after}`);
      return;
    }
    const written = await api.post<{ versions: VersionBody[] }>(path(name), { ...draft, reason }, who);
    for (const version of written.versions)
      say(`已写入 ${version.name} ${version.unit ?? '全局 installation'} v${String(version.version)} · written`);
  });
}

interface Explained {
  clock: string;
  label: Label;
  said: Label[];
}

/** `minyi calendar explain <case> [clock]`. */
export function explainClock(id: string, clock: string | undefined, { as, json = false }: AsOptions): Promise<void> {
  const ofCase = `/api/v1/cases/${encodeURIComponent(id)}`;
  return withApi(async (api) => {
    const { clocks } = await api.get<{ clocks: { clock: string; name: string }[] }>(ofCase, as);
    const asked = clocks.filter((one) => clock === undefined || one.clock === clock || one.name === clock);
    if (asked.length === 0) throw new CommandFailed(['没有这个时限', 'There is no such clock']);
    for (const one of asked) {
      const explained = await api.get<Explained>(`${ofCase}/clocks/${encodeURIComponent(one.clock)}/explanation`, as);
      if (json) {
        say(JSON.stringify(explained, null, 2));
        continue;
      }
      say(`${explained.label.zh} · ${explained.label.en} (${explained.clock})`);
      for (const { zh, en } of explained.said) say(`  ${zh}\n    ${en}`);
    }
  });
}
