import { existsSync, readFileSync } from 'node:fs';

import {
  atRoot,
  chartModel,
  currentFingerprints,
  FINGERPRINTS_FILE,
  mermaidOf,
  productVersion,
  retentionRows,
} from '#apps/platform';
import { endpoints, openApiDocument } from '#apps/server';
import { VARIABLES } from '#libs/config';
import type { Registered } from '#libs/engine';
import { classMeanings, classRows } from '#libs/privacy';

import { admissionTable, capabilityTable } from './access-table.js';
import { actTable, clockTable, markdownTable, stateTable } from './act-table.js';
import { markedPart, withGeneratedPart } from './generated-part.js';

/** A file below the root as it should be. */
export interface GeneratedFile {
  path: string;
  content: string;
}

/** Everything that is generated: never written by hand, checked in, the same on every machine. */
export function generatedFiles(workflows: ReadonlyMap<string, Registered>): GeneratedFile[] {
  const all = [...workflows.values()];
  return [
    ...all.map(workflowReadme),
    { path: 'docs/acts.md', content: actsDocument(all) },
    { path: 'docs/access.md', content: accessDocument() },
    { path: 'docs/openapi.json', content: apiDocument(all) },
    fingerprints(workflows),
    ...configTables(),
    ...privacyDocument(),
  ];
}

function workflowReadme(registered: Registered): GeneratedFile {
  const { name, version, texts } = registered.workflow;
  const path = `workflows/${name}/README.md`;
  const content = [
    `版本 version ${String(version)}`,
    '',
    '```mermaid',
    mermaidOf(chartModel(registered, 'names'), 'zh').trimEnd(),
    '```',
    '',
    '## 动作 Acts',
    '',
    actTable(registered),
    '',
    '## 时限 Clocks',
    '',
    clockTable(registered),
  ].join('\n');
  const existing = existsSync(atRoot(path)) ? withGeneratedPart(readFileSync(atRoot(path), 'utf8'), { content }) : null;
  const { label, description } = texts;
  const fresh = `# ${label.zh} · ${label.en}\n\n${description.zh}\n\n${description.en}\n\n${markedPart({ content })}\n`;
  return { path, content: existing ?? fresh };
}

const ACTS_HEAD = [
  '# 动作总表 · All acts',
  '由 `minyi generate` 从声明与流程图生成，有测试与遍历流程图的结果逐项核对。⚠ 办理前须确认；◇ 视事项情况而定。',
  '职务在事项所属单位或其上级任职有效；“属于”指在该单位本身任职；关系指本人，或在该单位办事的人。“不得由”一栏的人，无论有何职务都不能做。保密事项中，单凭职务只有 `coordinator`、`leader`、`duty` 能做。代他人做，须该人授权或由工作人员代录，并在台账注明。',
  'Made by `minyi generate` from the declarations and charts; tests compare it with walking the charts. ⚠ asks for confirmation; ◇ depends on the case.',
  'A role counts when held at the unit of the case or above it; “属于” (of) means held at that very unit; a relation is one’s own or that of the unit whose work one does. Whoever stands under “never by” may not, whatever office they hold. In a confidential case an office alone lets only `coordinator`, `leader` and `duty` act. Acting for somebody needs their authorisation, or is an entry by staff, and stands in the journal.',
];

function actsDocument(workflows: readonly Registered[]): string {
  const parts = workflows.map((registered) => {
    const { name, texts } = registered.workflow;
    return [
      `## ${texts.label.zh} · ${texts.label.en} (\`${name}\`)`,
      actTable(registered),
      '### 状态 × 动作 × 职务 · State × act × role',
      stateTable(registered),
      '',
    ].join('\n\n');
  });
  return `${ACTS_HEAD.join('\n\n')}\n\n${parts.join('\n')}`;
}

function accessDocument(): string {
  return [
    '# 谁能用什么 · Who may use what',
    '',
    '由 `minyi generate` 从声明生成；有一项测试逐行核对每个接口、每种职务、本单位、邻单位与外地单位。对事项能做什么，见 [动作总表](acts.md)。',
    '',
    'Made by `minyi generate` from the declarations; a test goes through every endpoint, every office, and one’s own, a sibling’s and a foreign unit. What may be done on a case is in the [table of acts](acts.md).',
    '',
    '职务在所任单位及其下级有效。没有职务：403；有职务而够不到：404，如同没有此物；未登录：401。 An office counts at its unit and below. No office: 403; out of its reach: 404, as if there were no such thing; not signed in: 401.',
    '',
    '## 职务与用途 · Offices and capabilities',
    '',
    capabilityTable(),
    '',
    '## 接口 · Endpoints',
    '',
    admissionTable(Object.values(endpoints)),
    '',
  ].join('\n');
}

function apiDocument(workflows: readonly Registered[]): string {
  const document = openApiDocument({ version: productVersion(), endpoints: Object.values(endpoints), workflows });
  return `${JSON.stringify(document, null, 2)}\n`;
}

function fingerprints(workflows: ReadonlyMap<string, Registered>): GeneratedFile {
  const entries = currentFingerprints(workflows).map(({ workflow, version, fingerprint }) => [
    workflow,
    { version, fingerprint },
  ]);
  return { path: FINGERPRINTS_FILE, content: `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n` };
}

/** Each manual has the table of variables in its own language. */
const MANUALS = [
  { path: 'README.md', language: 'en', header: ['Variable', 'Default', 'Meaning'] },
  { path: 'README.zh.md', language: 'zh', header: ['变量', '默认', '含义'] },
] as const;

function configTables(): GeneratedFile[] {
  return MANUALS.flatMap(({ path, language, header }) => {
    if (!existsSync(atRoot(path))) return [];
    const rows = Object.entries(VARIABLES).map(([name, variable]) => [
      `\`${name}\``,
      variable.default[language],
      variable.meaning[language],
    ]);
    const content = markdownTable(header, rows);
    const document = withGeneratedPart(readFileSync(atRoot(path), 'utf8'), { name: 'config', content });
    return document === null ? [] : [{ path, content: document }];
  });
}

const PRIVACY = 'docs/privacy.md';

/** What personal data there are, from the table of classes and the rules of retention. */
function privacyDocument(): GeneratedFile[] {
  if (!existsSync(atRoot(PRIVACY))) return [];
  const parts = [
    { name: 'classes', content: markdownTable(['级别 class', '含义', 'meaning'], classMeanings()) },
    {
      name: 'fields',
      content: markdownTable(
        ['表 table', '级别 class', '字段 fields', '用途 purpose', '依据 basis', '保存 retention', '删除时 on erasure'],
        classRows(),
      ),
    },
    { name: 'retention', content: markdownTable(['什么 what', '天数 days', '依据 basis'], retentionRows()) },
  ];
  let document = readFileSync(atRoot(PRIVACY), 'utf8');
  for (const part of parts) document = withGeneratedPart(document, part) ?? document;
  return [{ path: PRIVACY, content: document }];
}
