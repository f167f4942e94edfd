import type { WorkflowTexts } from '#libs/engine';

import { covenantFields } from './covenant.words.js';

/** Words of the workflow; states carry their labels in the chart, acts and clocks beside their declaration. */
export const covenantTexts: WorkflowTexts = {
  label: { zh: '公约', en: 'Covenant' },
  description: {
    zh: '公约、自律公约和议事规则：起草、法治审核（不得设定处罚）、征求意见、由有权主体通过、签署、街道备案、登记公布、修订或者废止。',
    en: 'Covenants, pledges and rules of procedure: drafted, checked by the legal officer (no penalties), commented on, adopted by the competent body, signed, filed with the street, entered and posted, revised or revoked.',
  },
  stages: {
    drafting: { zh: '起草', en: 'Drafting' },
    checking: { zh: '法治审核', en: 'Legal check' },
    comments: { zh: '征求意见', en: 'Comments' },
    adoption: { zh: '通过', en: 'Adoption' },
    signing: { zh: '签署备案', en: 'Signing and filing' },
    inForce: { zh: '施行', en: 'In force' },
    ended: { zh: '已结束', en: 'Ended' },
  },
  relations: {
    drafter: { zh: '起草人', en: 'Drafter' },
    signatory: { zh: '签名人', en: 'Signatory' },
    chair: { zh: '签署人', en: 'Signed by' },
    officer: { zh: '法治专员', en: 'Legal officer' },
    street: { zh: '备案街道', en: 'Street it is filed with' },
  },
  fields: covenantFields,
};
