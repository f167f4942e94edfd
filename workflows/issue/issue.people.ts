import type { Who } from '#libs/engine';

/** Relations of whoever does the work: nobody verifies, asks about or judges their own. */
export const NOT_THE_HANDLER = ['handler', 'lead', 'assist'];

/** Leaders of the community or a tier above it. */
export const LEADERS: Who[] = [{ role: 'leader' }];
export const COORDINATORS: Who[] = [{ role: 'coordinator' }];
/** Collectors sort; the coordinator opens, completes, triages and calls; a leader steps in when they are late. Nobody sorts a
 * complaint about themselves. */
export const SORTERS: Who[] = [
  { role: 'collector', not: ['subject'] },
  { role: 'coordinator', not: ['subject'] },
  { role: 'leader', not: ['subject'] },
];
/** Whoever may speak first with the resident; nobody answers themselves, which would end the clock of the first reply. */
export const FIRST_ASKED: Who[] = [
  { relation: 'opener', not: ['subject', 'reporter'] },
  { role: 'collector', not: ['subject'] },
  { role: 'coordinator', not: ['subject'] },
  { role: 'hotline', not: ['subject'] },
];
export const REPORTER: Who[] = [{ relation: 'reporter' }];
/** Those whose issue it is. */
export const CONCERNED: Who[] = [{ relation: 'reporter' }, { relation: 'supporter' }, { relation: 'subject' }];
/** Those who are asked whether it is solved; whoever did the work has no say in that, and enters nobody else's either. */
export const ASKED: Who[] = CONCERNED.map((who) => ({ ...who, not: NOT_THE_HANDLER }));
export const ADVISERS: Who[] = [{ role: 'adviser' }];
export const COUNCIL: Who[] = [{ role: 'deliberator' }];
/** The Party organisation; a secretary considers no matter of their own. */
export const PARTY_SECRETARIES: Who[] = [{ role: 'secretary', not: ['reporter', 'subject'] }];
/** Who hears an appeal: the chair of the council, or a leader who had no part in the decision. */
export const APPEAL_JUDGES: Who[] = [
  { role: 'chair', not: ['decider', 'subject'] },
  { role: 'leader', not: ['decider', 'subject'] },
];
/** Who plans, and takes over when an issue was raised to a tier above. */
export const PLANNERS: Who[] = [{ role: 'coordinator' }, { role: 'leader' }];
/** Who may claim a measure (认领): Party members and volunteers, partner units, leaders, or those it is offered to. */
export const CLAIMERS: Who[] = [
  { role: 'volunteer' },
  { role: 'partner' },
  { role: 'member' },
  { role: 'leader' },
  { relation: 'offered' },
];
export const HANDLER: Who[] = [{ relation: 'handler' }];
export const SUPERVISORS: Who[] = [{ role: 'supervisor', not: NOT_THE_HANDLER }];
/** A substitute for a silent supervisor. */
export const SUBSTITUTES: Who[] = [
  { role: 'supervisor', not: NOT_THE_HANDLER },
  { role: 'representative', not: NOT_THE_HANDLER },
];
/** The last to verify; a chair does it where the coordinator is the handler. */
export const LAST_VERIFIERS: Who[] = [
  { role: 'coordinator', not: NOT_THE_HANDLER },
  { role: 'chair', not: NOT_THE_HANDLER },
];
/** Who asks residents about the outcome, by phone, at the door or on paper. */
export const CALLERS: Who[] = [
  { role: 'collector', not: NOT_THE_HANDLER },
  { role: 'supervisor', not: NOT_THE_HANDLER },
  { role: 'coordinator', not: NOT_THE_HANDLER },
  { role: 'hotline', not: NOT_THE_HANDLER },
];
/** Who verifies, asks and looks in a confidential need: nobody but the coordinator learns of it, and never of their own work. */
export const CONFIDANTS: Who[] = [{ role: 'coordinator', not: NOT_THE_HANDLER }];
/** Those a confidential need is offered to, by name. */
export const OFFERED: Who[] = [{ relation: 'offered' }];
/** Relations of whoever has done the work or drafted the end of it. */
const NOT_THE_AUTHOR = [...NOT_THE_HANDLER, 'decider'];
/** Who signs the final answer to a confidential need. */
export const PRIVATE_SIGNERS: Who[] = [{ role: 'leader', not: NOT_THE_AUTHOR }];
/** Who signs what closes a matter without solving it. */
export const SIGNERS: Who[] = [
  { role: 'leader', not: NOT_THE_AUTHOR },
  { role: 'chair', not: NOT_THE_AUTHOR },
];
/** Who orders what was done badly to be done again; never whoever did it. */
export const INSPECTORS: Who[] = [{ role: 'leader', not: NOT_THE_HANDLER }];
