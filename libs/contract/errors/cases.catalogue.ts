import type { CatalogueEntry } from './catalogue-entry.js';

/** Cases, their acts, clocks and parts, and who waits for whom. */
export const CASE_ERRORS = {
  'case.unknown': {
    status: 404,
    title: { zh: '没有找到这个事项', en: 'There is no such case' },
    todo: { zh: '请核对编号；也可能是您无权查看。', en: 'Check the number; you may also not be allowed to see it.' },
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
  'workflow.not_startable': {
    status: 409,
    title: { zh: '不能直接发起这个流程', en: 'This workflow cannot be started directly' },
    todo: { zh: '它由别的事项发起。', en: 'Other cases start it.' },
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
  'incident.unknown': {
    status: 404,
    title: { zh: '没有这个待处理的异常', en: 'There is no such open incident' },
    todo: { zh: '可能已经有人处理，请刷新列表。', en: 'Somebody may have dealt with it; reload the list.' },
  },
  'joint.not_your_unit': {
    status: 403,
    title: { zh: '您不在这个单位任职，不能代表它发言', en: 'You hold no office there: you do not speak for this unit' },
    todo: { zh: '请选择您任职的单位。', en: 'Choose the unit you work for.' },
  },
  'joint.place_elsewhere': {
    status: 403,
    title: { zh: '这个地点不归召集单位，也不归被约请的单位', en: 'The place belongs to nobody at the table' },
    todo: {
      zh: '请选择本单位管辖的地点，或者约请当地的单位。',
      en: 'Choose a place of your own unit, or summon the unit that is responsible there.',
    },
  },
  'seal.not_of_department': {
    status: 403,
    title: { zh: '只能转给本部门的经办人', en: 'It is passed on inside the department only' },
    todo: { zh: '请选择在本部门任职的人。', en: 'Choose somebody who holds an office in your department.' },
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
  'delegate.not_of_household': {
    status: 422,
    title: { zh: '这个人不是本户成员', en: 'This person is not one of the household' },
    todo: {
      zh: '户代表须是当日住在本户的人；请先核对居住登记。',
      en: 'A delegate lives in the household on that day; check where they are registered first.',
    },
  },
  'number.taken': {
    status: 409,
    title: { zh: '这个编号已经对应另一件事项', en: 'Another case has this number already' },
    todo: { zh: '请核对编号；事项 {case}。', en: 'Check the number; see case {case}.' },
  },
} as const satisfies Record<string, CatalogueEntry>;
