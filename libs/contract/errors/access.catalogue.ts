import type { CatalogueEntry } from './catalogue-entry.js';

/** Who may do what, who may know what, and coming in. */
export const ACCESS_ERRORS = {
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
  'visits.not_entitled': {
    status: 422,
    title: { zh: '这位人员不能走访这户', en: 'This person does not visit such a household' },
    todo: { zh: '请换一位在此有相应职务的人员。', en: 'Choose somebody who holds the office for it there.' },
  },
  'visits.too_many': {
    status: 409,
    title: { zh: '认领的户数已到上限（{most} 户）', en: 'The most households one person may hold is {most}' },
    todo: { zh: '请先结束一些认领，或分派给别人。', en: 'End a claim first, or assign it to somebody else.' },
  },
  'visits.period': {
    status: 422,
    title: { zh: '认领的起止日期不对', en: 'The period of the claim is not possible' },
    todo: { zh: '结束日须晚于开始日，最长 {days} 天。', en: 'It ends after it begins, after {days} days at most.' },
  },
  'visits.in_the_future': {
    status: 422,
    title: { zh: '走访时间在将来', en: 'The visit lies in the future' },
    todo: { zh: '请填写实际走访的时间。', en: 'Enter when somebody was really there.' },
  },
  'privacy.reason_too_short': {
    status: 422,
    title: { zh: '请写明查看的理由', en: 'Say why you need to see it' },
    todo: {
      zh: '至少 {characters} 个字；理由会记入查看台账。',
      en: 'At least {characters} characters; the reason is kept in the journal of looks.',
    },
  },
  'privacy.too_many_looks': {
    status: 429,
    title: { zh: '一小时内查看得太多', en: 'Too many looks within an hour' },
    todo: { zh: '每小时最多 {most} 次，请稍后再试。', en: 'There are {most} an hour; try again later.' },
  },
  'privacy.two_people': {
    status: 409,
    title: { zh: '须由另一个人确认', en: 'Somebody else has to confirm it' },
    todo: {
      zh: '提出的人和本人都不能确认，请换人。',
      en: 'Neither who asked nor the person may confirm; ask a colleague.',
    },
  },
  'privacy.decided': {
    status: 409,
    title: { zh: '已经有人办过了', en: 'Somebody has dealt with it already' },
    todo: { zh: '是谁、什么时候办的，写在这一条里。', en: 'The entry says who did and when.' },
  },
  'privacy.on_hold': {
    status: 409,
    title: { zh: '依法须留存，暂不能删除', en: 'It has to be kept by law and cannot be erased now' },
    todo: { zh: '留存解除后再办理。', en: 'Come back when the hold has been lifted.' },
  },
  'privacy.case_open': {
    status: 409,
    title: { zh: '还有未办结的事项', en: 'There are cases that have not ended' },
    todo: { zh: '请先办结或撤回这些事项。', en: 'Let them end or withdraw them first.' },
  },
  'privacy.in_office': {
    status: 409,
    title: { zh: '此人仍在任职', en: 'The person still holds an office' },
    todo: { zh: '请先结束其职务。', en: 'End the offices first.' },
  },
  'consent.missing': {
    status: 409,
    title: { zh: '没有本人的同意', en: 'The person has not agreed to this' },
    todo: { zh: '请先征得同意并登记。', en: 'Ask for consent and register it first.' },
  },
  'consent.text_changed': {
    status: 409,
    title: { zh: '同意书已更新', en: 'The text has changed' },
    todo: { zh: '请阅读新版本（{version}）后再同意。', en: 'Read version {version}, then agree.' },
  },
  'consent.evidence_missing': {
    status: 422,
    title: { zh: '缺少书面凭据', en: 'The written evidence is missing' },
    todo: {
      zh: '代为登记须填写单据编号；涉及敏感信息的，还须附签字页照片。',
      en: 'Entered for somebody it needs the number of the slip, for sensitive data also a picture of the signature.',
    },
  },
  'factor.wrong': {
    status: 401,
    title: { zh: '验证码不对', en: 'The code is wrong' },
    todo: {
      zh: '请输入当前显示的六位数字；每个码只能用一次。',
      en: 'Enter the six digits shown now; each code works once.',
    },
  },
  'factor.already_set': {
    status: 409,
    title: { zh: '二次验证已经设置', en: 'The second factor is already set up' },
    todo: { zh: '换手机请先用备用码或请管理员重置。', en: 'To change it, ask an operator to reset it.' },
  },
  'factor.not_begun': {
    status: 409,
    title: { zh: '还没有开始设置二次验证', en: 'Setting up the second factor has not begun' },
    todo: { zh: '请重新扫码后再输入验证码。', en: 'Scan the picture again, then enter the code.' },
  },
  'account.exists': {
    status: 409,
    title: { zh: '这个人已有账号', en: 'This person has an account' },
    todo: { zh: '请登录；忘记口令可请社区重置。', en: 'Sign in; ask your community office if the password is lost.' },
  },
  'account.login_taken': {
    status: 409,
    title: { zh: '这个账号名已被使用', en: 'This name is taken' },
    todo: { zh: '请换一个账号名。', en: 'Choose another name.' },
  },
  'account.login_invalid': {
    status: 422,
    title: { zh: '账号名不合要求', en: 'This cannot be a name to sign in with' },
    todo: { zh: '1 到 64 个字，不含空格。', en: '1 to 64 signs, no blanks.' },
  },
  'account.locked': {
    status: 403,
    title: { zh: '账号已停用', en: 'The account is locked' },
    todo: { zh: '请联系社区工作人员。', en: 'Ask your community office.' },
  },
  'account.closed': {
    status: 409,
    title: { zh: '账号已注销', en: 'The account is closed' },
    todo: { zh: '注销的账号不能再用，请新建账号。', en: 'A closed account stays closed; make a new one.' },
  },
  'password.too_short': {
    status: 422,
    title: { zh: '口令太短', en: 'The password is too short' },
    todo: { zh: '至少 10 个字；一句话最好记。', en: 'At least 10 signs; a sentence is easy to remember.' },
  },
  'password.too_long': {
    status: 422,
    title: { zh: '口令太长', en: 'The password is too long' },
    todo: { zh: '最多 200 个字。', en: 'At most 200 signs.' },
  },
  'password.is_login': {
    status: 422,
    title: { zh: '口令不能就是账号名', en: 'The password is the name itself' },
    todo: { zh: '请另想一个口令。', en: 'Think of another one.' },
  },
  'password.too_common': {
    status: 422,
    title: { zh: '这个口令太常见', en: 'This password is too common' },
    todo: {
      zh: '它是别人最先会试的口令，请另想一个。',
      en: 'It is among the first to be tried; think of another one.',
    },
  },
  'password.too_simple': {
    status: 422,
    title: { zh: '这个口令太简单', en: 'This password is too simple' },
    todo: { zh: '不要用重复或连续的字符。', en: 'No repeated signs and no rows like 12345.' },
  },
  'slip.unusable': {
    status: 404,
    title: { zh: '这张邀请条不能用', en: 'This slip cannot be used' },
    todo: {
      zh: '可能输错、已用过、过期或已作废；请核对，或请社区换一张。',
      en: 'It may be mistyped, used, expired or revoked; check it, or ask for a new one.',
    },
  },
  'slip.choice_unknown': {
    status: 422,
    title: { zh: '没有选对人', en: 'This is not one of the people on the slip' },
    todo: { zh: '请重新输入邀请条上的码，再选一次。', en: 'Enter the code again and choose once more.' },
  },
  'slip.needs_operator': {
    status: 403,
    title: { zh: '不能给这个人发邀请条', en: 'No slip can be issued for this person' },
    todo: { zh: '工作人员和已有账号的人，由管理员办理。', en: 'Staff, and people with an account, ask an operator.' },
  },
  'slip.too_many': {
    status: 422,
    title: { zh: '一次最多 {most} 张', en: 'At most {most} at a time' },
    todo: { zh: '请分楼栋办理。', en: 'Issue them building by building.' },
  },
  'token.too_many': {
    status: 409,
    title: { zh: '令牌太多', en: 'Too many tokens' },
    todo: { zh: '最多 {most} 个，请先作废不用的。', en: 'At most {most}; revoke some you do not use.' },
  },
  'sso.off': {
    status: 404,
    title: { zh: '没有开通单点登录', en: 'Single sign-on is not set up' },
    todo: { zh: '请用账号和口令登录。', en: 'Sign in with name and password.' },
  },
  'sso.failed': {
    status: 401,
    title: { zh: '单点登录没有成功', en: 'Single sign-on did not succeed' },
    todo: { zh: '请重新开始；仍不行请用账号和口令登录。', en: 'Start again, or sign in with name and password.' },
  },
  'sso.not_linked': {
    status: 403,
    title: { zh: '这个身份还没有关联账号', en: 'This identity is not linked to an account yet' },
    todo: {
      zh: '请先登录，再在账号里关联；或用邀请条关联。',
      en: 'Sign in and link it in your account, or link it with a slip.',
    },
  },
  'sso.taken': {
    status: 409,
    title: { zh: '这个身份已关联别的账号', en: 'This identity is linked to another account' },
    todo: { zh: '请先在那个账号里解除关联。', en: 'Unlink it there first.' },
  },
} as const satisfies Record<string, CatalogueEntry>;
