export type { AssistedNews } from './assistance.service.js';
export { Ballots } from './ballots.service.js';
export type { BallotsOptions } from './ballots.service.js';
export { ballotEntities } from './ballots.entity.js';
export { ballotsKeeper } from './ballots.keeper.js';
export { BallotRefused } from './ballots.refused.js';
export { BALLOT_POLICY, BALLOT_STATUSES, CHANGE_GROUNDS, CHANNELS, PAPER_STATES } from './ballots.vocabulary.js';
export type {
  BallotDoubt,
  BallotId,
  BallotPolicy,
  BallotRow,
  BallotSpec,
  BallotStatus,
  ChangeGround,
  ChangeKind,
  Channel,
  Electorate,
  EntryCode,
  EntryDoubt,
  FormedEntry,
  PaperState,
  RollSource,
  Turnout,
  Turnouts,
  Weights,
} from './ballots.vocabulary.js';
export type { Assisted, CastAnswer, CastRequest, WithdrawRequest } from './casting.service.js';
export { trackerOf } from './codes.rules.js';
export type { ContestRow, Settlement } from './contests.service.js';
export type { ClosedBallot, Counted } from './counting.service.js';
export type { SlipDifference, Transcription, TranscriptionAnswer } from './paper-entry.service.js';
export type { BuildingTurnout, OwnBallot, OwnEntry, RollLine, SilentEntry } from './papers.read.js';
export type { ProxyRow } from './proxies.service.js';
export type { Inclusion } from './publishing.service.js';
export { ownersKey } from './roll-changes.rules.js';
export type { Owned, ProposedChange, Sale } from './roll-changes.rules.js';
export type { AppealRow, ChangeReason } from './roll-changes.service.js';
export type { RollChangeRow } from './roll-changes.sql.js';
export type { DrawnRoll } from './rolls.service.js';
export { resealBallots } from './resealing.js';
