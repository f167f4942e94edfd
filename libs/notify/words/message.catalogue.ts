import type { Label } from '#libs/engine';

import type { Urgency } from '../deliveries/deliveries.vocabulary.js';

/**
 * What one kind of message says outside the pages. Placeholders: `{number}`, `{kind}`, `{clock}`, `{due}`; a sentence with `{due}` is
 * left out where there is no deadline. No names and no words of anybody: whoever reads over the shoulder learns nothing.
 */
export interface MessageWords {
  urgency: Urgency;
  /** Concerns the reader's own matter, not work of theirs: no substitute is told in their place. */
  isOwn: boolean;
  /** Important enough to be told by a call or on paper when nothing else reaches the person. */
  isCalled: boolean;
  /** What it says in one sentence, also in a text message: at most 40 characters of Chinese. */
  says: Label;
  /** Clock whose end the reader must know, where the message does not name one. */
  clock?: string;
  /** Said where there is a deadline. */
  until?: Label;
}

type Kind = Pick<MessageWords, 'urgency' | 'isOwn' | 'isCalled'>;

const OWN: Kind = { urgency: 'routine', isOwn: true, isCalled: false };
const OWN_IMPORTANT: Kind = { urgency: 'important', isOwn: true, isCalled: true };
const WORK: Kind = { urgency: 'routine', isOwn: false, isCalled: false };
const WORK_IMPORTANT: Kind = { urgency: 'important', isOwn: false, isCalled: false };
const EMERGENCY: Kind = { urgency: 'emergency', isOwn: false, isCalled: false };

const DUE: Label = { zh: '期限{due}', en: 'Due {due}' };
const REPLY_BY: Label = { zh: '请在{due}前答复', en: 'Please answer by {due}' };
const APPEAL_BY: Label = { zh: '可在{due}前申诉', en: 'You may appeal until {due}' };

/**
 * Every kind of message by its key: `workflow.about`, else `about`; reminders by `remind.<severity>`. What is not listed is told in
 * the words of {@link UNLISTED}; a test sees to it that everything workflows declare is listed.
 */
