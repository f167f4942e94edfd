import type { FieldTexts, FieldWord } from '#libs/engine';

const number: FieldWord = ['文号', 'Number of the document'];
const document: FieldWord = [
  '盖了章的文件',
  'The signed document',
  { help: ['拍照或扫描上传。', 'A photo or a scan.'] },
];
const validUntil: FieldWord = [
  '有效期到哪天',
  'Valid until',
  { help: ['不填就按该环节的规定。', 'Left empty: as the step says.'] },
];

/** Words of the fields people fill in. */
export const sealFields: FieldTexts = {
  everywhere: {
    papers: ['材料', 'Papers'],
    'papers[].name': ['材料名称', 'Name of the paper'],
    'papers[].file': ['材料照片或文件', 'The file'],
  },
  acts: {
    reportMet: { files: ['落实的证明', 'Proof that they are met'], note: ['怎样落实的', 'How they were met'] },
    appeal: { reason: ['为什么申诉', 'Why you appeal'] },
    resubmit: { changes: ['方案改了什么', 'What was changed'] },
    giveUp: { reason: ['为什么不再争取', 'Why you accept it'] },
    delegateSeal: { to: ['转给哪位同事', 'Officer who handles it'], note: ['交代的话', 'What to mind'] },
    askPapers: {
      papers: ['还缺哪些材料', 'What is missing', { help: ['一次说全。', 'All of it at once.'] }],
      note: ['怎样补', 'How to bring it'],
    },
    sign: {
      number,
      document,
      validUntil,
      seals: ['这次盖几个章', 'Seals put on now', { help: ['不填就是全部。', 'Left empty: all.'] }],
    },
    signWithConditions: { number, document, validUntil, conditions: ['附带哪些条件', 'The conditions'] },
    refuse: {
      ground: [
        '不予签章的原因',
        'Ground',
        {
          values: {
            unlawful: ['不合法', 'Against the law'],
            unsafe: ['不安全', 'Unsafe'],
            incomplete: ['材料不全', 'Incomplete'],
            neighbours_harmed: ['损害邻居权益', 'It harms neighbours'],
            not_our_competence: ['不属于本部门职权', 'Not our competence'],
          },
        },
      ],
      reason: ['具体理由', 'Reason'],
      basis: ['依据哪条规定', 'Article of the law'],
    },
    denySitting: { reason: ['与会上说的哪里不同', 'What differs'] },
    notMet: { reason: ['还差什么', 'What is still missing'] },
    upholdAppeal: { reason: ['支持的理由', 'Why it is upheld'] },
    rejectAppeal: { reason: ['驳回的理由', 'Why it is rejected'] },
  },
  policy: {
    preparing: ['递交材料时限', 'Time to hand in papers'],
    receipt: ['收件确认时限', 'Time to confirm receipt', { help: ['逾期不答复视为收到。', 'Silence is receipt.'] }],
    limits: ['部门办理时限', 'Time of the department'],
    signOff: ['会签', 'Sign-off'],
    approval: ['审批', 'Approval'],
    opinion: ['出具意见', 'Opinion'],
    meeting: ['联席会签', 'Sitting'],
    askingsMost: ['最多要求补正几次', 'Most times papers are asked'],
    supplying: ['补齐材料时限', 'Time to bring papers'],
    fulfilling: ['落实条件时限', 'Time to meet conditions'],
    confirming: ['核实条件时限', 'Time to confirm conditions'],
    remedy: ['申诉或改方案时限', 'Time to appeal or change'],
    appealsMost: ['最多申诉几次', 'Most appeals'],
    appeal: ['上级裁定时限', 'Time to rule on it'],
    resubmissionsMost: ['最多改方案几次', 'Most changed plans'],
    ladder: ['催办安排', 'Ladder of reminders'],
    remindPercent: ['过多少提醒', 'Reminder after'],
    bluePercent: ['过多少亮蓝牌', 'Blue card after'],
    urgeAfter: ['逾期多久催办', 'Urged after'],
    superviseAfter: ['逾期多久督办', 'Supervised after'],
  },
};
