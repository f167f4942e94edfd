import { describe, expect, test } from '@jest/globals';

import type { JsonObject } from '#libs/engine';

import type { IssueContext } from './issue.context.js';
import type { IssueEvent } from './issue.events.js';
import { said } from './issue.fixture.js';
import { issueGuards } from './issue.guards.js';
import { issuePresets } from './issue.policy.js';
import { issueGuardDefinitions } from './issue.refusals.js';

type Name = keyof typeof issueGuards;
type Row = [guard: Name, holds: boolean, context: object, event?: JsonObject];

const AT = '2026-11-02T01:00:00.000Z';
const BASE = { ...said().context, policy: issuePresets.standard } as unknown as IssueContext;
const by = (person: string) => ({ kind: 'person', person });
const act = (type: string, input: JsonObject = {}, person = 'p1'): JsonObject => ({
  type,
  input,
  at: AT,
  by: by(person),
});
const told = (type: string, payload: JsonObject): JsonObject => ({
  type,
  payload,
  at: AT,
  by: { kind: 'system', name: 's' },
});
const counts = (name: string, count: number) => ({ counts: { ...BASE.counts, [name]: count } });
const says = (person: string, solved: boolean, disputed = false) => ({ person, solved, satisfied: solved, disputed });
const tried = (...days: string[]) => days.map((on) => ({ by: 'col', on, channel: 'phone', reached: false }));
const job = (result: string | null, required = true) => ({ id: 't', unit: 'd1', part: 'lead', required, result });
const competence = (decides: string) => ({ competence: { decides, by: 'adv', text: 't' } });
const result = (value: string, provisional = false) =>
  told('agenda.result', { meeting: 'm1', result: value, provisional, measure: null, certificate: null });
const announce = (flag: string | null) =>
  act('announceDecision', {
    spendsCommonMoney: false,
    restrictsUse: false,
    affectsRights: false,
    ...(flag && { [flag]: true }),
  });
const plan = { measure: 'm', owner: null, lead: null, promised: null, offeredTo: [], executor: 'claimed' };
const ending = { result: 'declined', reason: null, text: null, evidence: [], by: 'col' };
const SOON = { promised: '2026-11-05T01:00:00.000Z' };
const witnessed = (witness: string) => act('recordAnswer', { person: 'ann', witness }, 'col');

const SAY: Row[] = [
  ['isDangerNow', true, { danger: true }],
  ['isDangerNow', false, {}],
  ['mayAskAgain', true, counts('information', 1)],
  ['mayAskAgain', false, counts('information', 2)],
  ['mayBeMerged', true, {}, act('merge', { into: 'issue-2' })],
  ['mayBeMerged', false, {}, act('merge', { into: 'issue-1' })],
  ['mayBeMerged', false, { confidential: true }, act('merge', { into: 'issue-2' })],
  ['isConfidential', true, { confidential: true }],
  ['isConfidential', false, {}],
  ['hasSupporters', true, { supporters: ['bo'] }],
  ['hasSupporters', false, {}],
  ['isCommonMatter', true, { nature: 'common' }],
  ['isCommonMatter', false, { nature: 'common', confidential: true }],
  ['isCommonMatter', false, {}],
  ['isNewSupporter', true, {}, act('support', {}, 'bo')],
  ['isNewSupporter', false, {}, act('support', {}, 'ann')],
  ['isNewSupporter', false, {}, { ...act('support'), by: { kind: 'person', person: 'son', onBehalfOf: 'ann' } }],
  ['isReplied', true, { replied: true }],
  ['isReplied', false, {}],
  ['hasNotAppealedDecline', true, {}],
  ['hasNotAppealedDecline', false, { appealed: { decline: true } }],
  [
    'isAlreadyConcerned',
    true,
    { merged: [{ issue: 'i2', people: [] }] },
    told('merge.joined', { issue: 'i2', people: [] }),
  ],
  ['isAlreadyConcerned', false, {}, told('merge.joined', { issue: 'i2', people: [] })],
  ['didMainIssueSettleIt', true, { mainIssue: 'i2' }, told('main.ended', { issue: 'i2', result: 'solved' })],
  ['didMainIssueSettleIt', false, { mainIssue: 'i2' }, told('main.ended', { issue: 'i2', result: 'declined' })],
  ['isOwnMainIssue', true, { mainIssue: 'i2' }, told('main.ended', { issue: 'i2', result: 'declined' })],
  ['isOwnMainIssue', false, { mainIssue: 'i3' }, told('main.ended', { issue: 'i2', result: 'declined' })],
];

