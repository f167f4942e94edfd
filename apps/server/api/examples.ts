/** Examples of the API document: one issue of the demonstration community. */

const label = (zh: string, en: string) => ({ zh, en });
const CASE = '0199c2f4-7d1e-7c3a-9f0a-5f1f4c2f8e11';
const row = {
  id: CASE,
  workflow: 'issue',
  version: 3,
  status: 'active',
  stage: { key: 'say', label: label('说事', 'Say') },
  title: '12 号楼二单元楼道灯不亮',
  unit: 'limin',
  category: null,
  visibility: 'public',
  createdAt: '2026-03-02T01:00:00.000Z',
  changedAt: '2026-03-02T01:05:00.000Z',
  nextDueAt: '2026-03-04T09:00:00.000Z',
  parent: null,
};

export const examples = {
  start: {
    workflow: 'issue',
    input: { danger: false, title: '12 号楼二单元楼道灯不亮', unit: 'limin' },
  },
  done: {
    id: CASE,
    version: 1,
    status: 'active',
    stage: row.stage,
    repeated: false,
    existing: false,
    effects: [{ kind: 'arm', name: 'triage@issue.say.sorting', id: 'triage@issue.say.sorting' }],
  },
  act: { act: 'addNote', input: { text: '已到现场，需更换灯具。', files: [] } },
  page: { rows: [row], next: null },
  row,
  desk: {
    rows: [
      {
        id: CASE,
        version: 3,
        workflow: 'issue',
        title: row.title,
        unit: row.unit,
        stage: row.stage,
        state: 'issue.say.sorting',
        label: label('待分类', 'Waiting to be sorted'),
        acts: [{ act: 'addNote', label: label('记一笔', 'Add a note') }],
        clock: 'triage',
        dueAt: row.nextDueAt,
        isOverdue: false,
        since: row.createdAt,
      },
    ],
    next: null,
  },
  health: { status: 'ok', checks: { database: { ok: true }, queue: { ok: true }, migrations: { ok: true } } },
} as const;
