import type { TableKind } from '../table/columns.types.js';
import { CONTACT_COLUMNS } from './place.columns.js';

export const UNITS: TableKind = {
  kind: 'units',
  label: { zh: '单位', en: 'Units' },
  requires: [['name'], ['kind']],
  columns: [
    { name: 'code', label: { zh: '编码', en: 'Code' }, synonyms: ['单位编码', '编号', '代码', '单位代码'] },
    {
      name: 'name',
      label: { zh: '名称', en: 'Name' },
      synonyms: ['单位名称', '单位', '单位全称', '楼栋名称', '网格名称'],
    },
    {
      name: 'kind',
      label: { zh: '类型', en: 'Kind' },
      synonyms: ['类别', '单位类型', '级别', '种类', 'type'],
      expected: {
        zh: '小区、网格、楼栋、单元、部门、公司……',
        en: 'compound, grid, building, stairwell, department, company …',
      },
    },
    {
      name: 'parent',
      label: { zh: '上级', en: 'Above' },
      synonyms: ['上级单位', '上级编码', '所属', '所属单位', '上级名称', '所属网格', '所属小区', 'parent'],
      fillsDown: 'merged',
    },
    { name: 'address', label: { zh: '地址', en: 'Address' }, synonyms: ['办公地址', '详细地址'] },
    {
      name: 'phone',
      label: { zh: '电话', en: 'Telephone' },
      synonyms: ['联系电话', '办公电话', '值班电话', 'tel'],
      expected: { zh: '0937-6280040', en: '0937-6280040' },
    },
    {
      name: 'from',
      label: { zh: '成立日期', en: 'Since' },
      synonyms: ['启用日期', '起始日期', 'from'],
      expected: { zh: '2016-03-02', en: '2016-03-02' },
    },
  ],
};

export const BODIES_TABLE: TableKind = {
  kind: 'bodies',
  label: { zh: '组织与任职', en: 'Bodies and offices' },
  requires: [['body'], ['name'], ['role']],
  columns: [
    {
      name: 'body',
      label: { zh: '组织', en: 'Body' },
      synonyms: ['组织名称', '机构', '团体', '单位', '所在组织', '所属组织', 'organisation'],
      fillsDown: 'always',
    },
    {
      name: 'above',
      label: { zh: '所属单位', en: 'Belongs to' },
      synonyms: ['上级单位', '上级', '所属社区', '所属网格'],
      fillsDown: 'always',
    },
    { name: 'name', label: { zh: '姓名', en: 'Name' }, synonyms: ['名字', '成员', '成员姓名', '代表姓名', 'person'] },
    ...CONTACT_COLUMNS,
    {
      name: 'role',
      label: { zh: '职务', en: 'Office' },
      synonyms: ['职位', '岗位', '身份', '担任职务', '角色', 'role', 'post'],
    },
    {
      name: 'constituency',
      label: { zh: '代表范围', en: 'Represents' },
      synonyms: ['选区', '代表小组', '负责楼栋', '负责范围', '包联楼栋'],
    },
    {
      name: 'from',
      label: { zh: '任期开始', en: 'From' },
      synonyms: ['任职日期', '起始日期', '任职时间', '当选日期', '开始日期', 'since'],
      expected: { zh: '2026-03-02', en: '2026-03-02' },
    },
    {
      name: 'to',
      label: { zh: '任期结束', en: 'To' },
      synonyms: ['届满日期', '截止日期', '结束日期', '任期届满', 'until'],
      expected: { zh: '2029-03-02', en: '2029-03-02' },
    },
  ],
};

const office = { zh: '单位名称或编码', en: 'name or code of a unit' };

export const CATALOGUE: TableKind = {
  kind: 'catalogue',
  label: { zh: '服务事项目录', en: 'Service catalogue' },
  requires: [['code'], ['name']],
  columns: [
    { name: 'code', label: { zh: '事项编码', en: 'Code' }, synonyms: ['编码', '编号', '代码', '事项编号'] },
    { name: 'name', label: { zh: '事项名称', en: 'Name' }, synonyms: ['名称', '事项', '服务事项', '事项名'] },
    { name: 'nameEn', label: { zh: '英文名称', en: 'English name' }, synonyms: ['英文名', 'name en'] },
    {
      name: 'parent',
      label: { zh: '上级编码', en: 'Above' },
      synonyms: ['上级事项', '所属大类', '大类编码', '上级', 'parent'],
      fillsDown: 'merged',
    },
    {
      name: 'competence',
      label: { zh: '决定方式', en: 'Decided by' },
      synonyms: ['决定主体', '权限'],
      expected: { zh: '居民、业主、部门 或 不表决', en: 'residents, owners, department or nobody' },
    },
    { name: 'build', label: { zh: '建设单位', en: 'Builds' }, synonyms: ['建设', '建', 'build'], expected: office },
    { name: 'patrol', label: { zh: '巡查单位', en: 'Patrols' }, synonyms: ['巡查', '巡', 'patrol'], expected: office },
    {
      name: 'maintain',
      label: { zh: '维护单位', en: 'Maintains' },
      synonyms: ['维护', '维修单位', '管护单位', '管', 'maintain', '承办单位', '责任单位'],
      expected: office,
    },
    {
      name: 'approve',
      label: { zh: '审批单位', en: 'Approves' },
      synonyms: ['审批', '批', 'approve'],
      expected: office,
    },
    {
      name: 'hours',
      label: { zh: '办理时限', en: 'Limit' },
      synonyms: ['时限', '办结时限', '办理时限小时', 'limit'],
      expected: { zh: '24小时 或 5个工作日', en: '24 hours or 5 working days' },
    },
    { name: 'guide', label: { zh: '办事指南', en: 'Guide' }, synonyms: ['指南', '说明', '办理说明', 'guide'] },
  ],
};
