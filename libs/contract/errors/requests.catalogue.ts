import type { CatalogueEntry } from './catalogue-entry.js';

/** What any endpoint may answer, whatever it is about. */
export const REQUEST_ERRORS = {
  'input.invalid': {
    status: 422,
    title: { zh: '填写的内容有误', en: 'The input is not valid' },
    todo: { zh: '请按提示改正后再提交。', en: 'Correct the fields listed and send it again.' },
  },
  'idempotency.key_reused': {
    status: 422,
    title: { zh: '同一个幂等键用于不同的内容', en: 'The idempotency key was used for another request' },
    todo: { zh: '请为新的请求换一个新键。', en: 'Use a new key for a new request.' },
  },
  'idempotency.key_missing': {
    status: 400,
    title: { zh: '缺少幂等键', en: 'The idempotency key is missing' },
    todo: { zh: '每个 POST 请求都要带 Idempotency-Key 头。', en: 'Send an Idempotency-Key header with every POST.' },
  },
  'request.malformed': {
    status: 400,
    title: { zh: '请求格式不对', en: 'The request is malformed' },
    todo: { zh: '请核对接口说明。', en: 'Check it against the API description.' },
  },
  'request.unknown': {
    status: 404,
    title: { zh: '没有这个地址', en: 'There is nothing at this address' },
    todo: { zh: '请核对地址。', en: 'Check the address.' },
  },
  'resource.unknown': {
    status: 404,
    title: { zh: '没有找到', en: 'Not found' },
    todo: { zh: '请核对编号。', en: 'Check the number.' },
  },
  'resource.conflict': {
    status: 409,
    title: { zh: '与已有的内容冲突', en: 'It conflicts with what exists' },
    todo: { zh: '请刷新后再试。', en: 'Reload and try again.' },
  },
  'cursor.malformed': {
    status: 400,
    title: { zh: '翻页标记无效', en: 'The cursor is not valid' },
    todo: { zh: '请从第一页重新开始。', en: 'Start again from the first page.' },
  },
  'payload.too_large': {
    status: 413,
    title: { zh: '提交的内容太大', en: 'The request is too large' },
    todo: { zh: '请减少内容或分几次提交。', en: 'Send less, or in several requests.' },
  },
  'payload.unsupported_type': {
    status: 415,
    title: { zh: '不支持这种内容类型', en: 'This content type is not supported' },
    todo: { zh: '请用 application/json 提交。', en: 'Send application/json.' },
  },
  'service.unavailable': {
    status: 503,
    title: { zh: '服务暂时不可用', en: 'The service is not available now' },
    todo: { zh: '请稍后再试。', en: 'Try again in a moment.' },
  },
  'internal.error': {
    status: 500,
    title: { zh: '系统出错', en: 'Something went wrong' },
    todo: {
      zh: '请稍后再试；如仍出错，请把编号 {trace} 告诉管理员。',
      en: 'Try again; if it persists, tell the administrator {trace}.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
