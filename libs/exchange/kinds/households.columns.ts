import type { TableKind } from '../table/columns.types.js';
import { CONTACT_COLUMNS, PLACE_COLUMNS } from './place.columns.js';

export const HOUSEHOLDS: TableKind = {
  kind: 'households',
  label: { zh: '户', en: 'Households' },
  requires: [['address', 'building']],
  columns: [
    {
      name: 'key',
      label: { zh: '户号', en: 'Household number' },
      synonyms: ['户编号', '编号', '户口簿号', '家庭编号', 'household'],
    },
    ...PLACE_COLUMNS,
    {
      name: 'head',
      label: { zh: '户主', en: 'Head of household' },
      synonyms: ['户主姓名', '户主名', '姓名', 'head', 'name'],
    },
    ...CONTACT_COLUMNS,
    {
      name: 'colour',
      label: { zh: '五色分类', en: 'Colour class' },
      synonyms: ['五色', '颜色', '五色五访', '分类颜色', '类别颜色', 'colour', 'color'],
      isSensitive: true,
      expected: { zh: '红、橙、黄、蓝、绿', en: 'red, orange, yellow, blue, green' },
    },
    { name: 'delegate', label: { zh: '户代表', en: 'Delegate' }, synonyms: ['户代表姓名', '家庭代表', 'delegate'] },
    { name: 'group', label: { zh: '居民小组', en: "Residents' group" }, synonyms: ['小组', '居民组', '所属小组'] },
  ],
};
