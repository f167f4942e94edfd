import type { TableKind } from '../table/columns.types.js';
import { CONTACT_COLUMNS, PLACE_COLUMNS } from './place.columns.js';

const tick = { zh: '是 或 否', en: 'yes or no' };

export const PEOPLE: TableKind = {
  kind: 'people',
  label: { zh: '人口', en: 'People' },
  requires: [['name'], ['address', 'building', 'householdKey']],
  columns: [
    { name: 'key', label: { zh: '人员编号', en: 'Key' }, synonyms: ['人口编号', '编号', '人员编码', '档案号', 'id'] },
    {
      name: 'householdKey',
      label: { zh: '户号', en: 'Household number' },
      synonyms: ['户编号', '户口簿号', '家庭编号', '户籍号'],
      fillsDown: 'with',
    },
    {
      name: 'name',
      label: { zh: '姓名', en: 'Name' },
      synonyms: ['名字', '居民姓名', '人员姓名', '成员姓名', '家庭成员', '姓名全称', 'full name'],
    },
    ...CONTACT_COLUMNS,
    {
      name: 'gender',
      label: { zh: '性别', en: 'Gender' },
      synonyms: ['sex', '男女'],
      expected: { zh: '男 或 女', en: 'male or female' },
    },
    {
      name: 'birth',
      label: { zh: '出生日期', en: 'Birth date' },
      synonyms: [
        '出生年月',
        '出生年月日',
        '生日',
        '出生',
        '出生时间',
        'birthday',
        'date of birth',
        'dob',
        'birth year',
        '出生年份',
      ],
      expected: { zh: '1956-03-02', en: '1956-03-02' },
    },
    ...PLACE_COLUMNS,
    {
      name: 'head',
      label: { zh: '户主', en: 'Head of household' },
      synonyms: ['户主姓名', '户主名'],
      fillsDown: 'with',
      isNotKept: true,
    },
    {
      name: 'relation',
      label: { zh: '与户主关系', en: 'Relation to the head' },
      synonyms: ['与户主的关系', '家庭关系', '关系', '和户主关系', 'relation'],
      isNotKept: true,
    },
    {
      name: 'movedIn',
      label: { zh: '迁入日期', en: 'Moved in on' },
      synonyms: ['入住日期', '入住时间', '迁入时间', '搬入日期', '居住起始', 'moved in'],
      expected: { zh: '2026-03-02', en: '2026-03-02' },
    },
    {
      name: 'domicile',
      label: { zh: '户籍地', en: 'Registered at' },
      synonyms: ['户籍地址', '户口所在地', '户籍所在地', '户籍', '籍贯地址', 'domicile'],
    },
    {
      name: 'partyMember',
      label: { zh: '党员', en: 'Party member' },
      synonyms: ['是否党员', '政治面貌', '中共党员'],
      expected: tick,
    },
    {
      name: 'floating',
      label: { zh: '流动人口', en: 'Registered elsewhere' },
      synonyms: ['是否流动人口', '流动', '人户分离', '外来人口'],
      expected: tick,
    },
    {
      name: 'retired',
      label: { zh: '退休', en: 'Retired' },
      synonyms: ['是否退休', '退休人员', '离退休'],
      expected: tick,
    },
    {
      name: 'disabled',
      label: { zh: '残疾', en: 'Disabled' },
      synonyms: ['是否残疾', '残疾人', '残疾证'],
      isSensitive: true,
      expected: tick,
    },
    {
      name: 'unemployed',
      label: { zh: '失业', en: 'Unemployed' },
      synonyms: ['是否失业', '失业人员'],
      isSensitive: true,
      expected: tick,
    },
    {
      name: 'livesAlone',
      label: { zh: '独居', en: 'Lives alone' },
      synonyms: ['是否独居', '独居老人', '空巢'],
      isSensitive: true,
      expected: tick,
    },
    {
      name: 'lowIncome',
      label: { zh: '低保', en: 'Low income' },
      synonyms: ['是否低保', '低保户', '低收入'],
      isSensitive: true,
      expected: tick,
    },
  ],
};
