import type { TableKind } from '../table/columns.types.js';
import { PLACE_COLUMNS } from './place.columns.js';

export const PREMISES: TableKind = {
  kind: 'premises',
  label: { zh: '房屋', en: 'Premises' },
  requires: [
    ['flat', 'address'],
    ['building', 'address'],
  ],
  columns: [
    {
      name: 'key',
      label: { zh: '房屋编码', en: 'Key' },
      synonyms: ['不动产单元号', '编号', '房产编号', '不动产权证号', 'id'],
    },
    ...PLACE_COLUMNS.map((column) =>
      column.name === 'flat' ? { ...column, synonyms: column.synonyms.filter((one) => one !== '户') } : column,
    ),
    {
      name: 'floor',
      label: { zh: '楼层', en: 'Floor' },
      synonyms: ['层', '所在层', '所在楼层'],
      expected: { zh: '4', en: '4' },
    },
    {
      name: 'area',
      label: { zh: '建筑面积', en: 'Area' },
      synonyms: [
        '面积',
        '房屋面积',
        '专有面积',
        '专有部分面积',
        '产权面积',
        '套内建筑面积',
        '建筑面积㎡',
        '建筑面积m2',
        '面积m2',
        'area',
        'area m2',
      ],
      expected: { zh: '86.4（平方米）', en: '86.4 (square metres)' },
    },
    {
      name: 'areaSource',
      label: { zh: '面积来源', en: 'Source of the area' },
      synonyms: ['面积依据', '来源'],
      expected: { zh: '不动产权证、测绘 或 合同', en: 'deed, survey or contract' },
    },
    {
      name: 'use',
      label: { zh: '用途', en: 'Use' },
      synonyms: ['房屋用途', '规划用途', '房屋性质', '类型'],
      expected: { zh: '住宅、商铺、车库 或 共用', en: 'dwelling, shop, garage or common' },
    },
    {
      name: 'owners',
      label: { zh: '产权人', en: 'Owners' },
      synonyms: ['业主', '业主姓名', '产权人姓名', '房主', '所有权人', '权利人', 'owner'],
    },
    {
      name: 'ownerIds',
      label: { zh: '产权人身份证号', en: "Owners' identity numbers" },
      synonyms: ['业主身份证号', '身份证号', '身份证号码', '证件号码', '权利人证件号'],
      isSensitive: true,
      expected: { zh: '18 位号码', en: '18 characters' },
    },
    {
      name: 'ownerPhones',
      label: { zh: '产权人电话', en: "Owners' telephones" },
      synonyms: ['业主电话', '联系电话', '电话', '手机', '手机号'],
      isSensitive: true,
      expected: { zh: '13900001234', en: '13900001234' },
    },
    {
      name: 'shares',
      label: { zh: '产权份额', en: 'Shares' },
      synonyms: ['份额', '共有份额', '产权比例', '所占份额', '共有情况', 'share'],
      expected: { zh: '1/2 或 50%', en: '1/2 or 50%' },
    },
    {
      name: 'since',
      label: { zh: '取得日期', en: 'Owned since' },
      synonyms: ['登记日期', '产权登记日期', '发证日期', '购房日期'],
      expected: { zh: '2016-03-02', en: '2016-03-02' },
    },
  ],
};
