import type { SignInRow } from '#libs/access';
import type { CaseRow } from '#libs/cases';
import type { Language } from '#libs/contract';
import type { ExportColumn } from '#libs/exchange';

import { stageOf, type Workflows } from './case.view.js';

/** Columns of the ledger of cases. */
export function caseColumns(workflows: Workflows, language: Language): ExportColumn<CaseRow>[] {
  return [
    { label: { zh: '编号', en: 'Number' }, value: ({ id }) => id },
    {
      label: { zh: '流程', en: 'Workflow' },
      value: ({ workflow }) => workflows.get(workflow)?.workflow.texts.label[language] ?? workflow,
    },
    { label: { zh: '事项', en: 'Title' }, value: ({ title }) => title },
    {
      label: { zh: '阶段', en: 'Stage' },
      value: ({ workflow, stage }) => stageOf(workflows, workflow, stage).label[language],
    },
    { label: { zh: '状态', en: 'Status' }, value: ({ status }) => status },
    { label: { zh: '类别', en: 'Category' }, value: ({ category }) => category },
    { label: { zh: '提出时间', en: 'Started' }, value: ({ createdAt }) => createdAt },
    { label: { zh: '最近变动', en: 'Changed' }, value: ({ changedAt }) => changedAt },
    { label: { zh: '下一时限', en: 'Next due' }, value: ({ nextDueAt }) => nextDueAt },
  ];
}

/** Columns of the sign-in journal. */
export function signInColumns(): ExportColumn<SignInRow & { name: string }>[] {
  return [
    { label: { zh: '时间', en: 'At' }, value: ({ at }) => at },
    { label: { zh: '姓名', en: 'Name' }, value: ({ name }) => name },
    { label: { zh: '方式', en: 'Way' }, value: ({ way }) => way },
    { label: { zh: '结果', en: 'Outcome' }, value: ({ outcome }) => outcome },
    { label: { zh: '地址', en: 'Address' }, value: ({ address }) => address },
    { label: { zh: '设备', en: 'Device' }, value: ({ agent }) => agent },
  ];
}
