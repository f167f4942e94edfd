import type { CatalogueEntry } from './catalogue-entry.js';

/** People, places and offices, tables of them, and the files of the archive. */
export const REGISTRY_ERRORS = {
  'registry.refused': {
    status: 422,
    title: { zh: '登记内容有误，没有写入', en: 'The registry refused: nothing was written' },
    todo: { zh: '请按列出的记录和字段改正后再提交。', en: 'Correct the records and fields listed and send it again.' },
  },
  'registry.changed_meanwhile': {
    status: 409,
    title: { zh: '{who}刚改过这一条', en: '{who} has just changed this record' },
    todo: {
      zh: '对方写的理由：{reason}。请看看现在登记的内容，再决定还要不要改。',
      en: 'The reason given: {reason}. Look at what is registered now before you change it again.',
    },
  },
  'registry.changed_since': {
    status: 409,
    title: { zh: '记录后来又改过，不能撤销', en: 'Records have changed since: it cannot be undone' },
    todo: {
      zh: '请先撤销列出的记录后来的改动，或直接更正。',
      en: 'Undo the later changes of the records listed first, or correct them.',
    },
  },
  'office.not_yours_to_give': {
    status: 403,
    title: { zh: '您不能授予这个职务', en: 'You cannot give this office' },
    todo: {
      zh: '不能任命自己，也不能授予自己没有的权限，请由上级办理。',
      en: 'Nobody appoints themselves or gives what they do not have; ask the tier above.',
    },
  },
  'import.unknown': {
    status: 404,
    title: { zh: '没有找到这次导入', en: 'There is no such import' },
    todo: {
      zh: '请从导入列表中选择；也可能是您无权查看。',
      en: 'Choose one from the list of imports; you may also not be allowed to see it.',
    },
  },
  'import.busy': {
    status: 409,
    title: { zh: '这次导入正在进行', en: 'This import is being worked on' },
    todo: { zh: '请等它完成，再看结果。', en: 'Wait until it is done, then look at what came of it.' },
  },
  'import.not_checked': {
    status: 409,
    title: { zh: '还没有检查', en: 'It has not been checked' },
    todo: { zh: '请先检查，看过会有哪些变化再导入。', en: 'Check it first and look at what it would change.' },
  },
  'import.has_errors': {
    status: 409,
    title: {
      zh: '还有 {errors} 处错误、{questions} 处待定',
      en: '{errors} errors and {questions} open questions are left',
    },
    todo: {
      zh: '请下载错误清单，改正文件后重新上传；待定的请逐条选择。',
      en: 'Download the list of errors, correct the file and upload it again; decide the open questions.',
    },
  },
  'import.ended': {
    status: 409,
    title: { zh: '这次导入已经结束', en: 'This import has ended' },
    todo: { zh: '如需再导入，请重新上传文件。', en: 'Upload the file again to import it again.' },
  },
  'import.not_applied': {
    status: 409,
    title: { zh: '这次导入没有写入，无可撤销', en: 'This import was not applied: there is nothing to undo' },
    todo: { zh: '请刷新后再看。', en: 'Reload and look again.' },
  },
  'import.changed_since': {
    status: 409,
    title: {
      zh: '有 {count} 条记录在导入之后又改过，不能整体撤销',
      en: '{count} records have changed since: it cannot be undone as a whole',
    },
    todo: { zh: '请看列出的记录，逐条更正。', en: 'See the records listed and correct them one by one.' },
  },
  'file.type_refused': {
    status: 415,
    title: { zh: '不能上传这种文件', en: 'Files of this kind are not taken' },
    todo: {
      zh: '可上传照片（JPEG、PNG、WebP、AVIF）、PDF、录音；手机里的 HEIC 照片请先另存为 JPEG。',
      en: 'Photos (JPEG, PNG, WebP, AVIF), PDF and audio are taken; save HEIC photos of a phone as JPEG first.',
    },
  },
  'file.name_deceives': {
    status: 415,
    title: { zh: '文件内容与扩展名不符', en: 'The content is not what the name says' },
    todo: {
      zh: '文件其实是 {type}，请改正名称后再上传。',
      en: 'It is really {type}; correct the name and send it again.',
    },
  },
  'file.picture_too_big': {
    status: 422,
    title: { zh: '图片尺寸太大', en: 'The picture has too many pixels' },
    todo: { zh: '请先缩小图片。', en: 'Make it smaller first.' },
  },
  'file.broken': {
    status: 422,
    title: { zh: '文件已损坏，打不开', en: 'The file is broken' },
    todo: { zh: '请重新拍照或导出后再上传。', en: 'Take or export it again.' },
  },
  'file.missing': {
    status: 422,
    title: { zh: '没有选择文件', en: 'There is no file in the request' },
    todo: { zh: '请选择一个文件。', en: 'Choose one file.' },
  },
  'file.unknown': {
    status: 422,
    title: { zh: '没有这个文件，或者它不是你能出示的', en: 'There is no such file, or it is not yours to show' },
    todo: {
      zh: '请先上传文件，再用上传后给出的编号；只能用自己或本单位同事上传的，或自己经办事项里的文件。',
      en: 'Upload it first and name it by the id you are given; it has to be uploaded by you or somebody of your unit, or belong to a case you work on.',
    },
  },
  'file.not_publishable': {
    status: 409,
    title: { zh: '这个文件不能公开', en: 'This file cannot be published' },
    todo: {
      zh: '只有已关联到非保密事项的照片，经审核后才能公开。',
      en: 'Only photos of a case that is not confidential can be, after a review.',
    },
  },
  'file.empty': {
    status: 422,
    title: { zh: '文件是空的', en: 'The file is empty' },
    todo: { zh: '请选择有内容的文件。', en: 'Choose a file with something in it.' },
  },
  'file.not_a_table': {
    status: 422,
    title: { zh: '这不是表格文件', en: 'This is not a table' },
    todo: {
      zh: '请用 Excel 或 WPS 另存为 .xlsx 或 .csv 后再上传。',
      en: 'Save it as .xlsx or .csv with Excel or WPS, then upload that.',
    },
  },
  'file.old_excel': {
    status: 422,
    title: { zh: '这是旧版 .xls/.et 文件，或加了密码', en: 'This is an old .xls/.et file, or it has a password' },
    todo: {
      zh: '请打开后取消密码，另存为 .xlsx 再上传。',
      en: 'Open it, remove the password, save it as .xlsx and upload that.',
    },
  },
  'file.damaged': {
    status: 422,
    title: {
      zh: '文件已损坏，读不下去（第 {row} 行附近）',
      en: 'The file is damaged and cannot be read (near row {row})',
    },
    todo: {
      zh: '请用 Excel 或 WPS 打开并另存一份再上传。',
      en: 'Open it with Excel or WPS, save a copy and upload that.',
    },
  },
  'file.encoding_unknown': {
    status: 422,
    title: { zh: '认不出文件的文字编码', en: 'The encoding of the file is not known' },
    todo: { zh: '请另存为“CSV UTF-8”或 .xlsx 再上传。', en: 'Save it as “CSV UTF-8” or as .xlsx and upload that.' },
  },
  'file.too_large': {
    status: 413,
    title: { zh: '文件太大（解开后超过 {limit} MB）', en: 'The file is too large (more than {limit} MB unpacked)' },
    todo: {
      zh: '请删去图片和空行，或分成几个文件。',
      en: 'Remove pictures and empty rows, or split it into several files.',
    },
  },
  'file.too_many_rows': {
    status: 422,
    title: { zh: '超过 {limit} 行', en: 'There are more than {limit} rows' },
    todo: { zh: '请分成几个文件导入。', en: 'Split it into several files.' },
  },
  'file.too_wide': {
    status: 422,
    title: { zh: '第 {row} 行超过 {limit} 列', en: 'Row {row} has more than {limit} columns' },
    todo: { zh: '请删去多余的列再上传。', en: 'Delete the columns that are not needed and upload it again.' },
  },
  'file.cell_too_long': {
    status: 422,
    title: {
      zh: '第 {row} 行第 {column} 列的内容太长（超过 {limit} 个字）',
      en: 'Row {row}, column {column} holds too long a text (more than {limit} characters)',
    },
    todo: { zh: '请缩短这一格，或检查引号是否成对。', en: 'Shorten the cell, or check that its quotes are closed.' },
  },
  'file.no_header': {
    status: 422,
    title: { zh: '找不到表头', en: 'No row of headings was found' },
    todo: {
      zh: '请在前 30 行内放一行列名，至少有：{columns}。',
      en: 'Put a row of headings within the first 30 rows, with at least: {columns}.',
    },
  },
  'file.column_missing': {
    status: 422,
    title: {
      zh: '缺少“{column}”列（表头在第 {row} 行）',
      en: 'The column “{column}” is missing (headings in row {row})',
    },
    todo: { zh: '请加上这一列；可写作：{synonyms}。', en: 'Add the column; it may be called: {synonyms}.' },
  },
} as const satisfies Record<string, CatalogueEntry>;
