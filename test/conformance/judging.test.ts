import { describe, expect, test } from '@jest/globals';

import { mayAct, type Standing } from '#libs/access';
import type { Party, Registered } from '#libs/engine';

import { allWorkflows } from './workflows.js';

/** Relations of whoever did the work, by workflow. */
const WORKERS = ['handler', 'lead', 'assist'];

/**
 * Every act that judges somebody's work, decision or claim, with the relations of those who may never do it. What is no relation but
 * only shows in the input (the one whose recusal is decided) is kept out by the guard that is named.
 */
const JUDGING: Record<string, Record<string, readonly string[] | { guard: string }>> = {
  issue: {
    sortAsCommon: ['subject'],
    sortAsIndividual: ['subject'],
    merge: ['subject'],
    forward: ['subject'],
    decline: ['subject'],
    upholdAppeal: ['decider', 'subject'],
    dismissAppeal: ['decider', 'subject'],
    letGoOn: ['reporter', 'subject'],
    refuse: ['reporter', 'subject'],
    verify: WORKERS,
    verifyAsSubstitute: WORKERS,
    verifyLast: WORKERS,
    signFinalAnswer: [...WORKERS, 'decider'],
    returnFinalAnswer: [...WORKERS, 'decider'],
    answer: WORKERS,
    recordAnswer: WORKERS,
    answerForAll: WORKERS,
    logAttempt: WORKERS,
    confirmOnSite: WORKERS,
    confirmInPerson: WORKERS,
    orderRedo: WORKERS,
    orderFinalAnswer: WORKERS,
  },
  deliberation: { decideRecusal: { guard: 'isContestOfAnother' } },
  meeting: {
    propose: ['recused'],
    second: ['recused'],
    speak: ['recused'],
    signMinutes: ['drafter'],
    returnMinutes: ['drafter'],
    witnessMinutes: ['drafter'],
    putToVote: { guard: 'chairIsNeutral' },
    putAmendmentToVote: { guard: 'chairIsNeutral' },
    holdElection: { guard: 'chairIsNeutral' },
    nominate: ['recused'],
  },
  ballot: { confirmCount: ['teller'], disputeCount: ['teller'], declareVoid: ['teller'] },
  task: {
    verify: ['handler', 'formerHandler', 'doer', 'section', 'formerSection'],
    sendBack: ['handler', 'formerHandler', 'doer', 'section', 'formerSection'],
    verifyInstead: ['handler', 'formerHandler', 'doer', 'section', 'formerSection'],
    sendBackInstead: ['handler', 'formerHandler', 'doer', 'section', 'formerSection'],
    coordinatorVerify: ['handler', 'formerHandler', 'doer', 'section', 'formerSection'],
    coordinatorSendBack: ['handler', 'formerHandler', 'doer', 'section', 'formerSection'],
    assignOwner: ['handler', 'formerHandler'],
    nobodyFits: ['handler', 'formerHandler'],
    declareImpossible: ['handler', 'formerHandler'],
    takeOver: ['handler', 'formerHandler'],
    declineTransfer: ['handler', 'formerHandler'],
    approveHold: ['handler', 'formerHandler'],
    refuseHold: ['handler', 'formerHandler'],
    grantExtension: ['handler', 'formerHandler'],
    refuseExtension: ['handler', 'formerHandler'],
    leaderGrantExtension: ['handler', 'formerHandler', 'doer', 'section', 'formerSection'],
    leaderRefuseExtension: ['handler', 'formerHandler', 'doer', 'section', 'formerSection'],
    signImpossible: ['handler', 'formerHandler'],
    refuseImpossible: ['handler', 'formerHandler'],
    signAnswer: ['handler', 'formerHandler'],
    sendBackAnswer: ['handler', 'formerHandler'],
  },
  notice: {
    answerObjection: ['objector'],
    decideReview: ['objector', 'answerer'],
    upholdAppeal: ['withdrawer', 'appellant'],
    dismissAppeal: ['withdrawer', 'appellant'],
  },
  covenant: {
    clearDraft: ['drafter'],
    returnDraft: ['drafter'],
    refuseDraft: ['drafter'],
    acceptFiling: ['drafter'],
    objectToFiling: ['drafter'],
    annul: ['drafter'],
  },
  exclusion: {
    approveFirst: ['appellant', 'handler', 'opener'],
    refuseFirst: ['appellant', 'handler', 'opener'],
    approveSecond: ['appellant', 'handler', 'opener', 'firstApprover'],
    refuseSecond: ['appellant', 'handler', 'opener', 'firstApprover'],
  },
  appraisal: { appraise: ['department'] },
  'joint-meeting': {
    upholdMinute: ['drafter'],
    rewriteMinute: ['drafter'],
    keepDissent: ['drafter'],
    signMinute: ['drafter'],
  },
  seal: {
    sign: ['group'],
    signWithConditions: ['group'],
    refuse: ['group'],
    confirmSitting: ['group'],
    confirmMet: ['group'],
    notMet: ['group'],
    upholdAppeal: ['group', 'refuser', 'signer'],
    rejectAppeal: ['group', 'refuser', 'signer'],
  },
  'sign-off': { dropStep: ['group'] },
  'cost-share': { confirmReceipt: { guard: 'isAnothersReceipt' } },
  petition: { confirmSignatures: ['petitioner'], strikeSignatures: ['petitioner'], setBase: ['petitioner'] },
};

