/** How a consent reached the record. */
export const CONSENT_CHANNELS = ['self', 'delegate', 'slip', 'door'] as const;
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number];

/** What is asked before a purpose begins, in the two languages of the product. */
interface ConsentText {
  /** Changed with every change of the words; a consent names the version that was agreed to. */
  version: string;
  /** Sensitive data: asked apart from everything else (个人信息保护法 29). */
  isSeparate: boolean;
  zh: string;
  en: string;
}

/** Purposes that need a consent, each with the text in use. What the law or a duty allows anyway is not asked. */
export const CONSENT_TEXTS = {
  meterWatching: {
    version: '2026-1',
    isSeparate: true,
    zh: '同意社区查看我家水、电、气用量，只用于发现异常后尽快上门探望。可随时撤回，撤回后立即停止查看。',
    en: 'The community may watch the use of water, power and gas in my home, only to visit at once when something seems wrong. I may withdraw at any time; watching then stops at once.',
  },
  healthNote: {
    version: '2026-1',
    isSeparate: true,
    zh: '同意记录我的健康或残疾情况，只给认领我家的走访人员看，用于走访照顾。可随时撤回，撤回后即删除。',
    en: 'My health or disability may be noted, shown only to the helpers who have taken on my household, for their visits. I may withdraw at any time; the note is then erased.',
  },
  photoPublication: {
    version: '2026-1',
    isSeparate: false,
    zh: '同意公开我提交的照片，公开前遮盖人脸和车牌并由工作人员审核。可随时撤回，撤回后即撤下。',
    en: 'Photos I hand in may be published after faces and number plates are covered and a member of staff has reviewed them. I may withdraw at any time; they are then taken down.',
  },
  contactSharing: {
    version: '2026-1',
    isSeparate: false,
    zh: '同意把我的电话告诉承办我所提事项的部门，只用于办理该事项。可随时撤回。',
    en: 'My telephone number may be given to the department that handles a matter I raised, for that matter only. I may withdraw at any time.',
  },
} as const satisfies Record<string, ConsentText>;

export type ConsentPurpose = keyof typeof CONSENT_TEXTS;
export const CONSENT_PURPOSES = Object.keys(CONSENT_TEXTS) as [ConsentPurpose, ...ConsentPurpose[]];
