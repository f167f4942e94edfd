import { connect, type Api } from '../connect.js';
import { CommandFailed, say } from '../say.js';

interface Label {
  zh: string;
  en: string;
}

interface CaseBody {
  id: string;
  workflow: string;
  version: number;
  status: string;
  title: string | null;
  stage: { label: Label };
  states: { id: string; label: Label }[];
  clocks: { label: Label; state: string; dueAt: string; explanation: Label }[];
  abilities: { act: string; label: Label }[];
}

interface EntryBody {
  seq: number;
  at: string;
  label: Label;
  by: { kind: string; person?: string; name?: string };
}

export interface AsOptions {
  /** Login or id of the person. */
  as?: string;
  json?: boolean;
}

/** Does something with the API and closes it. */
export async function withApi(work: (api: Api) => Promise<void>): Promise<void> {
  const api = await connect();
  try {
    await work(api);
  } finally {
    await api.close();
  }
}

const path = (id: string): string => `/api/v1/cases/${encodeURIComponent(id)}`;

/** `minyi case show <id>`. */
export function show(id: string, { as, json = false }: AsOptions): Promise<void> {
  return withApi(async (api) => {
    const body = await api.get<CaseBody>(path(id), as);
    if (json) {
      say(JSON.stringify(body, null, 2));
      return;
    }
    say(`${body.workflow} ${body.id} · v${String(body.version)} · ${body.status}`);
    say(`${body.title ?? '—'} · ${body.stage.label.zh} ${body.stage.label.en}`);
    for (const { id: state, label } of body.states) say(`  状态 state  ${label.zh} · ${label.en} (${state})`);
    for (const { label, state, explanation } of body.clocks)
      say(`  时限 clock  ${label.zh} [${state}] ${explanation.zh}`);
    for (const { act, label } of body.abilities) say(`  可做 act    ${act} · ${label.zh} · ${label.en}`);
  });
}

/** `minyi case journal <id>`. */
export function journal(id: string, { as, json = false }: AsOptions): Promise<void> {
  return withApi(async (api) => {
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '?limit=200' : `?limit=200&cursor=${encodeURIComponent(cursor)}`;
      const page: { rows: EntryBody[]; next: string | null } = await api.get(`${path(id)}/journal${query}`, as);
      for (const entry of page.rows) say(json ? JSON.stringify(entry) : entryLine(entry));
      cursor = page.next;
    }
  });
}

function entryLine({ seq, at, label, by }: EntryBody): string {
  return `${String(seq).padStart(4)}  ${at}  ${label.zh} · ${label.en}  (${by.person ?? by.name ?? by.kind})`;
}

export interface ActOptions extends AsOptions {
  input?: string;
  key?: string;
}

/** `minyi case act <id> <act> --as <person> [--input '{…}']`. */
export function act(id: string, name: string, { as, input = '{}', key }: ActOptions): Promise<void> {
  return withApi(async (api) => {
    const body = { act: name, input: parseInput(input) };
    const done = await api.post(`${path(id)}/acts`, body, {
      ...(as === undefined ? {} : { who: as }),
      ...(key === undefined ? {} : { key }),
    });
    say(JSON.stringify(done, null, 2));
  });
}

function parseInput(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CommandFailed([`--input 不是 JSON · is not JSON: ${text}`]);
  }
}

interface IncidentBody {
  id: string;
  case: string;
  kind: string;
  name: string;
  error: string;
  attempts: number;
  since: string;
  status: string;
}

/** `minyi incidents list`. */
export function listIncidents({ as, json = false, all = false }: AsOptions & { all?: boolean }): Promise<void> {
  return withApi(async (api) => {
    const { rows } = await api.get<{ rows: IncidentBody[] }>(
      `/api/v1/incidents?limit=200${all ? '' : '&status=open'}`,
      as,
    );
    for (const row of rows)
      say(
        json
          ? JSON.stringify(row)
          : `${row.id}  ${row.since}  ${row.status}  ${row.kind} ${row.name} ×${String(row.attempts)}  ${row.case}\n    ${row.error}`,
      );
    if (rows.length === 0 && !json) say('没有异常 · no incidents');
  });
}

/** `minyi incidents retry|skip|resolve <id>`. */
export function decideIncident(
  decision: 'retry' | 'skip' | 'resolve',
  id: string,
  { as, note }: AsOptions & { note?: string },
): Promise<void> {
  return withApi(async (api) => {
    const body = decision === 'resolve' ? { note: note ?? '' } : undefined;
    const done = await api.post<{ status: string }>(
      `/api/v1/incidents/${encodeURIComponent(id)}/${decision}`,
      body,
      as === undefined ? {} : { who: as },
    );
    say(`${id} ${done.status}`);
  });
}
