import { describe, expect, test } from '@jest/globals';

import { lintWorkflow, registerWorkflow, type JsonObject } from '#libs/engine';
import { FreeText } from '#libs/contract';
import { explore, leavesOf } from '#libs/testing/walk';

import { issueInput } from './contract.js';
import { issueWorkflow } from './index.js';
import {
  ADOPTED,
  ATTEMPT,
  balloting,
  CALLED,
  CHAIN,
  COMMON,
  CONTENT,
  convening,
  DISPATCH,
  DISPUTED,
  DONE,
  FINAL,
  HARMLESS,
  inConfidence,
  INDIVIDUAL,
  MEETING,
  minuted,
  NOT_SOLVED,
  OUTCOME,
  OWN_WORK,
  READY,
  said,
  sealed,
  SEEN,
  SOON,
  supervised,
  task,
  verified,
} from './issue.fixture.js';
import { issuePolicy, issuePresets } from './issue.policy.js';

const words: JsonObject = { text: 'text' };
const registered = registerWorkflow(issueWorkflow);

/** One or more inputs of every act, so that each can be tried everywhere. */
const ACTS: Record<string, JsonObject[]> = {
  ...Object.fromEntries(Object.keys(issueWorkflow.acts).map((act) => [act, [words]])),
  sortAsCommon: [{ ...COMMON, major: true }],
  sortAsIndividual: [INDIVIDUAL],
  giveInformation: [{ ...words, files: [] }],
  merge: [{ into: 'issue-2', ...words }],
  forward: [{ address: 'a', to: null, ...words }],
  decline: [{ reason: 'unfounded', settledIn: null, ...words }],
  stateCompetence: ['residents', 'owners', 'department', 'nobody'].map((decides) => ({ decides, ...words })),
  chooseLevel: [{ level: 'council' }],
  takeDirectLine: [{ reason: 'nothing_in_common', ...words }],
  callOwners: [{ unit: 'building-7', rule: 'owners-278', committeeAgrees: true }],
  confirmVerdict: [{ citation: 't' }],
  announceDecision: [HARMLESS, { ...HARMLESS, affectsRights: true }],
  offer: [{ measure: 'm', offeredTo: ['p1'] }],
  planOwnWork: [OWN_WORK],
  dispatch: [DISPATCH],
  arrangeErrand: [{ measure: 'm', unit: 'u' }],
  claim: [{ promised: SOON }],
  callJointMeeting: [CALLED],
  openSignOffs: [CHAIN],
  promiseAgain: [{ promised: SOON, ...words }],
  addAssist: [{ unit: 'dept-water', instruction: 't', class: 'utility', required: true }],
  finish: [DONE],
  reportImpossible: [DONE],
  verify: [SEEN, { ...SEEN, passed: false }],
  verifyAsSubstitute: [SEEN],
  verifyLast: [SEEN],
  draftFinalAnswer: [FINAL],
  orderFinalAnswer: [FINAL],
  postOutcome: [OUTCOME],
  answer: [CONTENT, NOT_SOLVED, DISPUTED],
  answerForAll: [CONTENT],
  recordAnswer: [{ ...CONTENT, person: 'ann', channel: 'door', witness: 'wit' }],
  logAttempt: [{ ...ATTEMPT, channel: 'door' }],
  confirmOnSite: [{ witness: 'wit', solved: true, ...words }],
  confirmInPerson: [{ witness: 'wit', solved: true, ...words }],
};

const result = (result: string, provisional = false): JsonObject => ({ ...ADOPTED, result, provisional });
const TOLD: Record<string, JsonObject[]> = {
  'agenda.accepted': [{ meeting: MEETING, startsAt: SOON }],
  'agenda.result': ['adopted', 'rejected', 'next_meeting', 'unsettled']
    .map((r) => result(r))
    .concat(result('adopted', true)),
  'agenda.dropped': [{ meeting: MEETING }],
  'agenda.confirmed': [{ meeting: MEETING }],
  'main.ended': [{ issue: 'issue-2', result: 'solved' }],
};
const CHILDREN: Record<string, JsonObject[]> = {
  task: ['verified', 'impossible'].map((result) => task(result)),
  deliberation: [READY],
  notice: [
    { result: 'ended', objections: 0 },
    { result: 'objection_upheld', objections: 1 },
  ],
  'joint-meeting': [minuted('verified'), minuted('impossible')],
  'sign-off': [sealed('complete'), sealed('failed')],
  ballot: ['passed', 'failed', 'no_quorum'].map((verdict) => ({ verdict, provisional: false, certificate: null })),
};

/** States that are left in the same step they are entered. */
const PASSED_THROUGH = ['arriving', 'choosing', 'reckoned', 'weighed', 'judging', 'met', 'sealed'];

/** A confidential need: not replied to yet, judged by that person, not answered. */
function inPrivate() {
  const asked = inConfidence()
    .act('arrangeErrand', { measure: 'm', unit: 'u' })
    .childDone('task-1', task('verified'))
    .act('postOutcome', OUTCOME);
  return [inConfidence(), asked.fork(), asked.due('review')];
}

