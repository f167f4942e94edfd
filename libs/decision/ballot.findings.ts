/** What can be wrong with a published ballot. Kinds before the dot: where it is. */
export const FINDING_TEXTS = {
  'file.empty': { zh: '文件是空的', en: 'The file is empty' },
  'file.unreadable': { zh: '文件读不下去（不是 UTF-8 文本？）', en: 'The file cannot be read on (is it UTF-8 text?)' },
  'line.not_json': { zh: '这一行不是 JSON', en: 'The line is not JSON' },
  'line.malformed': {
    zh: '这一行不是头、变更、名册、选票或证书',
    en: 'The line is no header, change, entry, paper or certificate',
  },
  'line.not_canonical': { zh: '这一行不是规范写法（RFC 8785）', en: 'The line is not in canonical form (RFC 8785)' },
  'line.out_of_order': {
    zh: '行的先后不对：头、变更、名册、选票、证书',
    en: 'Lines stand in the order header, changes, entries, papers, certificate',
  },
  'header.malformed': { zh: '第一行不是有效的表决头', en: 'The first line is not a valid header' },
  'change.out_of_order': { zh: '名册变更的编号不连续', en: 'Changes of the roll are not numbered without gaps' },
  'change.chain_broken': {
    zh: '名册变更前后不衔接',
    en: 'A change of the roll does not go on from what was there before',
  },
  'entry.not_sorted': { zh: '名册没有按编码排序，或有重复', en: 'Entries are not sorted by code, or one stands twice' },
  'entry.base_missing': { zh: '缺少规则要求的权重', en: 'A weight that the rule asks for is missing' },
  'entry.unequal_weights': {
    zh: '无记名表决中各户权重必须相同',
    en: 'In a secret ballot all entries must weigh the same',
  },
  'paper.not_sorted': { zh: '选票没有按编号排序，或有重复', en: 'Papers are not sorted by id, or one stands twice' },
  'paper.tracker_twice': { zh: '两张选票用同一个查询码', en: 'Two papers have the same tracker' },
  'paper.names_entry': { zh: '无记名选票写了编码', en: 'A paper of a secret ballot names its entry' },
  'paper.entry_missing': { zh: '记名选票没有写编码', en: 'A paper of a named ballot names no entry' },
  'paper.entry_unknown': { zh: '选票的编码不在名册上', en: 'The entry of a paper is not on the roll' },
  'paper.entry_twice': { zh: '同一编码有两张选票', en: 'Two papers of one entry' },
  'paper.choice_invalid': { zh: '选票的内容不符合题目', en: 'The choice does not answer the question' },
  'roll.took_differs': {
    zh: '名册上的“已参加”与计入的选票不一致',
    en: 'Who took part on the roll is not who has a counted paper',
  },
  'count.impossible': { zh: '数目大到不能精确计算', en: 'The sums are too large to be exact' },
  'count.refused': { zh: '规则不能裁定这次表决', en: 'The rule cannot judge this ballot' },
  'certificate.missing': { zh: '没有证书（文件被截断？）', en: 'There is no certificate (was the file cut off?)' },
  'certificate.differs': { zh: '证书与重新计算的结果不一致', en: 'The certificate is not what the count comes to' },
  'certificate.too_early': {
    zh: '证书的日期早于表决结束',
    en: 'The certificate is dated before the ballot was closed',
  },
  'receipt.not_found': { zh: '没有与回执相符的选票', en: 'No paper belongs to the receipt' },
  'receipt.not_included': {
    zh: '回执的选票不在证书的默克尔树里',
    en: 'The paper of the receipt is not in the tree of the certificate',
  },
  'receipt.not_counted': { zh: '回执的选票没有计入', en: 'The paper of the receipt was not counted' },
} as const;
export type FindingCode = keyof typeof FINDING_TEXTS;

/** Something that is wrong. */
export interface Finding {
  code: FindingCode;
  /** From 1; null when it is about the file as a whole. */
  line: number | null;
  text: { zh: string; en: string };
  /** What exactly, in the words of the file: a code, a path with both values. */
  detail: string | null;
}

/** Makes a finding. */
export function finding(code: FindingCode, line: number | null, detail: string | null = null): Finding {
  return { code, line, text: FINDING_TEXTS[code], detail };
}
