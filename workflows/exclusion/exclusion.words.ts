import type { FieldTexts } from '#libs/engine';

/** Words of the fields people fill in. */
export const exclusionFields: FieldTexts = {
  everywhere: { note: ['补充说明', 'Note'] },
  start: {
    entry: ['哪件事项或任务', 'Issue or task'],
    unit: [
      '哪个单位申请',
      'Unit that appeals',
      { help: ['办理单位或派单单位。', 'It did the work, or dispatched it.'] },
    ],
    rate: [
      '从哪个指标中剔除',
      'Rate it leaves',
      {
        values: {
          response: ['响应率', 'Response'],
          onTime: ['按时率', 'On time'],
          solved: ['解决率', 'Solved'],
          satisfied: ['满意率', 'Satisfied'],
          redo: ['重办率', 'Done again'],
          return: ['退单率', 'Returned'],
          extension: ['延期率', 'Extended'],
          dispatch: ['派单准确率', 'Dispatched rightly'],
        },
      },
    ],
    ground: [
      '剔除的原因',
      'Ground',
      {
        values: {
          force_majeure: ['天灾等不可抗力', 'Force majeure'],
          not_our_duty: ['不是本单位职责', 'Not our duty'],
          resident_unreachable: ['联系不上居民', 'Resident could not be reached'],
          duplicate: ['重复件', 'Duplicate'],
          waited_for_others: ['等别的单位', 'Waited for others'],
          beyond_law: ['超出法律规定', 'Beyond what law allows'],
        },
      },
    ],
    reason: ['事情经过', 'What happened'],
    evidence: ['证明材料', 'Evidence'],
  },
  acts: {
    refuseFirst: { reason: ['为什么不同意', 'Why not'] },
    refuseSecond: { reason: ['为什么不批准', 'Why not'] },
  },
  policy: {
    reading: ['查阅原件时限', 'Time to look it up'],
    first: ['派单方决定时限', 'Time for the dispatcher', { help: ['逾期不答复视为不同意。', 'Silence refuses.'] }],
    second: [
      '监督方决定时限',
      'Time for the supervising tier',
      { help: ['逾期不答复视为不同意。', 'Silence refuses.'] },
    ],
  },
};
