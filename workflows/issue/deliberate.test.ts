import { describe, expect, test } from '@jest/globals';

import {
  ADOPTED,
  COMMON,
  decided,
  HARMLESS,
  inCommon,
  MEETING,
  place,
  planning,
  READY,
  refusers,
  RESIDENTS,
  routed,
  said,
  scheduled,
  SOON,
  talkedOver,
} from './issue.fixture.js';

const MAJOR = { ...COMMON, major: true };
const PARTY_FIRST = { party: { considersMajor: true } };
const REPEATED = { reason: 'nothing_in_common', text: 't' };

describe('competence', () => {
  test('is said by an adviser before anybody votes', () => {
    expect(inCommon().awaited).toEqual(expect.arrayContaining(['stateCompetence']));
    expect(place(routed())).toBe('deliberate.routing');
  });

  test('one person’s rights are nobody’s vote: the issue becomes confidential', () => {
    const walk = inCommon().act('stateCompetence', { decides: 'nobody', text: 't' }, 'adv');
    expect(place(walk)).toBe('act.planning');
    expect(walk.summary.visibility).toBe('confidential');
    expect(refusers(walk, 'support', {}, 'bo')).toContain('isCommonMatter');
  });

  test('a late adviser is not replaced, but those above are told', () => {
    const walk = inCommon().due('competence');
    expect(place(walk)).toBe('deliberate.competence');
    expect(walk.rung('competence', 'red').performed('remind')).toMatchObject([
      { audience: [{ role: 'adviser' }, { role: 'coordinator' }, { role: 'leader' }] },
    ]);
  });
});

describe('the Party organisation', () => {
  const considered = () => said({}, PARTY_FIRST).act('sortAsCommon', MAJOR).act('stateCompetence', RESIDENTS, 'adv');

  test('considers major matters only where the policy says so', () => {
    expect(place(considered())).toBe('deliberate.party');
    expect(place(said().act('sortAsCommon', MAJOR).act('stateCompetence', RESIDENTS))).toBe('deliberate.routing');
    expect(place(said({}, PARTY_FIRST).act('sortAsCommon', COMMON).act('stateCompetence', RESIDENTS))).toBe(
      'deliberate.routing',
    );
  });

  test('lets it go on by its word or by its silence', () => {
    expect(place(considered().act('letGoOn', { text: 't' }))).toBe('deliberate.routing');
    expect(place(considered().due('party'))).toBe('deliberate.routing');
  });

  test('publishes a refusal with its reason', () => {
    const walk = considered().act('refuse', { text: 'text-no' }, 'sec');
    expect(place(walk)).toBe('deliberate.refused.open');
    expect(walk.performed('publish')).toMatchObject([{ about: 'refused', text: 'text-no' }]);
    expect(walk.due('appealWindow').output).toMatchObject({ result: 'refused', text: 'text-no' });
  });

  test('is overruled by an appeal, heard once by somebody else', () => {
    const walk = considered().act('refuse', { text: 't' }, 'sec').act('appealRefusal', { text: 't' }, 'ann');
    expect(refusers(walk, 'upholdAppeal', { text: 't' }, 'sec')).toEqual(['isJudgeAnother']);
    expect(place(walk.fork().due('appealDecision'))).toBe('deliberate.refused.appealed');
    expect(place(walk.fork().act('dismissAppeal', { text: 't' }, 'chair'))).toBe('refused');
    expect(place(walk.act('upholdAppeal', { text: 't' }, 'chair'))).toBe('deliberate.routing');
  });
});

describe('choosing the level', () => {
  test('starts a deliberation for the issue', () => {
    const walk = routed().act('chooseLevel', { level: 'grid' }, 'coo');
    expect(place(walk)).toBe('deliberate.talking');
    expect(walk.effects).toContainEqual(
      expect.objectContaining({
        kind: 'startChild',
        workflow: 'deliberation',
        input: { issue: 'issue-1', unit: 'limin', title: 'text-title', decides: 'residents', round: 1 },
      }),
    );
  });

  test('takes the lowest level in use when nobody chooses', () => {
    expect(routed().due('routing').context['level']).toBe('building');
    expect(routed({ levels: ['council', 'assembly'] }).due('routing').context['level']).toBe('council');
  });

  test('refuses a level the community does not use', () => {
    const walk = routed({ levels: ['council', 'assembly'] });
    expect(refusers(walk, 'chooseLevel', { level: 'grid' })).toEqual(['isLevelInUse']);
  });

  test('a department’s legal duty goes to planning without a vote when nobody chooses', () => {
    const walk = inCommon().act('stateCompetence', { decides: 'department', text: 't' }).due('routing');
    expect(place(walk)).toBe('act.planning');
    expect(walk.context['direct']).toMatchObject({ reason: 'statutory_duty', open: true });
  });

  test('residents may recommend where a department decides', () => {
    const walk = inCommon()
      .act('stateCompetence', { decides: 'department', text: 't' })
      .act('chooseLevel', { level: 'council' });
    const asked = walk.childDone('deliberation', READY).performed('requestAgenda');
    expect(asked).toMatchObject([{ decides: 'department' }]);
  });
});

