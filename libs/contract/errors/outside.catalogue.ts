import type { CatalogueEntry } from './catalogue-entry.js';

/** What goes out and comes in: messages, calls, partners, the account of all cases. */
export const OUTSIDE_ERRORS = {
  'notify.hours_impossible': {
    status: 422,
    title: { zh: '时段不对', en: 'These are not hours of a day' },
    todo: { zh: '请填同一天内的起止时间，例如 08:00 至 20:00。', en: 'Give hours of one day, such as 08:00 to 20:00.' },
  },
  'notify.code_too_soon': {
    status: 429,
    title: { zh: '验证码刚刚发过', en: 'A code has just been sent' },
    todo: { zh: '请一分钟后再试。', en: 'Try again in a minute.' },
  },
  'notify.code_wrong': {
    status: 422,
    title: { zh: '验证码不对或已过期', en: 'The code is wrong or too old' },
    todo: { zh: '请核对；不行就重新填写邮箱，会再发一个。', en: 'Check it; or give the address again for a new one.' },
  },
  'notify.own_substitute': {
    status: 422,
    title: { zh: '不能由本人代替本人', en: 'Nobody stands in for themselves' },
    todo: { zh: '请选另一位同事。', en: 'Choose a colleague.' },
  },
  'notify.substitute_away': {
    status: 409,
    title: { zh: '这位同事那几天也不在', en: 'The substitute is away on those days' },
    todo: { zh: '请换一位，或改日期。', en: 'Choose somebody else or other days.' },
  },
  'notify.stands_in': {
    status: 409,
    title: { zh: '本人正在替别人接收消息', en: 'This person stands in for somebody on those days' },
    todo: { zh: '请先为被代替者另指定一位。', en: 'Name another substitute for that person first.' },
  },
  'notify.substitute_unfit': {
    status: 409,
    title: { zh: '代替者不在同一单位任职', en: 'The substitute holds no office at the same place' },
    todo: { zh: '请从同单位或其上级的工作人员中选择。', en: 'Choose somebody with an office there or above.' },
  },
  'notify.period_impossible': {
    status: 422,
    title: { zh: '起止日期不对', en: 'The days are the wrong way round' },
    todo: { zh: '返岗日期应晚于开始日期。', en: 'The day of return comes after the first day.' },
  },
  'notify.address_refused': {
    status: 422,
    title: { zh: '不能用这个地址', en: 'This address cannot be used' },
    todo: {
      zh: '请填公网的 https 地址；内网地址须由运维人员在 WEBHOOK_PRIVATE_ADDRESSES 中开通。',
      en: 'Give a public https address; private ones need WEBHOOK_PRIVATE_ADDRESSES.',
    },
  },
  'notify.not_replayable': {
    status: 409,
    title: { zh: '还在发送中', en: 'It is still on its way' },
    todo: { zh: '发送结束后才能重发。', en: 'It can be sent again once it has ended.' },
  },
  'call.ended': {
    status: 409,
    title: { zh: '这一项已经了结', en: 'This call has been settled' },
    todo: { zh: '请刷新名单。', en: 'Reload the list.' },
  },
  'partner.unknown': {
    status: 404,
    title: { zh: '没有这个对接系统', en: 'There is no such partner' },
    todo: { zh: '请从对接系统列表中选择。', en: 'Choose one from the list of partners.' },
  },
  'partner.signature_wrong': {
    status: 401,
    title: { zh: '签名不对、已过期或已用过', en: 'The signature is wrong, expired or used already' },
    todo: {
      zh: '请核对密钥、时间（相差不超过 5 分钟）、随机数和签名内容。',
      en: 'Check the key, the time (within 5 minutes), the nonce and what is signed.',
    },
  },
  'partner.not_permitted': {
    status: 403,
    title: { zh: '这个对接系统没有此项权限', en: 'This partner may not do this' },
    todo: {
      zh: '请联系运维人员核对权限、编号系统和辖区。',
      en: 'Ask the operator to check its scopes, number systems and unit.',
    },
  },
  'ledger.sheet_unknown': {
    status: 404,
    title: { zh: '没有这份对账单', en: 'There is no such sheet' },
    todo: { zh: '请从对账列表中选择。', en: 'Choose one from the list.' },
  },
  'ledger.sheet_signed': {
    status: 409,
    title: { zh: '这份对账单已经签字', en: 'This sheet has been signed' },
    todo: {
      zh: '签字后不再改动；需要时请重新对账。',
      en: 'It is not altered any more; check the month anew if need be.',
    },
  },
  'ledger.same_person': {
    status: 403,
    title: { zh: '核对和签字不能是同一人', en: 'One person cannot both check and sign' },
    todo: { zh: '请另一位人员签字。', en: 'Let somebody else sign it.' },
  },
  'ledger.not_your_unit': {
    status: 403,
    title: { zh: '您不能代表该单位', en: 'You do not speak for this unit' },
    todo: {
      zh: '请由该街道负责人或者该部门人员提交。',
      en: 'The leader of the street, or somebody of the department, does it.',
    },
  },
  'ledger.not_the_district': {
    status: 403,
    title: {
      zh: '街道评部门由区（不设区的由市）为本区街道组织',
      en: 'A district, or a city without districts, opens an appraisal for its own streets',
    },
    todo: { zh: '请联系区里的负责人。', en: 'Ask whoever is responsible at the district.' },
  },
  'ledger.differences': {
    status: 422,
    title: { zh: '账与台账不符，签字须写明说明', en: 'The account differs from the journals: sign with a remark' },
    todo: {
      zh: '请查看差异，写明原因和处理办法。',
      en: 'Look at the differences; say why and what is done about them.',
    },
  },
  'ledger.period_open': {
    status: 409,
    title: { zh: '这一期还没有开始', en: 'This period has not begun' },
    todo: {
      zh: '开始后可查看暂报，期满后生成正式报表。',
      en: 'Once it has begun there is a provisional report, and the final one when it is over.',
    },
  },
  'ledger.period_unknown': {
    status: 422,
    title: { zh: '看不懂这个期间', en: 'There is no such period' },
    todo: {
      zh: '请写成 2026-03-02、2026-W10、2026-03 或 2026-Q1。',
      en: 'Write 2026-03-02, 2026-W10, 2026-03 or 2026-Q1.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
