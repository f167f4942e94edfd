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
  'follow.not_public': {
    status: 409,
    title: { zh: '只能关注公开事项', en: 'Only public cases can be followed' },
    todo: {
      zh: '您参与的不公开事项，其进展会直接告知您。',
      en: 'Of a case that is not public, those who take part in it are told anyway.',
    },
  },
  'workflow.unknown': {
    status: 404,
    title: { zh: '没有这个流程', en: 'There is no such workflow' },
    todo: { zh: '请从流程列表中选择。', en: 'Choose one from the list of workflows.' },
  },
  'calendar.unknown': {
    status: 404,
    title: { zh: '没有名为“{name}”的日历', en: 'There is no calendar “{name}”' },
    todo: { zh: '请从日历列表中选择。', en: 'Choose one from the list of calendars.' },
  },
  'calendar.everybodys': {
    status: 403,
    title: { zh: '全平台的日历只能由运维员修改', en: 'Only an operator edits calendars of the whole installation' },
    todo: {
      zh: '请改自己单位的日历；各根单位都设有运维员的，须在每处都担任。',
      en: "Edit your unit's own calendar. Where several roots have operators, one has to be operator at each of them.",
    },
  },
  'calendar.version_stale': {
    status: 409,
    title: { zh: '这个日历已有第 {newest} 版', en: 'There is a version {newest} of this calendar' },
    todo: { zh: '请查看最新一版后再提交。', en: 'Look at the newest version and send it again.' },
  },
  'calendar.nothing_changed': {
    status: 422,
    title: { zh: '日历没有变化', en: 'Nothing about the calendar changes' },
    todo: { zh: '请写明要改的日期、年份或开放时间。', en: 'Name the days, years or hours that are to change.' },
  },
  'calendar.name_invalid': {
    status: 422,
    title: { zh: '日历名称不可用', en: 'This is no name for a calendar' },
    todo: { zh: '名称为 1 至 64 个字母、数字、点或横线。', en: 'Use 1 to 64 letters, digits, dots or dashes.' },
  },
  'calendar.zone_invalid': {
    status: 422,
    title: { zh: '时区不可用', en: 'This is no time zone' },
    todo: {
      zh: '请写 IANA 时区，如 Asia/Shanghai；不能写时差。',
      en: 'Use an IANA zone such as Asia/Shanghai, never an offset.',
    },
  },
  'calendar.interval_invalid': {
    status: 422,
    title: { zh: '开放时间不可用', en: 'This is no open time' },
    todo: {
      zh: '每段写 HH:MM 起止，止晚于起（可到 24:00），各段不重叠。',
      en: 'Each interval has from and to as HH:MM, to after from (up to 24:00), and none overlap.',
    },
  },
  'calendar.override_invalid': {
    status: 422,
    title: { zh: '例外日不可用', en: 'This is no exception' },
    todo: {
      zh: '请写存在的日期（如 2026-02-14），每天一次；休息日不写开放时间。',
      en: 'Name a date that exists, such as 2026-02-14, once a day; a closed day has no open time.',
    },
  },
  'calendar.year_invalid': {
    status: 422,
    title: { zh: '年份不可用', en: 'This is no year' },
    todo: { zh: '请写四位年份。', en: 'Use a year of four digits.' },
  },
  'calendar.contradictory': {
    status: 422,
    title: { zh: '全天候日历不设作息和例外', en: 'A calendar open round the clock has neither week nor exceptions' },
    todo: { zh: '请改用别的日历。', en: 'Edit another calendar.' },
  },
  'calendar.no_open_time': {
    status: 422,
    title: { zh: '日历至少要有一个开放的时段', en: 'A calendar needs open time on some weekday' },
    todo: { zh: '请至少保留一个工作日的开放时间。', en: 'Keep open time on at least one weekday.' },
  },
  'clock.unknown': {
    status: 404,
    title: { zh: '这个事项没有这个时限', en: 'This case has no such clock' },
    todo: { zh: '时限可能已经结束，请刷新后再看。', en: 'It may have ended; reload the case.' },
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
  'policy.stale': {
    status: 409,
    title: { zh: '这份规则已被别人改过', en: 'Somebody else has changed this policy meanwhile' },
    todo: {
      zh: '请先看现行的一版，再提交您的改动。',
      en: 'Look at the version in force, then send your change again.',
    },
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
  'number.taken': {
    status: 409,
    title: { zh: '这个编号已经对应另一件事项', en: 'Another case has this number already' },
    todo: { zh: '请核对编号；事项 {case}。', en: 'Check the number; see case {case}.' },
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
  'registry.refused': {
    status: 422,
    title: { zh: '登记内容有误，没有写入', en: 'The registry refused: nothing was written' },
    todo: { zh: '请按列出的记录和字段改正后再提交。', en: 'Correct the records and fields listed and send it again.' },
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
  'delegate.not_of_household': {
    status: 422,
    title: { zh: '这个人不是本户成员', en: 'This person is not one of the household' },
    todo: {
      zh: '户代表须是当日住在本户的人；请先核对居住登记。',
      en: 'A delegate lives in the household on that day; check where they are registered first.',
    },
  },
  'ballot.unknown': {
    status: 404,
    title: { zh: '没有这次投票', en: 'There is no such ballot' },
    todo: { zh: '请核对编号。', en: 'Check the number.' },
  },
  'ballot.entry_unknown': {
    status: 404,
    title: { zh: '名册上没有这个投票单位', en: 'This voting unit is not on the roll' },
    todo: { zh: '请核对名册代码。', en: 'Check its code on the roll.' },
  },
  'ballot.not_open': {
    status: 409,
    title: { zh: '投票还没有开始', en: 'The vote has not begun' },
    todo: {
      zh: '请等到开始时间；名册公示期内可以提出异议。',
      en: 'Wait for it to open; while the roll lies open you can appeal.',
    },
  },
  'ballot.closed': {
    status: 409,
    title: { zh: '投票已经截止', en: 'The vote is closed' },
    todo: {
      zh: '这张票没有收下；截止前收下的票都会计入。',
      en: 'This paper was not taken; every paper taken before the close counts.',
    },
  },
  'ballot.not_entitled': {
    status: 403,
    title: { zh: '您不能为这个投票单位投票', en: 'You cannot cast for this voting unit' },
    todo: { zh: '请核对名册；名册有误时可以提出异议。', en: 'Check the roll; if it is wrong, appeal.' },
  },
  'ballot.already_cast': {
    status: 409,
    title: { zh: '这个投票单位已经投过票', en: 'This voting unit has cast its paper' },
    todo: {
      zh: '要改票，请出示上次的回执；不是您家人或共有人授权投的，可以提出质疑。',
      en: 'To change it, present its receipt; if it was cast by somebody who may not, contest it.',
    },
  },
  'ballot.wrong_receipt': {
    status: 409,
    title: { zh: '回执不符', en: 'This is not the receipt in force' },
    todo: {
      zh: '改票或撤票要用最近一次投票的回执。',
      en: 'To change or withdraw, use the receipt of the latest paper.',
    },
  },
  'ballot.nothing_cast': {
    status: 409,
    title: { zh: '还没有投过票', en: 'Nothing has been cast yet' },
    todo: { zh: '没有票可以修改或撤回，请直接投票。', en: 'There is no paper to change or withdraw; cast one.' },
  },
  'ballot.choice_invalid': {
    status: 422,
    title: { zh: '选票填写有误', en: 'The paper does not answer the question' },
    todo: { zh: '请按选票上的说明重新填写。', en: 'Fill it in again as the paper says.' },
  },
  'ballot.receipt_malformed': {
    status: 422,
    title: { zh: '回执格式不对', en: 'This is not a receipt' },
    todo: { zh: '回执是26位字母和数字，请核对。', en: 'A receipt has 26 letters and digits; check it.' },
  },
  'ballot.receipt_used': {
    status: 409,
    title: { zh: '这个回执已经用过', en: 'This receipt is in use' },
    todo: { zh: '每张票要用新的回执，请换一个再投。', en: 'Every paper needs a receipt of its own; make another one.' },
  },
  'ballot.roll_empty': {
    status: 409,
    title: { zh: '名册上没有人', en: 'There is nobody on the roll' },
    todo: {
      zh: '请先在登记簿中补全住户、业主或成员。',
      en: 'Complete households, owners or members in the registry first.',
    },
  },
  'ballot.roll_elsewhere': {
    status: 409,
    title: { zh: '名册不在本单位范围内', en: 'The roll is of another place' },
    todo: {
      zh: '只能编制本单位及其下级的名册。',
      en: 'A roll is drawn of the unit that holds the ballot, or of what lies below it.',
    },
  },
  'ballot.named_in_sittings_only': {
    status: 409,
    title: { zh: '只有会议上的表决可以逐人指定', en: 'Voters are named one by one in a sitting only' },
    todo: {
      zh: '请改用业主、住户、居民或成员名册。',
      en: 'Use a roll of owners, households, adults or members.',
    },
  },
  'ballot.rule_unfit': {
    status: 409,
    title: { zh: '表决规则不适用于这个名册', en: 'The rule cannot be applied to this roll' },
    todo: {
      zh: '名册上没有规则要求的“{base}”，请改用别的规则或名册。',
      en: 'Nobody on the roll weighs anything by “{base}”; choose another rule or roll.',
    },
  },
  'ballot.secret_weights': {
    status: 422,
    title: { zh: '按面积计票的投票不能无记名', en: 'A ballot weighted by area cannot be secret' },
    todo: {
      zh: '各户面积不同，票面会暴露是谁投的；请改为记名。',
      en: 'A weight of its own would name its voter; make it a named ballot.',
    },
  },
  'ballot.secret_turnout': {
    status: 409,
    title: { zh: '现在不提供参与名单', en: 'Who has voted is not shown now' },
    todo: {
      zh: '只有记名投票在投票期间提供上门名单。',
      en: 'Only named ballots have a doorstep list, and only while they are open.',
    },
  },
  'ballot.too_few_for_secrecy': {
    status: 422,
    title: { zh: '人数太少，不能无记名投票', en: 'Too few for a secret ballot' },
    todo: {
      zh: '名册不足{least}人，结果会暴露各人的选择；请改为记名。',
      en: 'With fewer than {least} on the roll the result would tell how each voted; make it a named ballot.',
    },
  },
  'ballot.wrong_status': {
    status: 409,
    title: { zh: '投票现在不在这一步', en: 'The ballot is not at this step' },
    todo: { zh: '投票当前状态为“{status}”，请刷新后再操作。', en: 'Its status is “{status}”; reload and try again.' },
  },
  'ballot.two_people': {
    status: 403,
    title: { zh: '需要另一个人来办', en: 'Somebody else has to do this' },
    todo: {
      zh: '提出的人、投票的人和相关人员不能自己批准或裁定。',
      en: 'Whoever proposed it, cast it or is concerned by it does not decide it.',
    },
  },
  'ballot.change_unknown': {
    status: 404,
    title: { zh: '没有这条名册变更', en: 'There is no such change of the roll' },
    todo: {
      zh: '请核对编号；已经处理的不能再处理。',
      en: 'Check its number; one that was decided is not decided again.',
    },
  },
  'ballot.change_stale': {
    status: 409,
    title: { zh: '名册此后又有变化', en: 'The roll has changed since' },
    todo: { zh: '请按现在的名册重新提出。', en: 'Propose it anew from the roll as it is now.' },
  },
  'ballot.contest_unknown': {
    status: 404,
    title: { zh: '没有这条质疑', en: 'There is no such contest' },
    todo: { zh: '请核对编号；已经裁定的不能再裁定。', en: 'Check it; one that is settled is not settled again.' },
  },
  'ballot.appeal_unknown': {
    status: 404,
    title: { zh: '没有这条异议', en: 'There is no such appeal' },
    todo: { zh: '请核对编号；已经答复的不能再答复。', en: 'Check it; one that was answered is not answered again.' },
  },
  'ballot.appeals_over': {
    status: 409,
    title: { zh: '名册异议期已过', en: 'Appeals against the roll are over' },
    todo: { zh: '投票截止后名册不再变更。', en: 'After the vote has closed the roll changes no more.' },
  },
  'ballot.proxy_limit': {
    status: 409,
    title: { zh: '一人接受的委托已满', en: 'This person holds enough proxies' },
    todo: {
      zh: '每人最多接受{most}份书面委托，请委托别人。',
      en: 'Nobody holds more than {most} written proxies; choose somebody else.',
    },
  },
  'ballot.proxy_used': {
    status: 409,
    title: { zh: '受托人已经投票', en: 'The proxy has been used' },
    todo: {
      zh: '投票以后不能再撤销委托；请受托人凭回执改票。',
      en: 'After the paper is cast the proxy stands; its holder can change it with the receipt.',
    },
  },
  'ballot.proxy_unknown': {
    status: 404,
    title: { zh: '没有这份委托', en: 'There is no such proxy' },
    todo: { zh: '请核对；已经撤销的不能再撤销。', en: 'Check it; one that was revoked is not revoked again.' },
  },
  'ballot.witness_needed': {
    status: 422,
    title: { zh: '需要见证人', en: 'A witness is needed' },
    todo: {
      zh: '电话、上门代录要有两名不同的工作人员：一人记录，一人见证。',
      en: 'By telephone or at the door two different people are needed: one who enters, one who witnesses.',
    },
  },
  'ballot.waiver_needed': {
    status: 422,
    title: { zh: '需要放弃保密的书面声明', en: 'A written waiver of secrecy is needed' },
    todo: {
      zh: '无记名投票由他人代录前，投票人要签字放弃保密，并上传声明。',
      en: 'Before somebody else enters a secret paper its voter signs a waiver; upload it.',
    },
  },
  'ballot.file_unknown': {
    status: 422,
    title: { zh: '没有这个文件', en: 'There is no such file' },
    todo: { zh: '请先上传扫描件或声明，再填写它的编号。', en: 'Upload the scan or the waiver first, then name it.' },
  },
  'ballot.slip_done': {
    status: 409,
    title: { zh: '这张票已经录入完毕', en: 'This paper has been entered' },
    todo: {
      zh: '两次录入一致或已经裁定，不能再录入。',
      en: 'Both readings agree or a third settled it; it is not entered again.',
    },
  },
  'ballot.pool_differs': {
    status: 409,
    title: { zh: '内封数与参加人数不符', en: 'Inner envelopes and marks differ' },
    todo: {
      zh: '参加的有{marks}份，录入的内封有{inner}份；请逐份核对后再计票。',
      en: '{marks} took part on paper and {inner} inner envelopes were entered; check them one by one before counting.',
    },
  },
  'ballot.paper_unknown': {
    status: 404,
    title: { zh: '公布的票中没有这一张', en: 'There is no such paper among those published' },
    todo: {
      zh: '请核对查询码；投票尚未计票时还没有公布。',
      en: 'Check the code; before the count nothing is published.',
    },
  },
  'opinion.closed': {
    status: 409,
    title: { zh: '征集已经结束', en: 'The deliberation takes nothing more' },
    todo: {
      zh: '可以查看结果；新的意见请向社区反映。',
      en: 'See what came of it; bring what is new to your community.',
    },
  },
  'opinion.not_asked': {
    status: 409,
    title: { zh: '这条观点现在不征求意见', en: 'This statement is not asked now' },
    todo: {
      zh: '它可能在等审核、未通过或已并入另一条；请看其他观点。',
      en: 'It may wait for a moderator, be rejected or merged; answer another one.',
    },
  },
  'opinion.too_many': {
    status: 409,
    title: { zh: '每人最多提 {most} 条观点', en: 'Nobody says more than {most} statements' },
    todo: { zh: '请先回答别人的观点。', en: 'Answer those of others instead.' },
  },
  'opinion.said_already': {
    status: 409,
    title: { zh: '已有相同的观点（第 {number} 条）', en: 'Statement {number} says the same' },
    todo: { zh: '请直接对那一条表态。', en: 'Take a position on that one.' },
  },
  'opinion.own_statement': {
    status: 403,
    title: { zh: '不能审核自己的观点', en: 'Nobody moderates their own statement' },
    todo: { zh: '请由另一位审核人处理。', en: 'Another moderator decides about it.' },
  },
  'opinion.merged': {
    status: 409,
    title: { zh: '这条观点已并入另一条', en: 'This statement was merged into another one' },
    todo: { zh: '合并经双方作者同意，不再改动。', en: 'Both authors agreed to it; it stays.' },
  },
  'opinion.not_mergeable': {
    status: 409,
    title: { zh: '这两条观点不能合并', en: 'These two statements cannot be merged' },
    todo: {
      zh: '须是两条正在征求意见的不同观点，且没有别的合并在等同意。',
      en: 'Both must be shown, different, and the other one in no merge of its own.',
    },
  },
  'opinion.nothing_asked': {
    status: 409,
    title: { zh: '没有等您同意的合并', en: 'No merge waits for your consent' },
    todo: { zh: '请刷新“我的观点”。', en: 'Reload your own statements.' },
  },
  'joint.not_your_unit': {
    status: 403,
    title: { zh: '您不在这个单位任职，不能代表它发言', en: 'You hold no office there: you do not speak for this unit' },
    todo: { zh: '请选择您任职的单位。', en: 'Choose the unit you work for.' },
  },
  'seal.not_of_department': {
    status: 403,
    title: { zh: '只能转给本部门的经办人', en: 'It is passed on inside the department only' },
    todo: { zh: '请选择在本部门任职的人。', en: 'Choose somebody who holds an office in your department.' },
  },
  'joint.place_elsewhere': {
    status: 403,
    title: { zh: '这个地点不归召集单位，也不归被约请的单位', en: 'The place belongs to nobody at the table' },
    todo: {
      zh: '请选择本单位管辖的地点，或者约请当地的单位。',
      en: 'Choose a place of your own unit, or summon the unit that is responsible there.',
    },
  },
  'task.to_own_office': {
    status: 403,
    title: { zh: '这是承办单位自己的科室，不能当作转办', en: 'It is an office of the unit that has the task' },
    todo: {
      zh: '请在单位内部交办，时限不变；要转给别的单位，请选择其他单位。',
      en: 'Give it to the office inside the unit, where the time runs on; to hand it over, choose another unit.',
    },
  },
  'task.not_of_unit': {
    status: 403,
    title: { zh: '只能交给本单位的科室和人员', en: 'It goes to offices and people of your own unit' },
    todo: {
      zh: '请选择本单位的人；要请其他单位，请商请转办或者协办。',
      en: 'Choose somebody of your unit; to involve another one, propose a transfer or ask for an assist.',
    },
  },
  'routing.not_admitted': {
    status: 422,
    title: {
      zh: '这个事项没有准入，不能下派给社区',
      en: 'This matter is not admitted: it cannot be handed down to a community',
    },
    todo: {
      zh: '请由部门自行办理，或者先申请社区工作准入。',
      en: 'The department does it itself, or applies for admission first.',
    },
  },
  'routing.admission_decided': {
    status: 409,
    title: { zh: '这项准入申请已经有结论', en: 'This application has been decided' },
    todo: { zh: '情况有变的，请重新申请。', en: 'If something has changed, apply again.' },
  },
  'routing.own_application': {
    status: 403,
    title: { zh: '不能审批自己提出的准入申请', en: 'Nobody decides on an application of their own' },
    todo: { zh: '请由他人审批。', en: 'Let somebody else decide.' },
  },
  'routing.proposal_decided': {
    status: 409,
    title: { zh: '这条权责建议已经有结论', en: 'This proposal has been decided' },
    todo: { zh: '请刷新列表。', en: 'Read the list again.' },
  },
  'rule.unknown': {
    status: 404,
    title: { zh: '没有这条表决规则', en: 'There is no such decision rule' },
    todo: { zh: '请从规则列表中选择。', en: 'Choose one from the list of rules.' },
  },
  'rule.not_in_force': {
    status: 409,
    title: { zh: '这条表决规则当日不适用', en: 'This decision rule is not in force on that day' },
    todo: { zh: '请选用当日有效的规则。', en: 'Choose a rule that is in force then.' },
  },
  'rule.expired': {
    status: 422,
    title: { zh: '这条规则已于 {validTo} 失效', en: 'This rule ended on {validTo}' },
    todo: { zh: '失效的规则不能再选用，请依据现行条文。', en: 'It can no longer be chosen; use the law in force.' },
  },
  'rule.version_stale': {
    status: 409,
    title: { zh: '规则已有第 {newest} 版', en: 'There is a version {newest} of this rule' },
    todo: { zh: '请查看最新一版后再提交。', en: 'Look at the newest version and send it again.' },
  },
  'chain.template_owned': {
    status: 403,
    title: { zh: '这个名称的模板属于其他单位', en: 'A template of this name belongs to another unit' },
    todo: {
      zh: '请另起名称保存，或请该单位及其上级保存新版本。',
      en: 'Save it under another name, or ask that unit or one above it to save the next version.',
    },
  },
  'chain.template_stale': {
    status: 409,
    title: { zh: '同名模板刚刚有人保存', en: 'Somebody has just saved this template' },
    todo: { zh: '请查看最新一版后再保存。', en: 'Look at the newest version and save again.' },
  },
  'chain.wrong_department': {
    status: 422,
    title: { zh: '这一步不由这个部门签', en: 'This is not the department the step calls for' },
    todo: {
      zh: '不写部门，由系统按步骤的部门代码找；系统找不到的，请业主小组以外的社区协调员或者上级负责人指定。模板里的步骤不能改换部门代码。',
      en: 'Leave the department out and it is found by the code of the step; where none is found, a coordinator or leader who is not of the task group names it. A step of a template keeps its code.',
    },
  },
  'chain.unfinished': {
    status: 409,
    title: { zh: '会签还没有全部完成', en: 'The chain is not complete' },
    todo: { zh: '全部签完以后才能存为模板。', en: 'It can be saved as a template when every step is signed.' },
  },
  'rule.own_confirmation': {
    status: 403,
    title: { zh: '同一条规则，发布和核定不能是同一人', en: 'One person cannot both publish and confirm a rule' },
    todo: {
      zh: '请另一位法治专员核对条文后核定；核定过的，下一版请别人发布。',
      en: 'Another legal officer confirms it; whoever confirmed it leaves the next version to somebody else.',
    },
  },
  'rule.not_to_confirm': {
    status: 409,
    title: { zh: '这条规则不需要核定', en: 'This rule does not wait to be confirmed' },
    todo: { zh: '只有“待核定”的规则需要核定。', en: 'Only rules that are to be confirmed do.' },
  },
  'petition.not_yours': {
    status: 403,
    title: { zh: '只能替自己所在的户或者居民小组签名', en: 'You can only sign for your own household or group' },
    todo: {
      zh: '请选择您登记的户或者小组；登记有误的，请找社区更正。',
      en: 'Choose your own; if the registry has it wrong, ask the community.',
    },
  },
  'petition.signed_already': {
    status: 409,
    title: { zh: '一人只能签一次', en: 'One person signs once' },
    todo: { zh: '要换一户或者小组，请先撤回签名。', en: 'To sign for another one, take your signature back first.' },
  },
  'petition.not_here': {
    status: 422,
    title: {
      zh: '有的户或者居民小组不在本社区名册上',
      en: 'A household or group is not on the registry of this community',
    },
    todo: { zh: '请核对登记的户或者小组。', en: 'Check the households or groups you entered.' },
  },
  'register.provisional': {
    status: 409,
    title: { zh: '表决结果待核定，不能登记', en: 'The verdict is provisional and cannot be entered' },
    todo: {
      zh: '请法治专员对照条文核定规则“{rule}”，之后再登记。',
      en: 'First an adviser confirms the rule “{rule}” and cites the article.',
    },
  },
  'register.not_adopted': {
    status: 409,
    title: { zh: '没有表决通过，不能登记', en: 'It was not adopted and cannot be entered' },
    todo: { zh: '登记需要主体表决通过的凭证。', en: 'An entry needs the certificate of a vote that passed.' },
  },
  'register.unchecked': {
    status: 409,
    title: { zh: '没有法治审核意见，不能登记', en: 'It has not passed the legal check' },
    todo: { zh: '请法治专员审核。', en: 'Ask the legal officer.' },
  },
  'register.not_filed': {
    status: 409,
    title: { zh: '没有向街道备案，不能登记', en: 'It has not been filed with the street' },
    todo: { zh: '请先备案；街道逾期未答复的，视为备案。', en: 'File it first; silence until the deadline is filing.' },
  },
  'register.unsigned': {
    status: 409,
    title: { zh: '没有签署，不能登记', en: 'It is not signed' },
    todo: {
      zh: '请主持人（承诺书由承诺人）签署。',
      en: 'The chair signs it; a pledge is signed by those who promise.',
    },
  },
  'register.version_stale': {
    status: 409,
    title: { zh: '登记簿中已有更新的版本', en: 'The register holds a newer version' },
    todo: { zh: '请以第 {newest} 版为基础重新修订。', en: 'Revise version {newest} instead.' },
  },
  'register.not_in_force': {
    status: 409,
    title: { zh: '这一项已不再有效', en: 'This entry is no longer in force' },
    todo: { zh: '可以另立新项。', en: 'A new entry can be made.' },
  },
  'register.other_register': {
    status: 409,
    title: { zh: '修订的不是本单位同类的登记', en: 'What it revises is in another register' },
    todo: { zh: '请核对被修订项的编号。', en: 'Check the number of what is revised.' },
  },
  'register.signatories_only': {
    status: 409,
    title: { zh: '只有自律公约可以加入或退出', en: 'Only a pledge can be joined or left' },
    todo: { zh: '公约对全体居民有效，不需要逐人签署。', en: 'A covenant binds everybody; nobody joins it.' },
  },
  'register.filed_already': {
    status: 409,
    title: { zh: '已经备案', en: 'It has been filed already' },
    todo: { zh: '备案只登记一次。', en: 'A filing is recorded once.' },
  },
  'procedure.changed': {
    status: 409,
    title: { zh: '议事规则刚刚变化', en: 'The rules of procedure have just changed' },
    todo: { zh: '请重新查看后再提交审核。', en: 'Look at them again before handing them on.' },
  },
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