describe('the chart of an issue', () => {
  test('follows the rules of the linter', () => {
    expect(lintWorkflow(registered)).toEqual([]);
  });

  test('has no dead end, takes no act that is not listed, and reaches every state', () => {
    const replied = said({}, { party: { considersMajor: true } }).act('reply', words);
    const found = explore(replied, { acts: ACTS, told: TOLD, children: CHILDREN, persons: ['p1', 'p2'] });
    expect(found.faults).toEqual([]);
    const others = [said(), said({ danger: true }), convening(), balloting(), supervised(), ...inPrivate()];
    const reached = new Set([...found.leaves, ...others.flatMap(({ value }) => leavesOf(value))]);
    const missed = registered.nodes
      .filter(({ type, key }) => (type === 'atomic' || type === 'final') && !PASSED_THROUGH.includes(key))
      .map(({ path }) => path.join('.'))
      .filter((leaf) => !reached.has(leaf));
    expect(missed).toEqual([]);
  }, 60_000);

  test('cancelling ends it from everywhere', () => {
    for (const walk of [said(), said({ danger: true }), convening(), balloting(), supervised(), verified()]) {
      expect(walk.cancel().stored).toMatchObject({ status: 'cancelled', value: 'cancelled', clocks: {}, children: {} });
      expect(walk.output).toMatchObject({ result: 'cancelled' });
    }
  });

  test('every clock is named in both languages, lasts as the policy says and reminds somebody', () => {
    const context = { ...verified().context, agenda: { startsAt: SOON }, plan: { promised: SOON } };
    for (const [name, clock] of Object.entries(issueWorkflow.clocks)) {
      const policy = issueWorkflow.policy.presets['standard'] ?? {};
      const length = clock.duration(context, policy);
      expect([name, 'until' in length ? length.until : length.amount > 0]).toEqual([
        name,
        'until' in length ? SOON : true,
      ]);
      const rungs = clock.rungs?.(context, policy) ?? [];
      expect([name, rungs.length > 0, rungs.every(({ audience }) => audience.length > 0)]).toEqual([name, true, true]);
      expect(new Set(rungs.map((rung) => rung.name)).size).toBe(rungs.length);
    }
  });

  test('stages follow the four phases', () => {
    const stages = [said(), convening(), said({ danger: true }), verified(), said().cancel()].map(
      ({ summary }) => summary.stage,
    );
    expect(stages).toEqual(['say', 'deliberate', 'act', 'review', 'ended']);
    expect(stages.every((stage) => stage in issueWorkflow.texts.stages)).toBe(true);
  });

  test('every relation it gives somebody has a name', () => {
    const walk = verified().act('support', {}, 'bo');
    const named = Object.keys(issueWorkflow.texts.relations);
    expect(walk.parties.filter(({ relation }) => !named.includes(relation))).toEqual([]);
    expect(walk.parties.map(({ relation }) => relation)).toEqual(['reporter', 'opener', 'supporter', 'handler']);
  });

  test('nobody verifies, judges, calls or signs for their own work', () => {
    const judging = [
      'verify',
      'verifyAsSubstitute',
      'verifyLast',
      'recordAnswer',
      'logAttempt',
      'answerForAll',
      'confirmOnSite',
      'confirmInPerson',
      'signFinalAnswer',
    ];
    for (const act of judging) {
      const who = issueWorkflow.acts[act]?.who ?? [];
      expect([act, who.length > 0 && who.every(({ not }) => not?.includes('handler'))]).toEqual([act, true]);
    }
  });
});

describe('the report that opens an issue', () => {
  const REPORTED = { danger: false, title: '灯坏了', unit: 'limin' };

  test('asks first whether anybody is in danger', () => {
    expect(Object.keys(issueInput.shape)[0]).toBe('danger');
    expect(issueInput.safeParse({ ...REPORTED, danger: undefined }).success).toBe(false);
  });

  test('needs no more than danger, a title and where it belongs', () => {
    expect(issueInput.safeParse(REPORTED).success).toBe(true);
  });

  test('masks names and phone numbers of a pasted message before anything is stored', () => {
    const report = issueInput.parse({ ...REPORTED, channel: 'group', pasted: '张三：灯坏了，电话13812345678' });
    expect(report.pasted).toEqual(new FreeText('邻居1：灯坏了，电话[电话]'));
  });

  test.each(['', 'x y', 'a'.repeat(41)])('refuses the hotline number "%s"', (hotlineNumber) => {
    expect(issueInput.safeParse({ ...REPORTED, hotlineNumber }).success).toBe(false);
  });
});

describe('presets', () => {
  test('use the four levels, or three in a compound without grids, and the Party step only by choice', () => {
    expect(issuePresets.standard.levels).toEqual(['building', 'grid', 'council', 'assembly']);
    expect(issuePresets.small.levels).not.toContain('grid');
    expect(issuePresets.standard.party.considersMajor).toBe(false);
    expect(issuePresets.partyFirst.party.considersMajor).toBe(true);
  });

  test('a policy without levels or with a clock of zero is refused', () => {
    const { clocks } = issuePresets.standard;
    expect(issuePolicy.safeParse({ ...issuePresets.standard, levels: [] }).success).toBe(false);
    const never = { ...clocks, triage: { ...clocks.triage, amount: 0 } };
    expect(issuePolicy.safeParse({ ...issuePresets.standard, clocks: never }).success).toBe(false);
  });
});
