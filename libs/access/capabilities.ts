import type { UnitId } from '#libs/registry';

import type { Standing } from './access.rules.js';

/**
 * Who may use what is not a case: each capability with the offices that bring it. An office counts at the unit it is held at and
 * everything below. What may be done on a case comes from the acts' own declarations and from nowhere else.
 */
export const CAPABILITIES = {
  /** People, households and premises of one's units, contact data masked. */
  'registry.read': ['coordinator', 'secretary', 'collector', 'gridLeader', 'recorder', 'hotline', 'duty', 'operator'],
  'registry.write': ['coordinator', 'secretary', 'operator'],
  /** Imports, their undoing, and exports of whole lists. */
  'registry.import': ['coordinator', 'operator'],
  'registry.export': ['coordinator', 'secretary', 'operator'],
  /** Matters, duties, guides. */
  'catalogue.write': ['coordinator', 'operator'],
  /** What may be handed down to communities (社区工作准入): applied for by a department, decided above the communities. */
  'admissions.apply': ['department', 'leader', 'coordinator', 'operator'],
  'admissions.decide': ['leader', 'secretary'],
  /** Rolls as of a day. */
  'roll.read': ['coordinator', 'secretary', 'chair', 'supervisor', 'operator'],
  /** Invitation slips: making, printing, revoking. */
  'slips.issue': ['coordinator', 'secretary', 'gridLeader', 'operator'],
  /** Accounts of others: unlock, end sessions, reset the second factor. */
  'accounts.manage': ['operator'],
  'accounts.audit': ['operator'],
  /** Seeing contact data in clear, with a reason, journaled. */
  'privacy.unmask': ['coordinator', 'duty', 'hotline', 'gridLeader', 'operator'],
  'privacy.erase': ['coordinator', 'operator'],
  'privacy.audit': ['supervisor', 'operator'],
  /** Visits: taking on a household; what is sensitive about it is shown to those who have. */
  'visits.claim': ['coordinator', 'gridLeader', 'gridMember', 'volunteer', 'stairwellLeader'],
  'visits.assign': ['coordinator', 'gridLeader'],
  /** Ballots by papers: rolls, appeals, contested papers, proxies. */
  'ballots.run': ['coordinator', 'secretary', 'operator'],
  /** The second person who approves a change of a roll. */
  'ballots.approve': ['chair', 'supervisor', 'coordinator', 'secretary', 'operator'],
  /** Papers from telephones, doorsteps and envelopes; who has not voted yet, never what anybody voted. */
  'ballots.collect': [
    'coordinator',
    'secretary',
    'supervisor',
    'gridLeader',
    'gridMember',
    'buildingLeader',
    'stairwellLeader',
    'operator',
  ],
  /** Statements of deliberations: shown, rejected with a reason, proposed to be merged. */
  'opinion.moderate': ['coordinator', 'secretary', 'recorder'],
  /**
   * Decision rules of one’s units: publishing, and confirming by the article. Presets are published by nobody: were they
   * confirmed by whoever opens the ballots, one person alone would make a verdict final.
   */
  'rules.publish': ['coordinator', 'secretary', 'operator'],
  'rules.confirm': ['adviser'],
  /** Registers: who has signed, also those who are not named in public; filings of resolutions; rules of procedure. */
  'registers.keep': ['coordinator', 'secretary', 'adviser', 'operator'],
  /** Calendars of one’s units: holidays, make-up days, office hours. Those of the whole installation are the operator's. */
  'calendars.edit': ['coordinator', 'leader', 'operator'],
  /** Who is on duty when. */
  'rosters.keep': ['leader', 'coordinator', 'duty', 'operator'],
  'files.review': ['coordinator', 'secretary', 'recorder', 'operator'],
  'partners.manage': ['operator'],
  /** Where messages go and how they fare: webhooks, robots, the log of deliveries. */
  'deliveries.manage': ['operator'],
  /** Who is told in the place of somebody who is away. */
  'substitutes.name': ['leader', 'coordinator', 'operator'],
  /** Calling those whom no message reaches. */
  'calls.make': ['gridMember', 'gridLeader', 'coordinator'],
  /** Holding a unit's account against the journals, and signing what somebody else has held. */
  'ledger.reconcile': ['coordinator', 'secretary', 'leader', 'department', 'supervisor'],
  'incidents.decide': ['operator'],
} as const satisfies Record<string, readonly string[]>;

export type Capability = keyof typeof CAPABILITIES;

export const CAPABILITY_NAMES = Object.keys(CAPABILITIES) as Capability[];

/** What an API token can be good for: a capability its owner holds, reading cases as the owner, acting on them. */
export const TOKEN_SCOPES = ['cases.read', 'cases.act', ...CAPABILITY_NAMES] as const;
export type TokenScope = 'cases.read' | 'cases.act' | Capability;

/** Units at which somebody holds an office that brings the capability; it reaches everything below them. */
export function reachOf({ grants }: Pick<Standing, 'grants'>, capability: Capability): UnitId[] {
  const roles: readonly string[] = CAPABILITIES[capability];
  return [...new Set(grants.filter(({ role }) => roles.includes(role)).map(({ unit }) => unit))];
}
