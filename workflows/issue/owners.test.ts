import { describe, expect, test } from '@jest/globals';

import type { JsonObject } from '#libs/engine';

import {
  balloting,
  CALL,
  convening,
  FINAL,
  HARMLESS,
  NOT_SOLVED,
  onDay,
  place,
  READY,
  refusers,
  talkedOver,
  verified,
} from './issue.fixture.js';

const verdict = (verdict: string, provisional = false) => ({ verdict, provisional, certificate: null });
const ended = (result: string, provisional = false) =>
  balloting().childDone('ownersBallot', verdict(result, provisional));

describe('what owners decide (民法典 278)', () => {
  test('is put to the owners’ own ballot, never on the agenda of a meeting', () => {
    expect(place(convening())).toBe('deliberate.convening');
    expect(convening().performed('requestAgenda')).toEqual([]);
    expect(balloting().effects).toContainEqual(
      expect.objectContaining({
        kind: 'startChild',
        id: 'ownersBallot',
        workflow: 'ballot',
        input: {
          subject: 'text-lamp',
          unit: 'building-7',
          rule: 'owners-278',
          issue: 'issue-1',
          taking: 'papers',
          roll: { of: 'owners', unit: 'building-7' },
        },
      }),
    );
  });

  test('needs a measure to vote on', () => {
    const walk = convening()
      .act('deliberateAgain', { text: 't' })
      .childDone('deliberation', { ...READY, measures: [] });
    expect(refusers(walk, 'callOwners', CALL)).toContain('hasDraftMeasure');
  });

  test('passed: announced; passed under an unconfirmed rule: provisional', () => {
    expect(place(ended('passed'))).toBe('deliberate.decided');
    const walk = ended('passed', true);
    expect(place(walk)).toBe('deliberate.provisional');
    expect(place(walk.fork().act('confirmVerdict', { citation: 't' }))).toBe('deliberate.decided');
    expect(place(walk.act('rejectVerdict', { text: 't' }))).toBe('deliberate.convening');
  });

  test('failed: rejected, and no other body can be asked', () => {
    const walk = ended('failed');
    expect(place(walk)).toBe('deliberate.rejected.unexplained');
    expect(walk.performed('publish')).toMatchObject([{ about: 'rejected' }]);
    expect(refusers(walk, 'appealRejection', { text: 't' })).toEqual(['hasNotAppealedRejection']);
  });

  test.each(['no_quorum', 'tie'])(
    '%s: nothing is decided, and it rests a year unless the committee agrees',
    (result) => {
      const walk = ended(result);
      expect(place(walk)).toBe('crossroads');
      walk.act('deliberateAgain', { text: 't' }).childDone('deliberation', READY);
      expect(walk.effects).toContainEqual(
        expect.objectContaining({ kind: 'arm', name: 'convening', duration: { until: walk.context['restsUntil'] } }),
      );
      expect(refusers(walk, 'callOwners', CALL)).toEqual(['isRestOver']);
      expect(place(walk.fork().act('callOwners', { ...CALL, committeeAgrees: true }))).toBe('deliberate.balloting');
      const later = onDay(walk, '2027-11-20', { name: 'callOwners', input: CALL, person: 'coo' });
      expect(place(later)).toBe('deliberate.balloting');
    },
  );

  test('a ballot that fails to run comes to the crossroads', () => {
    expect(place(balloting().childFailed('ownersBallot', 'incident'))).toBe('crossroads');
  });

  test('is never sent before the residents’ representatives', () => {
    const walk = ended('no_quorum');
    expect(walk.abilities).not.toContain('sendToAssembly');
  });

  test('disputed at the end, is talked over by the owners again', () => {
    const walk = ended('passed').act('announceDecision', HARMLESS).act('arrangeErrand', { measure: 'm', unit: 'u' });
    walk.childDone('task-1', { result: 'verified', unit: 'u', answer: null, evidence: [], redoCount: 0 });
    walk.act('postOutcome', { text: 't', files: [] }).act('answer', { ...NOT_SOLVED, disputed: true }, 'ann');
    expect(place(walk)).toBe('deliberate.talking');
  });

  test('may end with a final answer when nobody can call them', () => {
    expect(place(convening().due('convening').act('draftFinalAnswer', FINAL))).toBe('signing');
  });

  test('what residents decide never waits for an owners’ ballot', () => {
    expect(verified().abilities).not.toContain('callOwners');
  });
});

describe('an owners’ matter that was sent before residents', () => {
  const scheduled = () =>
    talkedOver().tell('agenda.accepted', { meeting: 'meeting-1', startsAt: '2026-11-20T01:00:00.000Z' });

  test('becomes an owners’ ballot when the meeting refuses it, or finds out only at the table', () => {
    const outside = {
      meeting: 'meeting-1',
      result: 'unsettled',
      provisional: false,
      measure: null,
      certificate: null,
      decides: 'owners',
    };
    const ways: [string, JsonObject][] = [
      ['agenda.refused', { meeting: 'meeting-1', decides: 'owners' }],
      ['agenda.result', outside],
    ];
    for (const [event, payload] of ways) {
      const walk = scheduled().tell(event, payload);
      expect([place(walk), walk.context['competence']]).toEqual([
        'deliberate.convening',
        expect.objectContaining({ decides: 'owners' }),
      ]);
      expect(place(walk.act('callOwners', CALL, 'coo'))).toBe('deliberate.balloting');
    }
  });

  test('waits for the coordinator when the body says that nobody votes on it', () => {
    const walk = talkedOver().tell('agenda.refused', { meeting: 'meeting-1', decides: 'nobody' });
    expect(place(walk)).toBe('crossroads');
  });
});

describe('the register of resolutions', () => {
  const PROOF = { format: 'minyi-certificate/2' };
  const announced = (certificate: JsonObject | null) =>
    balloting()
      .childDone('ownersBallot', { verdict: 'passed', provisional: false, certificate })
      .act('announceDecision', HARMLESS, 'coo');

  test('is told of what a body decided, with its proof and who announced it', () => {
    const walk = announced(PROOF);
    expect(walk.performed('enterResolution')).toEqual([
      expect.objectContaining({ certificate: PROOF, body: null, signedBy: 'coo', round: 1 }),
    ]);
    walk.tell('resolution.entered', { number: '利民社区议决〔2026〕1号' });
    expect(walk.context['decision']).toMatchObject({ number: '利民社区议决〔2026〕1号' });
  });

  test('hears nothing of what no ballot proves, and a refusal changes nothing', () => {
    expect(announced(null).performed('enterResolution')).toEqual([]);
    const walk = announced(PROOF).tell('resolution.refused', { code: 'register.provisional' });
    expect(walk.context['decision']).toMatchObject({ number: null });
  });
});
