import type { FieldTexts, FieldWords } from '#libs/engine';

const oneStep: FieldWords = {
  id: ['步骤代号', 'Short id of the step', { help: ['小写字母、数字和短横线。', 'Small letters, digits and dashes.'] }],
  name: ['手续名称', 'Name of the procedure'],
  kind: [
    '哪种手续',
    'Kind of step',
    {
      values: {
        signOff: ['会签', 'Sign-off'],
        approval: ['审批', 'Approval'],
        opinion: ['出具意见', 'Opinion'],
        meeting: ['联席会签', 'Sitting'],
      },
    },
  ],
  department: [
    '哪类部门',
    'Kind of department',
    { help: ['部门代号，例如 housing（住建）。', 'Its code, such as `housing`.'] },
  ],
  unit: ['哪个部门', 'The department', { help: ['不填就按部门代号查找。', 'Left empty: found by its code.'] }],
  seals: ['要盖几个章', 'Seals it puts on'],
  needs: ['先要办完哪些步骤', 'Steps signed before'],
  papers: ['需要哪些材料', 'Papers it needs'],
  basis: ['依据哪条规定', 'Law or rule behind it'],
  limit: ['部门办理时限', 'Time of the department', { help: ['不填就按通常的时限。', 'Left empty: the usual one.'] }],
  validDays: ['有效多少天', 'Days it stays valid', { help: ['不填就是长期有效。', 'Left empty: for good.'] }],
  silence: [
    '逾期视为同意的依据',
    'Source for silent consent',
    { help: ['只能来自范本，不能自己填。', 'From a template only.'] },
  ],
};

/** Words of the fields people fill in. */
export const signOffFields: FieldTexts = {
  everywhere: { step: ['哪一步', 'Which step'] },
  start: {
    ...oneStep,
    issue: ['为了哪件事项', 'Issue it serves'],
    unit: ['哪个楼栋或小区', 'Building or compound'],
    'steps[].unit': [
      '哪个部门',
      'The department',
      { help: ['不填就按部门代号查找。', 'Left empty: found by its code.'] },
    ],
    title: ['项目名称', 'What the project is'],
    named: ['项目名称（已有）', 'Name from another case'],
    group: ['筹备小组成员', 'People of the task group', { help: ['不填就是您自己。', 'Left empty: you.'] }],
    body: ['小组属于哪个组织', 'Body the group is'],
    helper: ['协助的党支部', 'Party branch that helps'],
    template: ['从哪份清单开始', 'Saved chain to begin with'],
    steps: ['要办的步骤', 'Steps', { help: ['加在清单的步骤后面。', 'Added to those of the template.'] }],
  },
  acts: {
    addSteps: { ...oneStep, steps: ['增加的步骤', 'Steps to add'] },
    changeStep: { ...oneStep, step: ['改后的步骤', 'The step as changed'] },
    removeSteps: { steps: ['删除哪些步骤', 'Steps to remove'] },
    nameDepartments: { steps: ['逐步指定', 'Step by step'], unit: ['由哪个部门办', 'The department'] },
    recordSitting: {
      steps: ['会上签了哪些步骤', 'Steps signed there'],
      document: ['会议记录', 'Record of the sitting'],
      number: ['文号', 'Number of the document'],
      validUntil: ['有效期到哪天', 'Valid until'],
    },
    reopenStep: { reason: ['为什么重新申请', 'Why it is asked again'] },
    dropStep: { reason: ['为什么不用办', 'Why it is not needed'], paper: ['证明材料', 'Paper that shows it'] },
    giveUpChain: { reason: ['为什么终止', 'Why you give up'] },
  },
  policy: {
    arranging: ['排步骤时限', 'Time to arrange the steps'],
    deciding: ['被拒后决定时限', 'Time after a refusal'],
    warningDays: ['到期前几天提醒', 'Days of warning before expiry'],
    roundsMost: ['一步最多申请几次', 'Most times a step is asked'],
    stepsMost: ['最多几个步骤', 'Most steps'],
  },
};