const DELIBERATE: Row[] = [
  ['mayNobodyDecide', true, {}, act('stateCompetence', { decides: 'nobody' })],
  ['mayNobodyDecide', false, {}, act('stateCompetence', { decides: 'owners' })],
  ['isPartyToConsider', true, { major: true, policy: issuePresets.partyFirst }],
  ['isPartyToConsider', false, { major: true }],
  ['isPartyToConsider', false, { policy: issuePresets.partyFirst }],
  ['hasNotAppealedRefusal', true, {}],
  ['hasNotAppealedRefusal', false, { appealed: { refusal: true } }],
  ['isLevelInUse', true, {}, act('chooseLevel', { level: 'grid' })],
  ['isLevelInUse', false, { policy: issuePresets.small }, act('chooseLevel', { level: 'grid' })],
  ['isDepartmentsDuty', true, competence('department')],
  ['isDepartmentsDuty', false, competence('residents')],
  ['isNothingDecidedInCommon', true, competence('residents'), act('takeDirectLine', { reason: 'danger' })],
  ['isNothingDecidedInCommon', true, competence('department'), act('takeDirectLine', { reason: 'statutory_duty' })],
  ['isNothingDecidedInCommon', false, competence('residents'), act('takeDirectLine', { reason: 'statutory_duty' })],
  ['isNothingDecidedInCommon', false, competence('owners'), act('takeDirectLine', { reason: 'danger' })],
  ['hasDirectLine', true, { direct: { open: true } }],
  ['hasDirectLine', false, { direct: { open: true }, confidential: true }],
  ['hasDirectLine', false, { direct: { open: false } }],
  ['wasAdopted', true, {}, result('adopted')],
  ['wasAdopted', false, {}, result('adopted', true)],
  ['wasAdoptedProvisionally', true, {}, result('adopted', true)],
  ['wasAdoptedProvisionally', false, {}, result('rejected', true)],
  ['wasRejected', true, {}, result('rejected')],
  ['wasRejected', false, {}, result('unsettled')],
  ['belongsToOwners', true, {}, told('agenda.refused', { meeting: 'm', decides: 'owners' })],
  ['belongsToOwners', false, {}, told('agenda.refused', { meeting: 'm', decides: 'nobody' })],
  ['belongsToOwners', false, {}, result('unsettled')],
  ['mayWaitForNextMeeting', true, counts('postponements', 2), result('next_meeting')],
  ['mayWaitForNextMeeting', false, counts('postponements', 3), result('next_meeting')],
  ['mayWaitForNextMeeting', false, {}, result('unsettled')],
  ['isBelowAssembly', true, { level: 'council' }],
  ['isBelowAssembly', false, { level: 'assembly' }],
  ['isOwnMeeting', true, { agenda: { meeting: 'm1' } }, told('agenda.dropped', { meeting: 'm1' })],
  ['isOwnMeeting', true, { decision: { meeting: 'm1' } }, told('agenda.confirmed', { meeting: 'm1' })],
  ['isOwnMeeting', false, { agenda: { meeting: 'm2' } }, result('adopted')],
  ['areOwnersToDecide', true, competence('owners')],
  ['areOwnersToDecide', false, competence('residents')],
  ['hasDraftMeasure', true, { measures: ['t'] }],
  ['hasDraftMeasure', false, {}],
  ['isRestOver', true, {}, act('callOwners', { committeeAgrees: false })],
  ['isRestOver', true, { restsUntil: AT }, act('callOwners', { committeeAgrees: false })],
  ['isRestOver', true, { restsUntil: '2027-01-01T00:00:00.000Z' }, act('callOwners', { committeeAgrees: true })],
  ['isRestOver', false, { restsUntil: '2027-01-01T00:00:00.000Z' }, act('callOwners', { committeeAgrees: false })],
  ['isVerdictProvisional', true, { decision: { provisional: true } }],
  ['isVerdictProvisional', false, {}],
  ['didOwnersReject', true, { ending: { result: 'rejected' } }],
  ['didOwnersReject', false, {}],
  ['mayGoToAssembly', true, { nature: 'common', level: 'council' }],
  ['mayGoToAssembly', false, { nature: 'common', level: 'assembly' }],
  ['mayGoToAssembly', false, { nature: 'common', level: 'council', ...competence('owners') }],
  ['mayGoToAssembly', false, { nature: 'individual', level: 'council' }],
  ['mustWaitForNotice', true, {}, announce('spendsCommonMoney')],
  ['mustWaitForNotice', true, {}, announce('restrictsUse')],
  ['mustWaitForNotice', true, {}, announce('affectsRights')],
  ['mustWaitForNotice', false, {}, announce(null)],
  ['mayDeliberateAgain', true, counts('deliberations', 2)],
  ['mayDeliberateAgain', false, counts('deliberations', 3)],
  ['mayDeliberateAgain', false, { confidential: true }],
  ['wasObjectionUpheld', true, {}, { type: 'done.notice', output: { result: 'objection_upheld' } }],
  ['wasObjectionUpheld', false, {}, { type: 'done.notice', output: { result: 'ended' } }],
  ['hasDecision', true, { decision: { meeting: 'm1' } }],
  ['hasDecision', false, {}],
  ['hasNotAppealedRejection', true, { level: 'council' }],
  ['hasNotAppealedRejection', false, { level: 'council', appealed: { rejection: true } }],
  ['hasNotAppealedRejection', false, { level: 'assembly' }],
];

