import type { Doer } from './cast-members.js';
import type { CaseName, Step } from './scenario.types.js';
import { instantOf } from './local-time.js';
import { act, until } from './words.js';

interface OwnWork {
  measure: string;
  /** Local times: promised until, done, seen by a supervisor and posted. */
  promised: string;
  done: string;
  seen: string;
}

/** The community does it itself: the minute taker is answerable, a supervisor verifies, the outcome is posted. */
export function doneByCommunity(issue: CaseName, { measure, promised, done, seen }: OwnWork): Step[] {
  return [
    act('coordinator', `${issue}.planOwnWork`, (here) => ({
      measure,
      owner: here.person('recorder'),
      promised: instantOf(promised),
    })),
    until(done),
    act('recorder', `${issue}.finish`, (here) => ({ text: `已办:${measure}`, files: [here.file('after')] })),
    until(seen),
    act('supervisor', `${issue}.verify`, { passed: true, text: '到现场看过,属实。' }),
    act('coordinator', `${issue}.postOutcome`, (here) => ({
      text: `办理结果:${measure}`,
      files: [here.file('after')],
    })),
  ];
}

/** From sorted to acting when nothing is to be decided in common: competence, direct line. */
export function straightToAct(issue: CaseName): Step[] {
  return [
    act('collector', `${issue}.sortAsCommon`, { category: 'environment' }),
    act('adviser', `${issue}.stateCompetence`, { decides: 'residents', text: '属居民共同事务。' }),
    act('coordinator', `${issue}.takeDirectLine`, {
      reason: 'nothing_in_common',
      text: '按已有公约办理,不需要另作决定。',
    }),
  ];
}

/** The leader of the unit signs the answer to the resident (审签) before anybody verifies the work. */
export function signed(task: CaseName, by: Doer = 'departmentLeader'): Step {
  return act(by, `${task}.signAnswer`);
}
