import type { CatalogueEntry } from './catalogue-entry.js';

/** Calendars, policies and routes by which matters go their way. */
export const ORDER_ERRORS = {
  'duty.clash': {
    status: 409,
    title: { zh: '{who}这段时间已经排了第{line}值班', en: '{who} is on duty in those hours already, line {line}' },
    todo: {
      zh: '请换人、换时间，或者先撤掉原来的班。',
      en: 'Choose somebody else or other hours, or strike that turn first.',
    },
  },
  'duty.struck': {
    status: 409,
    title: { zh: '这个班已经由{who}撤掉了', en: '{who} has struck this turn already' },
    todo: { zh: '对方写的理由：{reason}。', en: 'The reason given: {reason}.' },
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
    todo: { zh: '是谁定的、为什么，写在这一条里。', en: 'The entry says who decided, and why.' },
  },
} as const satisfies Record<string, CatalogueEntry>;