export const MESSAGE_WORDS: Readonly<Record<string, MessageWords>> = {
  'remind.remind': {
    ...WORK,
    says: { zh: '{kind}{number}“{clock}”时间已过半', en: '{kind} {number}: time for “{clock}” is running' },
    until: DUE,
  },
  'remind.blue': {
    ...WORK,
    says: { zh: '蓝牌提醒：{kind}{number}“{clock}”将到期', en: 'Blue card: {kind} {number}, “{clock}” is nearly due' },
    until: DUE,
  },
  'remind.red': {
    ...WORK_IMPORTANT,
    says: { zh: '红牌：{kind}{number}“{clock}”已到期', en: 'Red card: {kind} {number}, “{clock}” is due' },
    until: DUE,
  },
  'remind.urge': {
    ...WORK_IMPORTANT,
    says: { zh: '催办：{kind}{number}“{clock}”已超期', en: 'Urged: {kind} {number}, “{clock}” is overdue' },
    until: DUE,
  },
  'remind.supervise': {
    ...WORK_IMPORTANT,
    says: { zh: '督办：{kind}{number}“{clock}”严重超期', en: 'Supervised: {kind} {number}, “{clock}” is far overdue' },
    until: DUE,
  },
  danger: { ...EMERGENCY, says: { zh: '险情{number}：请立即处置', en: 'Danger {number}: act at once' } },
  supervise: {
    ...WORK_IMPORTANT,
    says: { zh: '督办件{number}，请办理', en: 'Supervision {number}: please see to it' },
  },
  invitation: { ...WORK_IMPORTANT, says: { zh: '请您参加会议{number}', en: 'You are invited to meeting {number}' } },
  received: { ...OWN, says: { zh: '您反映的事项{number}已受理', en: 'Your matter {number} was received' } },
  information_wanted: {
    ...OWN_IMPORTANT,
    clock: 'information',
    says: { zh: '您反映的事项{number}需补充情况', en: 'More is needed for your matter {number}' },
    until: REPLY_BY,
  },
  merged: {
    ...OWN,
    says: { zh: '您反映的事项{number}已并入同类事项', en: 'Your matter {number} goes on with a like one' },
  },
  declined: {
    ...OWN_IMPORTANT,
    clock: 'appealWindow',
    says: { zh: '您反映的事项{number}未予受理', en: 'Your matter {number} was not taken on' },
    until: APPEAL_BY,
  },
  forwarded: { ...WORK_IMPORTANT, says: { zh: '事项{number}已转交主管单位', en: 'Matter {number} was handed over' } },
  appeal: {
    ...OWN_IMPORTANT,
    says: { zh: '事项{number}的申诉有结果', en: 'The appeal on matter {number} was decided' },
  },
  refused: {
    ...OWN_IMPORTANT,
    clock: 'appealWindow',
    says: { zh: '事项{number}不能办理，请看说明', en: 'Matter {number} cannot be done; see why' },
    until: APPEAL_BY,
  },
  direct_line: { ...OWN, says: { zh: '事项{number}已直接办理', en: 'Matter {number} is handled directly' } },
  called_back: {
    ...OWN,
    says: { zh: '事项{number}的决定被叫停', en: 'The decision on matter {number} was called back' },
  },
  on_agenda: { ...OWN, says: { zh: '事项{number}已列入议程', en: 'Matter {number} is on an agenda' } },
  decision: { ...OWN_IMPORTANT, says: { zh: '事项{number}已有决定', en: 'Matter {number} was decided' } },
  rejected: {
    ...OWN_IMPORTANT,
    clock: 'appealWindow',
    says: { zh: '事项{number}未获通过', en: 'Matter {number} was not carried' },
    until: APPEAL_BY,
  },
  offered: { ...WORK, says: { zh: '有任务可认领：事项{number}', en: 'Open for claiming: matter {number}' } },
  claimed: { ...OWN, says: { zh: '事项{number}已有人认领', en: 'Somebody took on matter {number}' } },
  outcome: {
    ...OWN_IMPORTANT,
    clock: 'review',
    says: { zh: '事项{number}已办结，请您评价', en: 'Matter {number} is done: please judge it' },
    until: { zh: '请在{due}前评价', en: 'Please judge it by {due}' },
  },
  final_answer: {
    ...OWN_IMPORTANT,
    says: { zh: '事项{number}已作最终答复', en: 'Matter {number} has its final answer' },
  },
  withdrawn: { ...OWN, says: { zh: '事项{number}已撤回', en: 'Matter {number} was withdrawn' } },
  closed: { ...OWN, says: { zh: '事项{number}已办结归档', en: 'Matter {number} is closed' } },
  followed: {
    ...OWN,
    says: { zh: '您关注的事项{number}有新进展', en: 'Matter {number}, which you follow, has moved on' },
  },
  exclusionApproved: {
    ...OWN,
    says: { zh: '申诉剔除{number}已批准', en: 'Appeal {number} was approved: the entry is left out' },
  },
  exclusionRefused: {
    ...OWN,
    says: { zh: '申诉剔除{number}未获批准，数字不变', en: 'Appeal {number} was not approved: the number stays' },
  },
  long_works: { ...OWN, says: { zh: '事项{number}需要较长时间办理', en: 'Matter {number} will take longer' } },
  joint_summons: {
    ...WORK_IMPORTANT,
    says: { zh: '联席会议{number}约请，请参会', en: 'You are summoned to meeting {number}' },
  },
  joint_summons_leaders: {
    ...WORK_IMPORTANT,
    says: { zh: '联席会议{number}再次约请，请领导参会', en: 'Leaders are summoned to meeting {number}' },
  },
  joint_minute: {
    ...WORK_IMPORTANT,
    says: { zh: '联席会议{number}纪要请会签', en: 'Minutes of meeting {number}: please answer' },
  },
  joint_signed: {
    ...WORK_IMPORTANT,
    says: { zh: '联席会议{number}纪要已签发', en: 'Minutes of meeting {number} are signed' },
  },
  joint_kept: {
    ...WORK_IMPORTANT,
    says: {
      zh: '联席会议{number}未开成，首接单位负责',
      en: 'Meeting {number} did not come about: you keep the matter',
    },
  },
  joint_off: { ...WORK_IMPORTANT, says: { zh: '联席会议{number}取消', en: 'Meeting {number} is called off' } },
  calendar_edited: {
    ...WORK,
    says: { zh: '工作日历已修改，时限随之变动', en: 'A calendar was edited, and deadlines moved with it' },
  },
  ballotAssisted: {
    ...OWN_IMPORTANT,
    says: {
      zh: '有人代您录入了表决{number}的选票，请核对',
      en: 'A paper was entered for you in ballot {number}: check it',
    },
  },
  contact_reply: {
    ...OWN_IMPORTANT,
    says: { zh: '首问单位就事项{number}回复了您', en: 'News about your matter {number}' },
  },
  duty_rung: {
    ...EMERGENCY,
    says: { zh: '值班：紧急任务{number}，请立即接单', en: 'On duty: emergency {number}, accept now' },
  },
  duty_unanswered: {
    ...EMERGENCY,
    says: { zh: '无人应答：紧急任务{number}，请立即安排', en: 'Nobody answers emergency {number}: see to it now' },
  },
  task_transferred: {
    ...WORK_IMPORTANT,
    says: { zh: '任务{number}已转办', en: 'Task {number} was transferred' },
    until: DUE,
  },
  task_fallback: {
    ...WORK_IMPORTANT,
    says: { zh: '任务{number}由区兜底承办', en: 'Task {number} falls to the district' },
    until: DUE,
  },
  task_provisional: {
    ...WORK_IMPORTANT,
    says: {
      zh: '任务{number}首接区先行牵头，待联席会议定',
      en: 'Task {number}: lead until the joint meeting names an owner',
    },
    until: DUE,
  },
  task_succeeded: {
    ...WORK_IMPORTANT,
    says: { zh: '单位撤并，任务{number}已移交', en: 'Task {number} moved: its unit was merged or closed' },
    until: DUE,
  },
  task_not_admitted: {
    ...WORK_IMPORTANT,
    says: { zh: '任务{number}未经社区工作准入，已退回', en: 'Task {number} is not on the admission register' },
  },
};

/** Said of what the catalogue does not list. */
export const UNLISTED: MessageWords = {
  ...WORK,
  says: { zh: '{kind}{number}有新进展', en: '{kind} {number}: there is news' },
};

/** Said of what is reserved or confidential: not even that it is about a matter of theirs. */
export const DISCREET: Label = {
  zh: '您有一条新消息，请登录查看',
  en: 'There is a message for you: sign in to read it',
};

/** Words for a message: those of its workflow, else those of its key. */
export function wordsFor(
  key: { workflow: string; about: string; severity: string | null },
  catalogue: Readonly<Record<string, MessageWords>> = MESSAGE_WORDS,
): MessageWords {
  const about = key.about === 'remind' ? `remind.${key.severity ?? 'remind'}` : key.about;
  return catalogue[`${key.workflow}.${about}`] ?? catalogue[about] ?? UNLISTED;
}

/** Whether the catalogue has words of its own for a message. */
export function isListed(workflow: string, about: string): boolean {
  return MESSAGE_WORDS[`${workflow}.${about}`] !== undefined || MESSAGE_WORDS[about] !== undefined;
}
