import { defineWorkflow, type Workflow } from '#libs/engine';

import { noticeContract } from './contract.js';
import { noticeActs } from './notice.acts.js';
import { noticeClocks } from './notice.clocks.js';
import type { NoticeContext } from './notice.context.js';
import { noticeEffects } from './notice.effects.js';
import { noticeGuardTexts } from './notice.guards.js';
import { noticeMachine } from './notice.machine.js';
import { noticeMigrations } from './notice.migrations.js';
import { noticeParties, noticeSummary } from './notice.parties.js';
import { noticePolicySchema, noticePresets } from './notice.policy.js';
import { noticeTexts } from './notice.texts.js';

export {
  NOTICE_KINDS,
  NOTICE_RESULTS,
  noticeContract,
  noticeTells,
  type NoticeInput,
  type NoticeKind,
  type NoticeOutput,
} from './contract.js';
export type { NoticeContext } from './notice.context.js';
export { chatTextOf, noticeWording, type NoticeFacts, type NoticeWording } from './notice.wording.js';

/** A matter or a result shown to residents for some days; every objection is answered. */
export const noticeWorkflow: Workflow = defineWorkflow({
  name: 'notice',
  version: 2,
  texts: noticeTexts,
  contract: noticeContract,
  machine: noticeMachine,
  startedBy: [],
  acts: noticeActs,
  receives: {},
  guards: noticeGuardTexts,
  clocks: noticeClocks as Workflow['clocks'],
  effects: noticeEffects,
  children: {},
  policy: { schema: noticePolicySchema, presets: noticePresets, default: 'standard' },
  parties: (context) => noticeParties(context as NoticeContext),
  summary: (context, value) => noticeSummary(context as NoticeContext, value),
  // 2: templates, reviews, appeals against a withdrawal
  migrations: noticeMigrations,
});