describe('the direct line', () => {
  const direct = () => routed().act('takeDirectLine', REPEATED, 'coo');

  test('skips deliberation with a reason in public, and the council may call it back', () => {
    const walk = direct();
    expect(place(walk)).toBe('act.planning');
    expect(walk.performed('publish')).toMatchObject([{ about: 'direct_line', text: 't' }]);
    expect(walk.clocks).toContain('recall');
  });

  test.each([
    ['owners', 'nothing_in_common'],
    ['residents', 'statutory_duty'],
  ])('is refused for what %s decide with the reason %s', (decides, reason) => {
    const walk = inCommon().act('stateCompetence', { decides, text: 't' });
    expect(refusers(walk, 'takeDirectLine', { reason, text: 't' })).toEqual(['isNothingDecidedInCommon']);
  });

  test('called back while tasks run, they are cancelled and the issue is talked over', () => {
    const walk = direct().act('dispatch', { measure: 'm', lead: 'd1', class: 'general', assists: [] }, 'coo');
    walk.act('callBack', { text: 't' }, 'del');
    expect(place(walk)).toBe('deliberate.talking');
    expect(walk.effects).toContainEqual(expect.objectContaining({ kind: 'cancelChild', id: 'task-1' }));
    expect(walk.clocks).not.toContain('recall');
    expect(walk.abilities).not.toContain('callBack');
  });

  test('cannot be called back after its time', () => {
    const walk = direct().due('recall');
    expect(place(walk)).toBe('act.planning');
    expect(walk.refused('callBack', { text: 't' }).code).toBe('act.not_allowed');
  });

  test('an issue that took no direct line cannot be called back', () => {
    expect(planning().refused('callBack', { text: 't' }).code).toBe('act.not_allowed');
  });
});

describe('getting on an agenda', () => {
  test('asks for the next meeting of its level with measures and recusals', () => {
    expect(talkedOver().performed('requestAgenda')).toEqual([
      {
        issue: 'issue-1',
        unit: 'limin',
        level: 'council',
        title: 'text-title',
        measures: ['text-lamp', 'text-sensor'],
        recused: ['wu'],
        decides: 'residents',
        request: 1,
      },
    ]);
  });

  test.each([
    ['strongly disputed', { disputed: true }],
    ['without any measure', { measures: [] }],
  ])('what is %s goes before the representatives', (_, ready) => {
    expect(talkedOver(ready).performed('requestAgenda')).toMatchObject([{ level: 'assembly' }]);
  });

  test('a deliberation that fails comes to the crossroads', () => {
    expect(place(routed().act('chooseLevel', { level: 'council' }).childFailed('deliberation', 'x'))).toBe(
      'crossroads',
    );
  });

  test('the coordinator is warned when no meeting takes it, and may choose another level', () => {
    const walk = talkedOver().due('agenda');
    expect(place(walk)).toBe('deliberate.requesting');
    walk.act('chooseLevel', { level: 'grid' }, 'coo');
    expect(walk.performed('withdrawAgenda')).toEqual([{ issue: 'issue-1', meeting: null }]);
    expect(walk.performed('requestAgenda')).toMatchObject([{ level: 'grid', request: 2 }]);
  });

  test('waits for the meeting, also when it is moved', () => {
    const walk = scheduled();
    expect(place(walk)).toBe('deliberate.scheduled');
    walk.tell('agenda.accepted', { meeting: MEETING, startsAt: '2026-11-20T01:00:00.000Z' });
    expect(walk.effects).toContainEqual(
      expect.objectContaining({ kind: 'arm', duration: { until: '2026-11-20T01:00:00.000Z' } }),
    );
  });

  test('a meeting that drops it is replaced by the next', () => {
    const walk = scheduled().tell('agenda.dropped', { meeting: MEETING });
    expect(walk.performed('requestAgenda')).toMatchObject([{ request: 2 }]);
  });

  test('a late result is missed, not invented', () => {
    expect(place(scheduled().due('meeting'))).toBe('deliberate.scheduled');
  });

  test('a meeting that accepts it when it no longer waits is told so', () => {
    const walk = decided().tell('agenda.accepted', { meeting: 'meeting-2', startsAt: SOON });
    expect(walk.told).toEqual([
      { target: { case: 'meeting-2' }, type: 'item.withdrawn', payload: { issue: 'issue-1' } },
    ]);
  });

  test('withdrawn from a meeting, the meeting is told', () => {
    const walk = scheduled().act('withdraw', { text: null }, 'ann');
    expect(walk.told).toMatchObject([{ target: { case: MEETING }, type: 'item.withdrawn' }]);
  });

  test('cancelled while it waits for an agenda, its request is taken back', () => {
    const walk = talkedOver().cancel();
    expect(walk.performed('withdrawAgenda')).toHaveLength(1);
    expect(walk.stored.status).toBe('cancelled');
  });

  test('a strong dispute is sent to the representatives from the agenda', () => {
    const walk = scheduled().act('sendToAssembly', { text: 't' }, 'coo');
    expect(walk.performed('requestAgenda')).toMatchObject([{ level: 'assembly' }]);
    expect(refusers(walk, 'sendToAssembly', { text: 't' })).toEqual(['isBelowAssembly']);
  });
});

