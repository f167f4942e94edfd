/** What a household may be visited for. */
export const VISIT_PURPOSES = ['care', 'safety', 'needs', 'warning'] as const;
export type VisitPurpose = (typeof VISIT_PURPOSES)[number];

/** `asked`: a helper would like to take it on; only `in force` opens anything. */
export const CLAIM_STATES = ['asked', 'in force', 'declined', 'ended'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export const VISIT_OUTCOMES = ['met', 'spoken by phone', 'not home', 'declined', 'needs help'] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

/** Colour classes of households (五色), most urgent first. */
export const COLOURS = ['red', 'orange', 'yellow', 'blue', 'green'] as const;
export type Colour = (typeof COLOURS)[number];
