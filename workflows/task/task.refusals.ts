import type { GuardDefinition } from '#libs/engine';

import type { taskGuards } from './task.guards.js';

const overCase = (zh: string, en: string): GuardDefinition => ({ over: 'case', refusal: { zh, en } });
const overInput = (zh: string, en: string): GuardDefinition => ({ over: 'input', refusal: { zh, en } });

/** What each guard reads and what a refused person is told. */
export const taskGuardTexts: Record<keyof typeof taskGuards, GuardDefinition> = {
  isEmergency: overCase('这不是紧急任务。', 'This is no emergency.'),
  isAssist: overCase('这不是协办任务。', 'This is no assisting task.'),
  isHandedDown: overCase('这项工作不是上级下派的。', 'This work is not handed down.'),
  isAdmitted: overInput(
    '这项工作没有经过社区工作准入。',
    'The admission register does not allow this work to be handed down.',
  ),
  mayReturn: overCase(
    '紧急任务、经裁定和同意接办的任务不能退回：请先处置，有异议另行向上级反映。',
    'Emergencies and tasks given by arbitration or taken over freely cannot be returned: act first and object to the upper tier separately.',
  ),
  returnsLeft: overCase('退单次数已满，将由上级裁定。', 'No returns are left: the upper tier names the owner.'),
  hasReturns: overCase('没有退过单。', 'It was never returned.'),
  mayTransfer: overCase(
    '紧急任务和经裁定的任务不能转办，转办次数也有限：请继续办理，或者请其他单位协办。',
    'Emergencies and tasks given by arbitration cannot be transferred, and transfers are limited: go on, or ask others to assist.',
  ),
  isAnotherUnit: overInput('请选择另一个单位。', 'Choose another unit than the one that has it.'),
  hasArbiter: overInput('没有共同的上级。', 'Nothing stands above all units in dispute.'),
  isThisRound: overInput('这是上一轮争议的答复，不再适用。', 'It answers a dispute that is over.'),
  isProvisional: overCase('承办单位已经确定。', 'Its owner is settled.'),
  isNamedHolder: overInput('联席会议指定了另一个单位。', 'The joint meeting named another unit.'),
  isHolderGone: overInput('撤并的不是承办单位。', 'It is not the holder that was merged or closed.'),
  hasSuccessor: overInput('没有接续单位。', 'Nobody took over from the unit that was closed.'),
  areDatesAhead: overInput(
    '时间表要从今天起按先后顺序排列。',
    'The days of a timetable begin today at the earliest and follow one another.',
  ),
  isReasonGiven: overInput(
    '需要较长时间的工作，要向居民公开理由。',
    'Work that takes this long needs a public reason: say why.',
  ),
  isStepOpen: overInput('时间表上没有这一步，或者已经完成。', 'The timetable has no such step, or it is done already.'),
  timetableMade: overCase('请先定时间表。', 'Set the timetable first.'),
  isOpenNote: overInput('这是内部记录。', 'This is an internal note.'),
  mayHold: overCase(
    '紧急任务不能挂起，挂起次数也有限：请继续办理，或者申请延期、报告无法办理。',
    'Emergencies cannot be held and holds are limited: go on, ask for more time, or report that it cannot be done.',
  ),
  holdShortEnough: overInput('挂起超过最长天数，请缩短。', 'The hold is longer than allowed: ask for fewer days.'),
  notOverdue: overCase(
    '已经到期，不能再延期：请尽快办结，并说明原因。',
    'The time is over and cannot be extended: finish as soon as you can and say why it is late.',
  ),
  mayExtend: overCase(
    '紧急任务不能延期，延期次数也有限：请办结，或者报告无法办理。',
    'Emergencies cannot be extended and extensions are limited: finish, or report that it cannot be done.',
  ),
  extensionShortEnough: overInput(
    '一次延期超过最长天数，请缩短。',
    'The extension is longer than allowed at once: ask for fewer days.',
  ),
  isForDispatcher: overInput(
    '这次延期由上级负责人批准：不是第一次，或者天数较多。',
    'The upper tier decides this extension: it is not the first, or a long one.',
  ),
  evidenceEnough: overInput(
    '证据不足：请附上现场照片或文件。',
    'Not enough evidence: attach photos of the place or documents.',
  ),
  isSigned: overCase('这类答复不需要审签。', 'This kind of answer needs no signature.'),
  redosLeft: overCase('重办次数已满，将由上级督办并裁定。', 'It was done badly too often: the upper tier takes it up.'),
  isOrphaned: overCase('承办单位仍在。', 'Its unit still stands.'),
  isPrivate: overCase('个人事项由协调员核验。', 'A personal matter is verified by the coordinator.'),
  wroteToResident: overCase('还没有回复过居民。', 'Nobody has written to the resident yet.'),
};