const ACT: Row[] = [
  ['mayBeOffered', true, { nature: 'common' }, act('offer', { offeredTo: [] })],
  ['mayBeOffered', true, {}, act('offer', { offeredTo: ['vol'] })],
  ['mayBeOffered', false, {}, act('offer', { offeredTo: [] })],
  ['mayBeOffered', false, { nature: 'common', confidential: true }, act('offer', { offeredTo: [] })],
  ['mayBeOffered', false, { nature: 'common', ...competence('department') }, act('offer', { offeredTo: [] })],
  ['mayBeOwnWork', true, {}, act('planOwnWork', SOON)],
  ['mayBeOwnWork', false, competence('department'), act('planOwnWork', SOON)],
  ['mayBeOwnWork', false, {}, act('planOwnWork', { promised: AT })],
  ['areUnitsDifferent', true, {}, act('dispatch', { lead: 'a', assists: [{ unit: 'b', required: true }] })],
  ['areUnitsDifferent', false, {}, act('dispatch', { lead: 'a', assists: [{ unit: 'a', required: true }] })],
  ['areWorksShortEnough', true, {}, act('dispatch', { lead: 'a', assists: [], long: { days: 180, reason: 't' } })],
  ['areWorksShortEnough', true, {}, act('dispatch', { lead: 'a', assists: [] })],
  [
    'areWorksShortEnough',
    false,
    { policy: { ...BASE.policy, longWorkDays: 90 } },
    act('dispatch', { lead: 'a', assists: [], long: { days: 91, reason: 't' } }),
  ],
  ['wasDoneJointly', true, { joint: { departments: ['a'], reason: 't', minutes: 'm', done: true } }],
  ['wasDoneJointly', false, { joint: { departments: ['a'], reason: 't', minutes: 'm', done: false } }],
  ['wasDoneJointly', false, {}],
  ['areSignOffsComplete', true, { chain: { result: 'complete' } }],
  ['areSignOffsComplete', false, { chain: { result: 'failed' } }],
  ['areSignOffsComplete', false, {}],
  ['mayClaim', true, { plan }, act('claim', SOON)],
  ['mayClaim', false, { plan: { ...plan, offeredTo: ['vol'] } }, act('claim', SOON)],
  ['mayClaim', false, { plan }, { ...act('claim', SOON), by: { kind: 'system', name: 's' } }],
  ['mayPromiseAgain', true, counts('promises', 1)],
  ['mayPromiseAgain', false, counts('promises', 2)],
  ['isPromiseReachable', true, {}, act('promiseAgain', { promised: '2026-12-02T01:00:00.000Z' })],
  ['isPromiseReachable', false, {}, act('promiseAgain', { promised: '2026-12-02T01:00:00.001Z' })],
  ['isNotTheHandler', true, { handler: 'lin' }, act('verify')],
  ['isNotTheHandler', false, { handler: 'p1' }, act('verify')],
  ['isNotTheHandler', false, {}, { ...act('verify'), by: { kind: 'system', name: 's' } }],
  ['isVerified', true, {}, act('verifyLast', { passed: true })],
  ['isVerified', false, {}, act('verifyLast', { passed: false })],
  ['mayFailVerificationAgain', true, counts('verifications', 1)],
  ['mayFailVerificationAgain', false, counts('verifications', 2)],
  ['areTasksVerified', true, { jobs: [job('verified'), job(null, false)] }],
  ['areTasksVerified', false, { jobs: [job('verified'), job(null)] }],
  ['areTasksVerified', false, { jobs: [] }],
  ['hasTaskFailed', true, { jobs: [job('impossible'), job(null)] }],
  ['hasTaskFailed', false, { jobs: [job('impossible', false), job('verified')] }],
  ['isNewUnit', true, {}, act('addAssist', { unit: 'd1' })],
  ['isNewUnit', false, { jobs: [job(null)] }, act('addAssist', { unit: 'd1' })],
  ['mayPlanAgain', true, counts('plans', 5)],
  ['mayPlanAgain', false, counts('plans', 6)],
  ['mayRaiseTier', true, { tier: 'street', ...counts('tiers', 1) }],
  ['mayRaiseTier', false, { tier: 'district' }],
  ['mayRaiseTier', false, counts('tiers', 2)],
  ['isJudgeAnother', true, { ending }, act('upholdAppeal')],
  ['isJudgeAnother', false, { ending }, act('dismissAppeal', {}, 'col')],
  ['isSignerAnother', true, { ending }, act('signFinalAnswer')],
  ['isSignerAnother', false, { ending }, act('signFinalAnswer', {}, 'col')],
];

