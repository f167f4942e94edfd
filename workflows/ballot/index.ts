import { defineWorkflow, type Workflow } from '#libs/engine';

import { ballotContract } from './contract.js';
import { ballotActs } from './ballot.acts.js';
import { ballotClocks } from './ballot.clocks.js';
import type { BallotContext } from './ballot.context.js';
import { ballotEffects } from './ballot.effects.js';
import { ballotReceives } from './ballot.events.js';
import { ballotGuardTexts } from './ballot.guards.js';
import { ballotMachine } from './ballot.machine.js';
import { ballotParties, ballotSummary } from './ballot.parties.js';
import { ballotPolicySchema, ballotPresets } from './ballot.policy.js';
import { ballotTexts } from './ballot.texts.js';

export {
  BALLOT_VERDICTS,
  ballotContract,
  type BallotInput,
  type BallotOutput,
  type BallotVerdict,
} from './contract.js';

/** One measure put to the vote: counted by one, confirmed by another, judged by the rule. */
export const ballotWorkflow: Workflow = defineWorkflow({
  name: 'ballot',
  version: 3,
  texts: ballotTexts,
  contract: ballotContract,
  machine: ballotMachine,
  startedBy: [{ role: 'coordinator' }, { role: 'secretary' }],
  acts: ballotActs,
  receives: ballotReceives,
  guards: ballotGuardTexts,
  clocks: ballotClocks as Workflow['clocks'],
  effects: ballotEffects,
  children: {},
  policy: { schema: ballotPolicySchema, presets: ballotPresets, default: 'sitting' },
  parties: (context) => ballotParties(context as BallotContext),
  summary: (context, value) => ballotSummary(context as BallotContext, value),
  migrations: {
    // who may act and who may know changed, nothing that is stored did
    1: (stored) => stored,
    // ballots of before are all counted in a room
    2: (stored) => ({ ...stored, context: { ...stored.context, poll: null } }),
  },
});
