import type { CatalogueEntry } from './catalogue-entry.js';

/** Ballots, opinions and petitions, the rules they follow and the register of what was decided. */
export const DECISION_ERRORS = {
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
    title: { zh: '不是这个投票单位的投票人', en: 'Not one of those who may cast for this voting unit' },
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
  'procedure.changed': {
    status: 409,
    title: { zh: '议事规则刚刚变化', en: 'The rules of procedure have just changed' },
    todo: { zh: '请重新查看后再提交审核。', en: 'Look at them again before handing them on.' },
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
} as const satisfies Record<string, CatalogueEntry>;
