/** Paths and refusals that the endpoints of ballots have in common. */
export const V1 = '/api/v1/ballots';
export const ONE = `${V1}/:ballot`;
export const THIS = { kind: 'ballot', in: 'params', name: 'ballot' } as const;
export const KEY = ['idempotency-key'] as const;

export const CASTING = [
  'ballot.unknown',
  'ballot.not_open',
  'ballot.closed',
  'ballot.not_entitled',
  'ballot.already_cast',
  'ballot.wrong_receipt',
  'ballot.receipt_malformed',
  'ballot.choice_invalid',
  'ballot.nothing_cast',
] as const;
export const HANDLING = ['ballot.unknown', 'ballot.entry_unknown', 'ballot.wrong_status', 'ballot.two_people'] as const;
