import { assign, setup } from 'xstate';

import { engineActions, type StateMeta } from '#libs/engine';

import type { SealOutput } from './contract.js';
import { sealClocks } from './seal.clocks.js';
import type { SealContext, SealStart } from './seal.context.js';
import type { SealEvent } from './seal.events.js';
import { sealGuards } from './seal.guards.js';
import * as updates from './seal.updates.js';

type ClockName = keyof typeof sealClocks;

/** XState only sees placeholders: the engine runs the clocks. */
const delays = Object.fromEntries(Object.keys(sealClocks).map((name) => [name, 1])) as Record<ClockName, 1>;

/** The chart's words: what its states and transitions refer to by name. */
export const sealSetup = setup({
  types: {
    context: {} as SealContext,
    events: {} as SealEvent,
    input: {} as SealStart,
    output: {} as SealOutput,
    meta: {} as StateMeta,
    tags: {} as `pauses:${ClockName}`,
  },
  guards: sealGuards,
  actions: {
    ...engineActions,
    recordSubmission: assign(updates.recordSubmission),
    recordReceipt: assign(updates.recordReceipt),
    recordSilentReceipt: assign(updates.recordSilentReceipt),
    recordDelegation: assign(updates.recordDelegation),
    countAsking: assign(updates.countAsking),
    recordSupply: assign(updates.recordSupply),
    recordSignature: assign(updates.recordSignature),
    countSeal: assign(updates.countSeal),
    recordConditions: assign(updates.recordConditions),
    recordSilentSignature: assign(updates.recordSilentSignature),
    recordProof: assign(updates.recordProof),
    recordMet: assign(updates.recordMet),
    countUnmet: assign(updates.countUnmet),
    countRefusal: assign(updates.countRefusal),
    countAppeal: assign(updates.countAppeal),
    recordUpheld: assign(updates.recordUpheld),
    recordRejected: assign(updates.recordRejected),
    countResubmission: assign(updates.countResubmission),
    countSitting: assign(updates.countSitting),
    recordSittingSignature: assign(updates.recordSittingSignature),
    countDenial: assign(updates.countDenial),
    countSilence: assign(updates.countSilence),
    recordOverdue: assign(updates.recordOverdue),
    recordSupervision: assign(updates.recordSupervision),
    endRefused: assign(updates.endRefused),
    endCancelled: assign(updates.endCancelled),
  },
  delays,
});