/** Names that judge. Whoever adds such an act says here, or below, who may not do it. */
const SOUNDS_LIKE_JUDGING =
  /verif|confirm|^sign|sendBack|approve|grant|refuse|uphold|dismiss|^answer|dispute|declareVoid|decide|order(?!Agenda)|declareImpossible/i;

/** Acts that only sound like it, and why. */
const NOT_JUDGING: Record<string, string> = {
  'issue.confirmVerdict': 'an adviser cites the law that a rule rests on; advisers neither vote nor carry anything out',
  'deliberation.answer': 'a company or partner says what it was asked; it decides nothing',
  'covenant.sign': 'the chair says that the text is the one that was adopted; whoever drafted it may be the chair',
  'covenant.signPledge': 'a promise for oneself',
  'joint-meeting.confirmAttendance': 'a unit says that it comes',
  'joint-meeting.confirmMinute': 'each unit says whether the minute is what was agreed; the chair is not asked',
  'joint-meeting.refuseExcuse': 'the chair insists that a unit comes; nothing is decided about anybody’s work',
  'task.answerResident': 'the unit asked first tells the resident where it stands; it decides nothing',
  'petition.sign': 'asks for a meeting; whoever asks signs too',
};

/** Everybody at once: all offices at all the places of a case, so that only exclusions can keep somebody out. */
function everyOffice({ workflow }: Registered, act: string): Standing['grants'] {
  const roles = (workflow.acts[act]?.who ?? []).flatMap(({ role }) => role ?? []);
  return roles.flatMap((role) => ['unit', 'party'].map((unit) => ({ role, unit, held: 'office' as const })));
}

function partiesFor({ workflow }: Registered, act: string, person: string): Party[] {
  const who = workflow.acts[act]?.who ?? [];
  return [
    ...who.flatMap(({ relation }) => (relation === undefined ? [] : [{ relation, person }])),
    ...who.flatMap(({ of }) => (of === undefined ? [] : [{ relation: of, unit: 'party' }])),
  ];
}

describe.each(allWorkflows.map((registered) => [registered.workflow.name, registered] as const))(
  '%s: nobody judges their own work',
  (name, registered) => {
    const judging = JUDGING[name] ?? {};

    test('whoever is excluded is refused, whatever office they hold', () => {
      for (const [act, never] of Object.entries(judging)) {
        if ('guard' in never) continue;
        const who = registered.workflow.acts[act]?.who ?? [];
        const standing: Standing = { person: 'me', grants: everyOffice(registered, act) };
        const parties = partiesFor(registered, act, 'me');
        const side = { lineage: ['unit'], parties, visibility: 'public' as const };
        expect([act, mayAct(standing, who, side).allowed]).toEqual([act, true]);
        for (const relation of never) {
          const mine = { ...side, parties: [...parties, { relation, person: 'me' }] };
          expect([act, relation, mayAct(standing, who, mine).allowed]).toEqual([act, relation, false]);
        }
      }
    });

    test('what is no relation is kept out by a guard on every way the chart takes the act', () => {
      for (const [act, never] of Object.entries(judging)) {
        if (!('guard' in never)) continue;
        const guards = (registered.transitions.get(act) ?? []).map(({ guard }) => guardsIn(guard));
        expect([act, guards.length > 0 && guards.every((names) => names.includes(never.guard))]).toEqual([act, true]);
      }
    });

    test('every act that sounds like judging is on the list', () => {
      const unlisted = Object.keys(registered.workflow.acts).filter(
        (act) =>
          SOUNDS_LIKE_JUDGING.test(act) && judging[act] === undefined && NOT_JUDGING[`${name}.${act}`] === undefined,
      );
      expect(unlisted).toEqual([]);
      for (const act of Object.keys(judging)) expect(Object.keys(registered.workflow.acts)).toContain(act);
    });
  },
);

/** Names of the guards a guard is made of. */
function guardsIn(guard: unknown): string[] {
  if (typeof guard === 'string') return [guard];
  if (typeof guard === 'object' && guard !== null && 'type' in guard) return [String(guard.type)];
  if (typeof guard === 'function' && 'guards' in guard) return (guard.guards as unknown[]).flatMap(guardsIn);
  return [];
}
