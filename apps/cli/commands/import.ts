import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { connect, type Api } from '../connect.js';
import { CommandFailed, say } from '../say.js';

export interface ImportOptions {
  /** Login or id of the person who imports. */
  as?: string;
  unit?: string;
  asOf?: string;
  check?: boolean;
}

interface ImportBody {
  id: string;
  state: string;
  detail: string;
  counts: Record<'rows' | 'new' | 'changed' | 'unchanged' | 'errors' | 'warnings' | 'questions' | 'skipped', number>;
  unknownColumns: string[];
}

interface RowsBody {
  rows: {
    problems: { row: number; column: string; severity: string; message: string; remedy: string; value: string }[];
  }[];
  next: number | null;
}

/** Rows whose problems are shown; all of them are in the file that can be downloaded. */
const MOST_PROBLEMS = 50;

/** `minyi import <kind> <file> --as <login> [--check]`: the same way a browser goes. */
export async function importFile(kind: string, path: string, options: ImportOptions): Promise<void> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new CommandFailed([
      `读不了文件 · cannot read ${path} (${error instanceof Error ? error.message : 'unknown'})`,
    ]);
  });
  const api = await connect();
  try {
    const query = new URLSearchParams({ unit: options.unit ?? (await ownUnit(api, options.as)) });
    if (options.asOf !== undefined) query.set('asOf', options.asOf);
    const target = `/api/v1/imports/${encodeURIComponent(kind)}/files?${query.toString()}`;
    const { id, detail, unknownColumns } = await api.upload<ImportBody>(
      target,
      { bytes, name: basename(path) },
      options.as,
    );
    say(`${id}  ${detail}`);
    if (unknownColumns.length > 0) say(`未导入的列 · columns not imported: ${unknownColumns.join('、')}`);
    await bring(api, id, options);
  } finally {
    await api.close();
  }
}

async function bring(api: Api, id: string, { as, check }: ImportOptions): Promise<void> {
  const who = as === undefined ? {} : { who: as };
  const checked = await api.post<ImportBody>(`/api/v1/imports/${id}/check`, {}, who);
  sayCounts(checked);
  const { errors, questions } = checked.counts;
  await sayProblems(api, id, as);
  if (errors + questions > 0)
    throw new CommandFailed([
      '没有写入 · nothing was written',
      `${String(errors)} 处错误 errors, ${String(questions)} 处待定 questions`,
    ]);
  if (check === true) return;
  const applied = await api.post<ImportBody>(`/api/v1/imports/${id}/apply`, undefined, who);
  say(`${applied.state === 'applied' ? '已导入 · applied' : applied.state}  ${id}`);
}

function sayCounts({ counts }: ImportBody): void {
  say(
    `${String(counts.rows)} 行 rows：新 new ${String(counts.new)}，变 changed ${String(counts.changed)}，同 unchanged ${String(counts.unchanged)}，` +
      `警告 warnings ${String(counts.warnings)}，跳过 skipped ${String(counts.skipped)}`,
  );
}

async function sayProblems(api: Api, id: string, as?: string): Promise<void> {
  const { rows, next } = await api.get<RowsBody>(`/api/v1/imports/${id}/rows?only=problems`, as);
  const problems = rows.flatMap((row) => row.problems);
  for (const { row, column, severity, message, remedy, value } of problems.slice(0, MOST_PROBLEMS))
    say(
      `  ${severity === 'warning' ? '·' : '✗'} ${String(row)} ${column} ${value === '' ? '' : `“${value}” `}${message} ${remedy}`,
    );
  if (next !== null || problems.length > MOST_PROBLEMS) say(`  … /api/v1/imports/${id}/problems`);
}

/** The unit at which somebody holds an office that may import. */
async function ownUnit(api: Api, as?: string): Promise<string> {
  const { roles } = await api.get<{ roles: { role: string; unit: string }[] }>('/api/v1/me', as);
  const office = roles.find(({ role }) => role === 'coordinator' || role === 'operator');
  if (office === undefined) throw new CommandFailed(['请用 --unit 指明辖区 · say which unit with --unit']);
  return office.unit;
}
