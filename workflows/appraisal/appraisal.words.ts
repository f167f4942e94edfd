import type { FieldTexts } from '#libs/engine';

/** Words of the fields people fill in. */
export const appraisalFields: FieldTexts = {
  everywhere: {
    zh: ['中文名称', 'Name in Chinese'],
    en: ['英文名称', 'Name in English'],
  },
  start: {
    unit: ['由哪个区发起', 'District that opens it'],
    title: ['评议名称', 'What is appraised'],
    period: [
      '哪个季度',
      'Which quarter',
      { help: ['例如 2026-Q1，即第一季度。', 'Such as 2026-Q1, the first quarter.'] },
    ],
    streets: ['参加评议的街道', 'Streets that appraise'],
    departments: ['接受评议的部门', 'Departments that are appraised'],
  },
  acts: {
    appraise: {
      street: ['代表哪个街道', 'Street you speak for'],
      department: ['评议哪个部门', 'Department you appraise'],
      scores: ['逐项打分', 'Points for each criterion'],
      remark: [
        '评语',
        'Remark',
        { help: ['说说办得好的和不好的，写具体的事。', 'Say what went well and what did not, with examples.'] },
      ],
    },
    comment: {
      department: ['代表哪个部门', 'Department you speak for'],
      text: ['部门的说明', 'What the department says'],
    },
  },
  policy: {
    criteria: ['打分项目', 'Criteria'],
    'criteria[].name': ['项目代号', 'Short name of the criterion'],
    'criteria[].label': ['项目名称', 'Name of the criterion'],
    pointsMost: ['每项最高分', 'Most points for one criterion'],
    appraising: [
      '街道评议时限',
      'Time for the streets',
      { help: ['到期没有评的街道会列名公布。', 'Streets that stay silent are named.'] },
    ],
    commenting: ['部门说明时限', 'Time for departments to comment'],
  },
};
