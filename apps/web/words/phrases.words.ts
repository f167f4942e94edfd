import { defineWords } from './wording.rules.js';

/** Sentences departments often write. They are meant to be changed to what is true. */
export const phraseWords = defineWords({
  returnDuty: ['经核对权责清单，该事项不在本单位职责范围内。', 'By the list of duties this is not for our unit.'],
  returnPlace: [
    '经现场核实，该地点不在本单位管理范围内。',
    'We looked: the place is outside of the area we look after.',
  ],
  returnLead: ['该事项应由其他单位主办，本单位可以协办。', 'Another unit should lead; we can assist.'],
  extendParts: ['配件需要订购，预计 日到货。', 'Parts had to be ordered; they are expected on .'],
  extendWeather: [
    '受天气影响不能施工，天气好转后立即恢复。',
    'The weather stops the work; it goes on as soon as it allows.',
  ],
  extendHome: ['住户暂时不在家，已约定 日上门。', 'The household is away; we have agreed to come on .'],
  progressSeen: ['已到现场查看，原因是：', 'We have been there. The cause is:'],
  progressParts: ['已联系配件，下一步：', 'Parts are ordered. Next:'],
  progressAgreed: ['已与居民约好上门时间：', 'We have agreed with the resident to come on:'],
  progressHalf: ['已完成一部分，剩下：', 'Part of it is done. Left:'],
  finishRepaired: ['您反映的问题已经修好，现场试用正常。', 'What you reported is repaired and works.'],
  finishExplained: [
    '您反映的情况，我们已当面说明，办理依据是：',
    'We have explained it to you in person. It rests on:',
  ],
  finishWatch: ['如再出现问题，请随时联系我们。', 'If it happens again, please tell us at any time.'],
  answerUnderWay: ['您反映的事正在办理，现在办到：', 'Your matter is being worked on. Where it stands:'],
  answerWhen: ['下一步安排在 日，有进展再告诉您。', 'The next step is on ; you will hear from us.'],
  backPlain: ['请用居民看得懂的话写，去掉行话。', 'Please write it in words residents understand.'],
  backProof: ['证明材料不够，请补现场照片。', 'The evidence is not enough: please add photos of the place.'],
  backMissing: ['没有回答居民问的问题，请补充。', 'It does not answer what the resident asked.'],
  impossibleLaw: ['依照下列规定，此事不能办理：', 'By this rule it cannot be done:'],
  impossibleAppeal: ['如不同意本答复，您可以申诉。', 'If you disagree with this answer you may appeal.'],
  refuseLate: ['申请得太晚，请按原时限办理。', 'It was asked for too late: please keep to the time given.'],
  refusePlan: ['没有写明延期后怎样安排，请补充。', 'How the added time is used is not said.'],
});