describe('what the meeting came to', () => {
  const result = (result: string, more = {}) => ({ ...ADOPTED, measure: null, result, ...more });
  const atAssembly = () => talkedOver({ disputed: true }).tell('agenda.accepted', { meeting: MEETING, startsAt: SOON });

  test('adopted: to be announced', () => {
    expect(place(decided())).toBe('deliberate.decided');
  });

  test('another meeting’s result changes nothing', () => {
    expect(place(scheduled().tell('agenda.result', { ...ADOPTED, meeting: 'meeting-9' }))).toBe('deliberate.scheduled');
  });

  test('next meeting: waits again, and after the third time goes before the representatives', () => {
    const walk = scheduled();
    for (const round of [1, 2, 3]) {
      walk.tell('agenda.result', result('next_meeting'));
      expect(walk.performed('requestAgenda')).toMatchObject([{ level: 'council', request: round + 1 }]);
      walk.tell('agenda.accepted', { meeting: MEETING, startsAt: SOON });
    }
    walk.tell('agenda.result', result('next_meeting'));
    expect(walk.performed('requestAgenda')).toMatchObject([{ level: 'assembly' }]);
  });

  test('unsettled: the representatives decide; unsettled there: the crossroads', () => {
    const walk = scheduled().tell('agenda.result', result('unsettled'));
    expect(walk.performed('requestAgenda')).toMatchObject([{ level: 'assembly' }]);
    expect(place(atAssembly().tell('agenda.result', result('unsettled')))).toBe('crossroads');
  });

  test('rejected: published, and the next level can be asked once', () => {
    const walk = scheduled().tell('agenda.result', result('rejected'));
    expect(place(walk)).toBe('deliberate.rejected.unexplained');
    expect(walk.performed('publish')).toMatchObject([{ about: 'rejected' }]);
    walk.act('appealRejection', { text: 't' }, 'ann');
    expect(walk.performed('requestAgenda')).toMatchObject([{ level: 'assembly' }]);
    walk.tell('agenda.accepted', { meeting: MEETING, startsAt: SOON }).tell('agenda.result', result('rejected'));
    expect(refusers(walk, 'appealRejection', { text: 't' }, 'ann')).toEqual(['hasNotAppealedRejection']);
    walk.act('explainRejection', { text: 'text-why' }, 'coo');
    expect(walk.due('appealWindow').output).toMatchObject({ result: 'rejected' });
  });

  test('rejected: explained to those concerned; only then their time to appeal begins, and nothing ends before', () => {
    const walk = scheduled().tell('agenda.result', result('rejected'));
    expect(walk.clocks).not.toContain('appealWindow');
    expect(place(walk.due('explanation'))).toBe('deliberate.rejected.unexplained');
    walk.act('explainRejection', { text: 'text-why' }, 'coo');
    expect(walk.performed('notify')).toMatchObject([{ about: 'rejected', persons: ['ann'], text: 'text-why' }]);
    expect(walk.performed('publish')).toMatchObject([{ about: 'rejected', text: 'text-why' }]);
    expect(walk.due('appealWindow').output).toMatchObject({ result: 'rejected', text: 'text-why' });
  });

  test('the representatives’ rejection is the last', () => {
    const walk = atAssembly().tell('agenda.result', result('rejected'));
    expect(walk.abilities).not.toContain('appealRejection');
  });

  describe('provisionally', () => {
    const provisional = () => scheduled().tell('agenda.result', { ...ADOPTED, provisional: true });

    test('is no resolution until a named adviser cites the article', () => {
      expect(place(provisional())).toBe('deliberate.provisional');
      const walk = provisional().act('confirmVerdict', { citation: 't' }, 'adv');
      expect(place(walk)).toBe('deliberate.decided');
      expect(walk.context['decision']).toMatchObject({ provisional: false });
    });

    test('is confirmed by its own meeting only', () => {
      expect(place(provisional().tell('agenda.confirmed', { meeting: 'meeting-9' }))).toBe('deliberate.provisional');
      expect(place(provisional().tell('agenda.confirmed', { meeting: MEETING }))).toBe('deliberate.decided');
    });

    test('goes back on an agenda when the rule was not valid, and never becomes valid by waiting', () => {
      expect(place(provisional().act('rejectVerdict', { text: 't' }, 'adv'))).toBe('deliberate.requesting');
      expect(place(provisional().due('provisional'))).toBe('deliberate.provisional');
    });
  });
});

