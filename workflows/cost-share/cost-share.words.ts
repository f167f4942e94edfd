import type { FieldTexts } from '#libs/engine';

/** Words of the fields people fill in. */
export const costShareFields: FieldTexts = {
  everywhere: {
    flat: ['房号', 'Number of the flat', { help: ['例如 1-301，不写姓名。', 'Such as 1-301, never a name.'] }],
    number: ['票据号码', 'Number on the receipt'],
  },
  start: {
    chain: ['关联的会签', 'Chain of sign-offs it pays'],
    unit: ['哪个楼栋或单元', 'Building or stairwell'],
    title: ['为什么事筹钱', 'What is paid for'],
    total: ['总费用', 'Total cost'],
    basis: ['费用依据', 'What the total rests on', { help: ['合同或决定的名称。', 'The contract or decision.'] }],
    group: ['筹备小组成员', 'People of the task group', { help: ['不填就是您自己。', 'Left empty: you.'] }],
    helper: ['协助的党支部', 'Party branch that helps'],
    flats: ['各户情况', 'The flats'],
    'flats[].floor': ['楼层', 'Floor'],
    'flats[].household': ['登记的户', 'Household'],
    'flats[].payer': [
      '由谁认缴',
      'Who pledges for it',
      { help: ['一般是户代表。', 'As a rule the household’s delegate.'] },
    ],
    'flats[].area': ['建筑面积', 'Area of the flat'],
  },
  acts: {
    agreeShares: {
      shares: ['各户分摊', 'Shares of the flats', { help: ['合计必须等于总费用。', 'They sum to the total.'] }],
      'shares[].amount': ['这户出多少', 'What this flat pays'],
      paper: ['大家签字的协议', 'The signed agreement'],
    },
    pledge: {
      amount: ['认缴多少', 'What you pledge', { help: ['不填就是应分摊的金额。', 'Left empty: your share.'] }],
    },
    recordPledge: {
      amount: ['认缴多少', 'What is pledged', { help: ['不填就是应分摊的金额。', 'Left empty: the share.'] }],
      paper: ['签字的认缴单', 'The signed pledge'],
    },
    recordReceipt: {
      amount: ['收到多少', 'What was paid'],
      method: [
        '怎么付的',
        'How it was paid',
        {
          values: {
            transfer: ['转账', 'Transfer'],
            cash: ['现金', 'Cash'],
            housingFund: ['公积金', 'Housing fund'],
            maintenanceFund: ['维修资金', 'Maintenance fund'],
            subsidy: ['财政补贴', 'Subsidy'],
          },
        },
      ],
      paper: ['收款凭证', 'Slip of the payment'],
    },
    writeOffReceipt: { reason: ['为什么没法再核对', 'Why nobody can count it'] },
    voidReceipt: { reason: ['为什么作废', 'Why it is void'] },
    callOff: { reason: ['为什么终止', 'Why it is called off'] },
    settle: {
      files: ['决算材料', 'The accounts', { help: ['合同、发票和收支明细。', 'Contract, invoices and the list.'] }],
    },
    recordRefund: { amount: ['退了多少', 'What was paid back'], paper: ['退款凭证', 'Slip of the refund'] },
  },
  policy: {
    rule: ['按楼层分摊的办法', 'Who pays how much'],
    'rule.floors': ['各楼层系数', 'Coefficients of the floors'],
    floor: ['楼层', 'Floor'],
    coefficient: ['系数', 'Coefficient'],
    stepAbove: ['再高一层加多少', 'Added for each higher floor'],
    by: [
      '同层之间怎么分',
      'Among flats of a floor',
      { values: { flat: ['每户一样', 'The same for each'], area: ['按面积', 'By area'] } },
    ],
    drafting: ['公布分摊表时限', 'Time to publish the table'],
    pledging: ['认缴时限', 'Time to pledge'],
    pledgedLeastPercent: ['认缴到多少才收款', 'Pledged before money is taken'],
    collecting: ['缴款时限', 'Time to pay'],
    settling: ['公布决算时限', 'Time to publish the accounts'],
    refunding: ['退款时限', 'Time to refund'],
    published: [
      '公示到哪一级',
      'What the public table shows',
      { values: { flat: ['显示房号', 'Flat numbers'], floor: ['只显示楼层', 'Floors only'] } },
    ],
  },
};