const REVIEW: Row[] = [
  ['isUnsortedEmergency', true, { danger: true }],
  ['isUnsortedEmergency', false, { danger: true, nature: 'common' }],
  ['isNobodyConcerned', true, { reporter: null }],
  ['isNobodyConcerned', false, {}],
  ['isSomebodyConcerned', true, { reporter: null, supporters: ['bo'] }],
  ['isSomebodyConcerned', false, { reporter: null }],
  ['isConcernedPerson', true, { subject: 'sub' }, act('recordAnswer', { person: 'sub' })],
  ['isConcernedPerson', false, {}, act('recordAnswer', { person: 'stranger' })],
  ['isWitnessAnother', true, {}, witnessed('wit')],
  ['isWitnessAnother', false, {}, witnessed('col')],
  ['isWitnessAnother', false, {}, witnessed('ann')],
  ['isWitnessAnother', false, { handler: 'lin' }, witnessed('lin')],
  ['haveAllAnswered', true, { supporters: ['bo'], answers: [says('ann', true), says('bo', false)] }],
  ['haveAllAnswered', false, { supporters: ['bo'], answers: [says('ann', true)] }],
  ['haveAllAnswered', false, { reporter: null }],
  ['isMeasureDisputed', true, { nature: 'common', answers: [says('ann', false, true)] }],
  ['isMeasureDisputed', false, { nature: 'common', answers: [says('ann', false, true), says('bo', true)] }],
  ['isMeasureDisputed', false, { confidential: true, answers: [says('ann', false, true)] }],
  ['isUnsolved', true, { answers: [says('ann', false), says('bo', true), says('cy', true)] }],
  ['isUnsolved', true, { answers: [says('ann', true), says('bo', false)] }],
  ['isUnsolved', false, { answers: [says('ann', true), says('bo', false), says('cy', true)] }],
  ['isUnsolved', false, {}],
  ['isSolved', true, { answers: [says('ann', true), says('bo', false), says('cy', true)] }],
  ['isSolved', true, { reporter: null, answers: [says('sup', true)] }],
  ['isSolved', false, { answers: [says('bo', true)] }],
  ['isSolved', false, {}],
  ['mayRedo', true, {}],
  ['mayRedo', false, counts('redo', 1)],
  ['isSilenceAccepted', true, { attempts: tried('2026-11-02', '2026-11-03') }],
  ['isSilenceAccepted', false, { attempts: tried('2026-11-02', '2026-11-02', '2026-11-02') }],
  ['isSilenceAccepted', false, { attempts: tried('2026-11-02', '2026-11-03'), handler: 'col' }],
  ['isSilenceAccepted', false, { attempts: tried('2026-11-02', '2026-11-03'), needsVoice: true }],
  ['isSilenceAccepted', false, { attempts: tried('2026-11-02', '2026-11-03'), answers: [says('bo', false)] }],
  ['wasTriedAtTheDoor', true, { attempts: [...tried('2026-11-02'), { by: 'col', on: '2026-11-03', channel: 'door' }] }],
  ['wasTriedAtTheDoor', false, { attempts: tried('2026-11-02', '2026-11-03') }],
];

const ROWS = [...SAY, ...DELIBERATE, ...ACT, ...REVIEW];

describe('the guards of an issue', () => {
  test.each(ROWS)('%s is %s for %j with %j', (...[guard, holds, context, event]) => {
    const args = {
      context: { ...BASE, ...context },
      event: (event ?? act('addNote')) as unknown as IssueEvent,
    };
    expect(issueGuards[guard](args)).toBe(holds);
  });

  test.each(Object.keys(issueGuards))('%s is shown to hold and not to hold', (guard) => {
    const shown = ROWS.filter(([name]) => name === guard).map(([, holds]) => holds);
    expect([shown.includes(true), shown.includes(false)]).toEqual([true, true]);
  });

  test('what reads the input says no to every other act; what reads the case ignores the act', () => {
    const other = act('addNote') as unknown as IssueEvent;
    for (const [name, holds, context, event] of ROWS) {
      if (event === undefined) expect([name, issueGuardDefinitions[name].over]).toEqual([name, 'case']);
      else expect([name, issueGuards[name]({ context: { ...BASE, ...context }, event: other })]).toEqual([name, false]);
      expect(typeof holds).toBe('boolean');
    }
  });
});
