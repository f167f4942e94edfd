import type { Said, Severity } from './exchange.vocabulary.js';

interface ProblemEntry {
  severity: Severity;
  message: Said;
  /** What to do about it, in the file or on the page. */
  remedy: Said;
}

/** Everything that can be wrong with a file, a row or a cell, and what to do about it; `{name}` is filled in. */
export const PROBLEMS = {
  'cell.missing': {
    severity: 'error',
    message: { zh: '没有填写', en: 'Nothing is filled in' },
    remedy: { zh: '请补上“{column}”。', en: 'Fill in “{column}”.' },
  },
  'cell.too_long': {
    severity: 'error',
    message: { zh: '超过 {limit} 个字', en: 'It is longer than {limit} characters' },
    remedy: { zh: '请缩短。', en: 'Shorten it.' },
  },
  'cell.formula_text': {
    severity: 'warning',
    message: { zh: '内容像公式，已当作文字', en: 'It looks like a formula and was taken as text' },
    remedy: {
      zh: '不需处理；如果本应是数值，请在表中改成数值。',
      en: 'Nothing to do, unless a value was meant: then write the value.',
    },
  },
  'cell.formula_value': {
    severity: 'warning',
    message: {
      zh: '这一格是公式，取的是保存文件时的结果',
      en: 'The cell is a formula; its value when the file was saved was taken',
    },
    remedy: { zh: '请核对；最好把公式粘贴成数值。', en: 'Check it; better paste formulas as values.' },
  },
  'cell.filled_from_above': {
    severity: 'warning',
    message: { zh: '空着，按上一行的“{value}”处理', en: 'It is blank and was read as “{value}” from the row above' },
    remedy: { zh: '请核对；不对就在这一行写明。', en: 'Check it; if it is wrong, write it out in this row.' },
  },
  'cell.unreadable': {
    severity: 'error',
    message: { zh: '看不懂这里的内容', en: 'This cannot be understood' },
    remedy: { zh: '请写成：{expected}。', en: 'Write it like this: {expected}.' },
  },
  'identity.rounded': {
    severity: 'error',
    message: {
      zh: '身份证号被 Excel 当作数字，末几位已丢失',
      en: 'Excel took the identity number for a number and lost its last digits',
    },
    remedy: {
      zh: '请把这一列设为“文本”格式，重新填写号码。',
      en: 'Format the column as text and enter the number again.',
    },
  },
  'identity.malformed': {
    severity: 'error',
    message: { zh: '身份证号的位数或出生日期不对', en: 'The identity number has a wrong length or day of birth' },
    remedy: { zh: '请按证件核对 18 位号码。', en: 'Check the 18 characters against the card.' },
  },
  'identity.check_wrong': {
    severity: 'error',
    message: {
      zh: '身份证号的校验位不对，可能抄错了一位',
      en: 'The check character of the identity number is wrong: a digit may be miscopied',
    },
    remedy: { zh: '请按证件核对号码。', en: 'Check the number against the card.' },
  },
  'birth.contradicts': {
    severity: 'warning',
    message: {
      zh: '出生日期与身份证号不一致，以身份证号为准',
      en: 'The birth date differs from the identity number, which was taken',
    },
    remedy: { zh: '请核对证件。', en: 'Check the card.' },
  },
  'gender.contradicts': {
    severity: 'warning',
    message: {
      zh: '性别与身份证号不一致，以身份证号为准',
      en: 'The gender differs from the identity number, which was taken',
    },
    remedy: { zh: '请核对证件。', en: 'Check the card.' },
  },
  'phone.malformed': {
    severity: 'warning',
    message: { zh: '不像电话号码，没有导入这一格', en: 'It is no telephone number; the cell was not imported' },
    remedy: {
      zh: '请核对号码；固定电话写作 0937-6280040。',
      en: 'Check the number; write fixed lines as 0937-6280040.',
    },
  },
  'area.missing': {
    severity: 'warning',
    message: { zh: '没有面积，按“不详”登记', en: 'There is no area; it stays unknown' },
    remedy: {
      zh: '按面积计票前请补上（不动产权证、测绘或合同）。',
      en: 'Add it before a vote by area (deed, survey or contract).',
    },
  },
  'unit.unknown': {
    severity: 'error',
    message: { zh: '本辖区内没有“{name}”', en: 'There is no “{name}” within your unit' },
    remedy: {
      zh: '请核对楼栋或单位名称；新的请先导入“单位”。',
      en: 'Check the name of the building or unit; import new ones as units first.',
    },
  },
  'unit.ambiguous': {
    severity: 'error',
    message: { zh: '“{name}”不止一个', en: 'There is more than one “{name}”' },
    remedy: {
      zh: '请写全名称（例如带小区名）或单位编码。',
      en: 'Write the full name (with its compound) or the code of the unit.',
    },
  },
  'unit.circle': {
    severity: 'error',
    message: { zh: '上下级关系不成立：{detail}', en: 'It cannot stand there: {detail}' },
    remedy: { zh: '请核对“上级”一列。', en: 'Check the column of the unit above.' },
  },
  'household.unknown': {
    severity: 'error',
    message: { zh: '没有这一户', en: 'There is no such household' },
    remedy: {
      zh: '请核对住址或户号，或先导入“户”。',
      en: 'Check the address or the number of the household, or import households first.',
    },
  },
  'person.unknown': {
    severity: 'error',
    message: { zh: '没有登记“{name}”', en: '“{name}” is not registered' },
    remedy: {
      zh: '请先导入这个人，或写上身份证号或电话以便认出。',
      en: 'Import the person first, or add an identity number or telephone to tell who it is.',
    },
  },
  'person.ambiguous': {
    severity: 'error',
    message: { zh: '叫“{name}”的不止一人', en: 'There is more than one “{name}”' },
    remedy: { zh: '请写上身份证号或电话。', en: 'Add an identity number or telephone.' },
  },
  'person.repeated': {
    severity: 'warning',
    message: { zh: '与第 {other} 行是同一个人，合为一条', en: 'It is the same person as in row {other}: one record' },
    remedy: { zh: '不需处理；请核对两行是否都对。', en: 'Nothing to do; check that both rows are right.' },
  },
  'person.maybe_known': {
    severity: 'question',
    message: { zh: '可能就是已登记的 {names}（{where}）', en: 'It may be {names}, registered already ({where})' },
    remedy: { zh: '请在页面上选择：是同一人，还是新登记。', en: 'Decide on the page: the same person, or a new one.' },
  },
  'person.maybe_repeated': {
    severity: 'question',
    message: {
      zh: '可能与第 {other} 行是同一个人（同名同址，出生日期或证件不全）',
      en: 'It may be the same person as in row {other} (same name and address, birth or identity number missing)',
    },
    remedy: { zh: '请在页面上选择：是同一人，还是两个人。', en: 'Decide on the page: one person, or two.' },
  },
  'decision.impossible': {
    severity: 'error',
    message: { zh: '所选的人不在候选之中', en: 'The person chosen is none of the candidates' },
    remedy: { zh: '请重新选择。', en: 'Choose again.' },
  },
  'row.repeated': {
    severity: 'warning',
    message: { zh: '与第 {other} 行重复，合为一条', en: 'It repeats row {other}: one record' },
    remedy: {
      zh: '不需处理；两行不同之处以后一行为准。',
      en: 'Nothing to do; where the two differ, the later one counts.',
    },
  },
  'residence.moved': {
    severity: 'warning',
    message: {
      zh: '从 {from} 搬来，旧住址自 {date} 起结束',
      en: 'Moved from {from}: the old residence ends on {date}',
    },
    remedy: {
      zh: '请核对迁入日期；没有写的按导入日期计。',
      en: 'Check the date of moving in; without one the day of the import counts.',
    },
  },
  'person.elsewhere': {
    severity: 'error',
    message: { zh: '这个人已在别处登记', en: 'This person is registered elsewhere' },
    remedy: {
      zh: '请核对身份证号；确已迁入的，请原社区办理迁出。',
      en: 'Check the identity number; if the person has moved, ask the other community to move them.',
    },
  },
  'person.serves_elsewhere': {
    severity: 'error',
    message: {
      zh: '这个人在本辖区以外任职，不能由表格修改',
      en: 'This person holds an office outside your unit and is not changed by a table',
    },
    remedy: { zh: '请去掉这一行，由上级办理。', en: 'Leave the row out and ask the tier above.' },
  },
  'unit.code_taken': {
    severity: 'error',
    message: { zh: '这个编码已被使用', en: 'This code is taken' },
    remedy: {
      zh: '请换一个编码，例如加上社区的编码。',
      en: 'Choose another one, for example with the code of your community.',
    },
  },
  'record.elsewhere': {
    severity: 'error',
    message: { zh: '其中有不属于本辖区的记录', en: 'It has records that are not of your unit' },
    remedy: { zh: '请重新检查后再导入。', en: 'Check the table again before you import it.' },
  },
  'office.not_yours': {
    severity: 'error',
    message: { zh: '您不能授予或免去这个职务', en: 'You cannot give or take this office' },
    remedy: {
      zh: '不能任命自己，也不能授予自己没有的权限，请由上级办理。',
      en: 'Nobody appoints themselves or gives what they do not have; ask the tier above.',
    },
  },
  'colour.not_yours': {
    severity: 'warning',
    message: {
      zh: '您不负责走访分类，没有导入这一格',
      en: 'You do not classify households; the cell was not imported',
    },
    remedy: { zh: '请由网格长填写五色分类。', en: 'Ask the grid leader to set the colour class.' },
  },
  'shares.incomplete': {
    severity: 'warning',
    message: { zh: '产权份额合计不是全部（{sum}）', en: 'The shares do not add up to the whole ({sum})' },
    remedy: { zh: '请按产权证核对各人的份额。', en: 'Check the shares against the deed.' },
  },
  'shares.exceed': {
    severity: 'error',
    message: { zh: '产权份额合计超过全部（{sum}）', en: 'The shares add up to more than the whole ({sum})' },
    remedy: { zh: '请按产权证核对各人的份额。', en: 'Check the shares against the deed.' },
  },
  'registry.refused': {
    severity: 'error',
    message: { zh: '登记簿不接受这一行：{detail}', en: 'The registry does not take this row: {detail}' },
    remedy: { zh: '请按说明改正后重新导入。', en: 'Correct it as said and import it again.' },
  },
} as const satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof PROBLEMS;
