/** A sentence in the two languages of the product; `{name}` is filled from the problem's parameters. */
interface Said {
  zh: string;
  en: string;
}

interface CatalogueEntry {
  /** HTTP status. */
  status: number;
  title: Said;
  /** What the reader can do about it. */
  todo: Said;
}

/**
 * Every error code of the product with its HTTP status and what to say. Codes are `area.reason`, stable, and part of the API:
 * a code may be added, never renamed.
 */
export const ERRORS = {
  'case.unknown': {
    status: 404,
    title: { zh: '没有找到这个事项', en: 'There is no such case' },
    todo: { zh: '请核对编号；也可能是您无权查看。', en: 'Check the number; you may also not be allowed to see it.' },
  },
  'workflow.unknown': {
    status: 404,
    title: { zh: '没有这个流程', en: 'There is no such workflow' },
    todo: { zh: '请从流程列表中选择。', en: 'Choose one from the list of workflows.' },
  },
  'act.unknown': {
    status: 404,
    title: { zh: '这个流程没有动作“{act}”', en: 'This workflow has no act “{act}”' },
    todo: { zh: '请刷新页面，从可做的动作中选择。', en: 'Reload and choose one of the possible acts.' },
  },
  'act.not_allowed': {
    status: 409,
    title: { zh: '现在不能做“{act}”', en: '“{act}” is not possible now' },
    todo: {
      zh: '事项已进入别的步骤，请刷新后再操作。',
      en: 'The case has moved on; reload and choose a possible act.',
    },
  },
  'act.guard_refused': {
    status: 409,
    title: { zh: '条件不满足，不能做“{act}”', en: 'The conditions for “{act}” are not met' },
    todo: {
      zh: '请看下面列出的原因，满足条件后再试。',
      en: 'See the reasons listed, and try again once they are met.',
    },
  },
  'act.input_invalid': {
    status: 422,
    title: { zh: '填写的内容有误', en: 'The input is not valid' },
    todo: { zh: '请按提示改正后再提交。', en: 'Correct the fields listed and send it again.' },
  },
  'input.invalid': {
    status: 422,
    title: { zh: '填写的内容有误', en: 'The input is not valid' },
    todo: { zh: '请按提示改正后再提交。', en: 'Correct the fields listed and send it again.' },
  },
  'event.unknown': {
    status: 422,
    title: { zh: '这个流程不接收“{event}”', en: 'This workflow does not receive “{event}”' },
    todo: { zh: '请核对对接系统发送的事件名。', en: 'Check the name of the event the other system sends.' },
  },
  'event.not_expected': {
    status: 409,
    title: { zh: '事项现在不等待“{event}”', en: 'The case does not expect “{event}” now' },
    todo: { zh: '请先查看事项当前步骤。', en: 'Look at the step the case is in.' },
  },
  'case.ended': {
    status: 409,
    title: { zh: '这个事项已经结束', en: 'This case has ended' },
    todo: { zh: '如需继续，请另提一件新的事项。', en: 'Open a new case if something is left to do.' },
  },
  'case.version_stale': {
    status: 412,
    title: { zh: '事项已被别人更新', en: 'Somebody else changed the case meanwhile' },
    todo: {
      zh: '请刷新，看过最新情况再操作(当前版本 {version})。',
      en: 'Reload, look at what changed, then act (current version {version}).',
    },
  },
  'case.being_simulated': {
    status: 409,
    title: { zh: '这个事项正在推演中', en: 'This case is being simulated' },
    todo: { zh: '推演结束并释放后才能操作。', en: 'Wait until the simulation has ended and released it.' },
  },
  'case.fault': {
    status: 500,
    title: { zh: '流程在处理时出错', en: 'The workflow failed on this' },
    todo: {
      zh: '什么都没有写入；已登记为异常，管理员会处理。',
      en: 'Nothing was written; an incident was recorded for the administrator.',
    },
  },
  'workflow.not_startable': {
    status: 409,
    title: { zh: '不能直接发起这个流程', en: 'This workflow cannot be started directly' },
    todo: { zh: '它由别的事项发起。', en: 'Other cases start it.' },
  },
  'policy.unknown': {
    status: 404,
    title: { zh: '没有这个议事规则版本', en: 'There is no such policy version' },
    todo: { zh: '请从规则版本列表中选择。', en: 'Choose one from the list of versions.' },
  },
  'policy.invalid': {
    status: 422,
    title: { zh: '议事规则的内容有误', en: 'The policy is not valid' },
    todo: { zh: '请按提示改正后再保存。', en: 'Correct the fields listed and save it again.' },
  },
  'incident.unknown': {
    status: 404,
    title: { zh: '没有这个待处理的异常', en: 'There is no such open incident' },
    todo: { zh: '可能已经有人处理，请刷新列表。', en: 'Somebody may have dealt with it; reload the list.' },
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
  'access.unauthenticated': {
    status: 401,
    title: { zh: '请先登录', en: 'Please sign in' },
    todo: { zh: '登录后再试。', en: 'Sign in and try again.' },
  },
  'access.credentials_wrong': {
    status: 401,
    title: { zh: '账号或口令不对', en: 'The account or password is wrong' },
    todo: { zh: '请重新输入。', en: 'Enter them again.' },
  },
  'access.second_factor_due': {
    status: 403,
    title: { zh: '还差一步：动态验证码', en: 'One more step: the second factor' },
    todo: {
      zh: '请输入验证器上的六位数字；还没有绑定验证器的，请先绑定。',
      en: 'Enter the six digits of your authenticator, or set one up first.',
    },
  },
  'access.scope_missing': {
    status: 403,
    title: { zh: '这个令牌不能用于此事', en: 'This token is not good for that' },
    todo: { zh: '请换用有此用途的令牌，或登录后办理。', en: 'Use a token made for it, or sign in.' },
  },
  'access.cross_site': {
    status: 403,
    title: { zh: '请求来自别的网站，已拒绝', en: 'The request came from another site and was refused' },
    todo: { zh: '请直接打开本系统的页面操作。', en: 'Open the pages of this service and do it there.' },
  },
  'access.denied': {
    status: 403,
    title: { zh: '您不能做这件事', en: 'You may not do this' },
    todo: { zh: '如确有需要，请联系社区工作人员。', en: 'Ask your community office if you need to.' },
  },
  'access.rate_limited': {
    status: 429,
    title: { zh: '操作太频繁', en: 'Too many requests' },
    todo: { zh: '请稍等 {seconds} 秒再试。', en: 'Wait {seconds} seconds and try again.' },
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

export type ErrorCode = keyof typeof ERRORS;

export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[];