describe('announcing the decision', () => {
  test('a harmless measure is posted and acted on at once', () => {
    const walk = planning();
    expect(place(walk)).toBe('act.planning');
    expect(walk.performed('publish')).toMatchObject([{ about: 'decision', text: 'text-decision' }]);
    expect(walk.effects).toContainEqual(
      expect.objectContaining({
        kind: 'startChild',
        id: 'notice-1',
        input: expect.objectContaining({ blocking: false }),
      }),
    );
  });

  test.each(['spendsCommonMoney', 'restrictsUse', 'affectsRights'])(
    'a measure that %s waits for its notice',
    (flag) => {
      const walk = decided().act('announceDecision', { ...HARMLESS, [flag]: true }, 'coo');
      expect(place(walk)).toBe('deliberate.noticed');
      expect(walk.effects).toContainEqual(
        expect.objectContaining({ id: 'publicNotice', input: expect.objectContaining({ blocking: true, days: 7 }) }),
      );
      expect(place(walk.childDone('publicNotice', { result: 'ended', objections: 1 }))).toBe('act.planning');
    },
  );

  test.each(['objection_upheld', 'withdrawn'])('a notice that ends as %s takes the decision back', (result) => {
    const walk = decided().act('announceDecision', { ...HARMLESS, affectsRights: true });
    walk.childDone('publicNotice', { result, objections: 1 });
    expect(place(walk)).toBe('deliberate.talking');
    expect(walk.context['decision']).toBeNull();
  });

  test('after the last round of deliberation an upheld objection comes to the crossroads', () => {
    const policy = { limits: { ...(planning().policy['limits'] as object), deliberations: 1 } };
    const walk = inCommon({}, policy).act('stateCompetence', RESIDENTS).act('chooseLevel', { level: 'council' });
    walk.childDone('deliberation', READY).tell('agenda.accepted', { meeting: MEETING, startsAt: SOON });
    walk.tell('agenda.result', ADOPTED).act('announceDecision', { ...HARMLESS, affectsRights: true });
    expect(place(walk.childDone('publicNotice', { result: 'objection_upheld', objections: 1 }))).toBe('crossroads');
  });

  test('an objection upheld while acting goes on stops the work', () => {
    const walk = planning().act('dispatch', { measure: 'm', lead: 'd1', class: 'general', assists: [] });
    walk.childDone('notice-1', { result: 'objection_upheld', objections: 1 });
    expect(place(walk)).toBe('deliberate.talking');
    expect(walk.effects).toContainEqual(expect.objectContaining({ kind: 'cancelChild', id: 'task-1' }));
  });

  test('a posted notice that ends quietly, or fails, changes nothing', () => {
    expect(place(planning().childDone('notice-1', { result: 'ended', objections: 0 }))).toBe('act.planning');
    expect(place(planning().childFailed('notice-1', 'x'))).toBe('act.planning');
  });

  test('a blocking notice that fails comes to the crossroads', () => {
    const walk = decided().act('announceDecision', { ...HARMLESS, restrictsUse: true });
    expect(place(walk.childFailed('publicNotice', 'x'))).toBe('crossroads');
  });

  test('a late announcement stays to be made', () => {
    expect(decided().due('announcement').awaited).toContain('announceDecision');
  });
});
