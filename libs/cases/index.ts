export type {
  AbilityHook,
  AbilityJudge,
  AbilityQuestion,
  ActCommand,
  AdoptPolicyCommand,
  Answer,
  CancelCommand,
  CaseCommand,
  Done,
  EffectSummary,
  IdempotencyKey,
  JudgeHook,
  Refused,
  StartCommand,
  TellCommand,
  WorldClock,
} from './commands.types.js';
export type {
  AbleRow,
  CaseAsOf,
  CaseQuery,
  CaseRow,
  CaseSort,
  CaseView,
  ClockExplanation,
  ClockMove,
  ClockView,
  DeskItem,
  DeskQuery,
  EntryKind,
  Finding,
  Holding,
  Incident,
  IncidentQuery,
  JournalEntry,
  Page,
  PageQuery,
  Rebuilt,
  Viewer,
} from './views.types.js';
export { CASE_SORTS, ENTRY_KINDS } from './views.types.js';
export type { AlsoWrite } from './commit.service.js';
export type { CasesLog, CasesOptions } from './cases.options.js';
export { caseAnnexes, type CaseAnnex } from './annex.sql.js';
export { countList, MOST_COUNTED } from './list.sql.js';
export { caseStandings, type CaseStanding } from './standings.sql.js';
export { similarCases, type SimilarCase } from './similar.sql.js';
export { countDesk, type DeskCount, type Soon } from './desk-counts.sql.js';
export type { CaseNews } from './news.types.js';
export { Incidents } from './incidents.service.js';
export { Cases } from './cases.service.js';
export type { MeasuredBatch } from './measuring.service.js';
export type { CalendarBook, CalendarEdit, CalendarSource } from './calendars.types.js';
export type { EditDraft, EditPreview, MovedSample } from './edit-preview.js';
export { CASES_ENTITIES } from './cases.entities.js';
export type { PolicyInForce, PolicyVersion, PublishAnswer } from './policies.service.js';
export { EffectHandlers, EffectHandlersError } from './effect-handlers.js';
export type { EffectCall, EffectHandler } from './effects.types.js';
export { Outbox, type OutboxOptions } from './outbox.service.js';
export type { TextBodies } from './texts.service.js';
export { releaseCases } from './release.service.js';
export { LIVE } from './world.js';
export { Heads, type HeadsFiles, type Verification } from './heads.service.js';
export { Upkeep, type PolicyPreview } from './upkeep.service.js';
export { journalHeads, journalHeadsOf, journalLines, type JournalHead, type JournalLine } from './journal-feed.sql.js';
