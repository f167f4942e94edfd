import { describe, expect, test } from '@jest/globals';

import { lintWorkflow, registerWorkflow, type JsonObject } from '#libs/engine';
import { type CaseWalk, explore } from '#libs/testing/walk';

import { meetingWorkflow } from './index.js';
import {
  CALL,
  MEMBERS,
  LATER,
  submitted,
  verdict,
  convened,
  withItems,
  checkingIn,
  sitting,
  debating,
  seconded,
  voting,
  drafted,
  refusals,
  results,
  statusOf,
} from './meeting.fixture.js';

describe('a meeting that goes well', () => {
  test('collects items, checks members in, votes, tells each issue, and publishes signed minutes', () => {
    const walk = convened();
    expect(walk.performed('collectAgenda')).toEqual([{ level: 'council', unit: 'council-1' }]);
    expect(walk.performed('inviteMembers')).toHaveLength(1);
    walk.tell('item.submitted', submitted('i1'));
    expect(walk.told).toEqual([
      {
        target: { case: 'i1' },
        type: 'agenda.accepted',
        payload: { meeting: 'meeting-1', startsAt: CALL.startsAt },
      },
    ]);
    walk.due('start').act('recordArrivals', { persons: MEMBERS }, 'secretary').act('openSitting', {}, 'chair');
    walk.act('presentItem', { issue: 'i1' }, 'chair').act('propose', { existing: 'text-measure' }, 'm1');
    walk.act('second', {}, 'm2').act('putToVote', {}, 'chair');
    expect(walk.effects).toContainEqual(
      expect.objectContaining({
        kind: 'startChild',
        workflow: 'ballot',
        input: {
          subject: 'text-measure',
          unit: 'council-1',
          rule: 'council',
          issue: 'i1',
          members: 6,
          recused: 0,
          present: 4,
        },
      }),
    );
    walk.childDone('ballot', verdict('passed'));
    expect(walk.told).toEqual([
      {
        target: { case: 'i1' },
        type: 'agenda.result',
        payload: {
          meeting: 'meeting-1',
          result: 'adopted',
          provisional: false,
          measure: 'text-measure',
          certificate: { rule: 'council' },
        },
      },
    ]);
    walk.act('closeSitting', {}, 'chair').act('draftMinutes', { text: 'text-minutes' }, 'secretary');
    walk.act('signMinutes', {}, 'chair');
    expect(walk.performed('publishMinutes')).toMatchObject([{ minutes: 'text-minutes', present: 4, members: 6 }]);
    expect(walk.output).toEqual({
      items: 1,
      adopted: 1,
      rejected: 0,
      unsettled: 0,
      carriedOver: 0,
      minutes: 'text-minutes',
    });
  });

  test('takes its items one by one and tells each issue its own result', () => {
    const walk = voting().childDone('ballot', verdict('failed'));
    expect(results(walk)).toEqual([['i1', 'rejected']]);
    walk.act('presentItem', { issue: 'i2' }, 'chair').act('markUnsettled', { reason: 'r' }, 'chair');
    expect(results(walk)).toEqual([['i2', 'unsettled']]);
  });
});

describe('convened', () => {
  test('an item that comes twice is on the agenda once and is told again', () => {
    const walk = convened().tell('item.submitted', submitted('i1')).tell('item.submitted', submitted('i1'));
    expect(walk.context['items']).toHaveLength(1);
    expect(walk.told).toMatchObject([{ type: 'agenda.accepted' }]);
  });

  test('is found as an agenda only while it takes items', () => {
    const agenda = { key: 'agenda', value: 'council:council-1' };
    expect(convened().summary.lookups).toEqual([agenda]);
    expect(checkingIn().summary.lookups).toEqual([]);
  });

  test('an item that finds no room, or comes too late, is refused so that another meeting is looked for', () => {
    const event = { type: 'item.submitted', payload: submitted('i3') };
    for (const walk of [withItems({ agendaMost: 2 }), checkingIn()]) {
      expect(walk.attempt({ kind: 'told', event })).toMatchObject({ refusal: { code: 'event.not_expected' } });
    }
  });

  test('moving it calls everybody again and needs the notice the rules ask', () => {
    const walk = withItems();
    const tooSoon = { startsAt: '2026-11-03T01:00:00.000Z', reason: 'r' };
    expect(refusals(walk, ['reschedule', tooSoon, 'chair'])).toEqual(['noticeLongEnough']);
    walk.act('reschedule', { startsAt: LATER, reason: 'r' });
    expect(walk.told.map(({ type, payload }) => [type, payload['startsAt']])).toEqual([
      ['agenda.accepted', LATER],
      ['agenda.accepted', LATER],
    ]);
    expect(walk.effects).toContainEqual(expect.objectContaining({ kind: 'arm', duration: { until: LATER } }));
  });

  test('is put in order by listing every item once', () => {
    expect(refusals(withItems(), ['orderAgenda', { issues: ['i2'] }, 'chair'])).toEqual(['listsAllItems']);
    const walk = withItems().act('orderAgenda', { issues: ['i2', 'i1'] });
    expect((walk.context['items'] as { issue: string }[]).map(({ issue }) => issue)).toEqual(['i2', 'i1']);
  });

  test('an item taken off is told so and does not come back to this meeting', () => {
    const walk = withItems().act('dropItem', { issue: 'i1', reason: 'r' });
    expect(walk.told).toMatchObject([{ target: { case: 'i1' }, type: 'agenda.dropped' }]);
    expect(walk.attempt({ kind: 'told', event: { type: 'item.submitted', payload: submitted('i1') } }).kind).toBe(
      'refused',
    );
    expect(statusOf(walk, 'i1')).toBe('dropped');
  });

  test('an item that withdraws is gone without a word', () => {
    const walk = withItems().tell('item.withdrawn', { issue: 'i1' });
    expect([walk.told, statusOf(walk, 'i1')]).toEqual([[], 'withdrawn']);
  });

  test.each([
    ['called off', (walk: CaseWalk): CaseWalk => walk.act('callOff', { reason: 'r' })],
    ['cancelled', (walk: CaseWalk): CaseWalk => walk.cancel()],
  ])('%s it gives every item back', (_how, end) => {
    const walk = end(withItems());
    expect(walk.told.map(({ type, target }) => [type, target['case']])).toEqual([
      ['agenda.dropped', 'i1'],
      ['agenda.dropped', 'i2'],
    ]);
    expect(walk.output).toMatchObject({ adopted: 0, minutes: null });
  });

  test('too short a notice is kept for the minutes', () => {
    const soon = { startsAt: '2026-11-02T05:00:00.000Z' };
    expect([convened().context['shortNotice'], convened(soon).context['shortNotice']]).toEqual([false, true]);
  });
});

describe('the quorum', () => {
  test.each([
    [6, 3, false],
    [6, 4, true],
    [7, 4, false],
    [7, 5, true],
    [20, 13, false],
    [20, 14, true],
  ])('of a council of %i with %i present holds: %s', (members, present, holds) => {
    const persons = Array.from({ length: present }, (_, index) => `m${String(index)}`);
    const walk = convened({ members }).due('start').act('recordArrivals', { persons });
    expect(walk.abilities.includes('openSitting')).toBe(holds);
  });

  test('below the councils is whoever comes', () => {
    const walk = convened({ level: 'grid', members: 300 }).due('start');
    expect(walk.abilities).not.toContain('openSitting');
    expect(walk.act('arriveAsNeighbour', {}, 'wang').abilities).toContain('openSitting');
  });

  test('counts members only: at a council no resident checks in as one', () => {
    expect(refusals(checkingIn(), ['arriveAsNeighbour', {}, 'wang'])).toContain('isNeighbourMeeting');
    expect(checkingIn().parties).toContainEqual({ relation: 'council', unit: 'council-1' });
  });

  test('counts nobody twice and never more than there are members', () => {
    const walk = checkingIn().act('arrive', {}, 'm1');
    expect(refusals(walk, ['arrive', {}, 'm1'])).toEqual(['isAbsent']);
    const crowd = { persons: ['a', 'b', 'c', 'd', 'e', 'f'] };
    expect(refusals(walk, ['recordArrivals', crowd, 'secretary'])).toEqual(['arrivalsFit']);
  });

  test('missing after the waiting, adjourns the meeting and gives every item back for the next', () => {
    const walk = checkingIn({ waitsMost: 1 }).due('gathering');
    expect(walk.value).toEqual({ session: 'checkIn' });
    walk.due('gathering');
    expect([walk.value, results(walk)]).toEqual([
      'adjourned',
      [
        ['i1', 'next_meeting'],
        ['i2', 'next_meeting'],
      ],
    ]);
  });

  test('missing, the meeting is called again a counted number of times and collects its items anew', () => {
    const walk = checkingIn({ recallsMost: 1, waitsMost: 0 }).due('gathering').act('recall', { startsAt: LATER });
    expect(walk.performed('collectAgenda')).toHaveLength(1);
    expect(walk.context).toMatchObject({ items: [], present: [], recalls: 1, carriedBefore: 2 });
    walk.tell('item.submitted', submitted('i1')).due('start').due('gathering');
    expect(refusals(walk, ['recall', { startsAt: LATER }, 'chair'])).toContain('recallsLeft');
    expect(walk.due('recall').output).toMatchObject({ carriedOver: 3, minutes: null });
  });

  test('lost between items, the sitting waits and goes on when enough are back', () => {
    const walk = sitting().act('leave', {}, 'm4');
    expect(walk.value).toEqual({ session: { sitting: 'quorumLost' } });
    walk.act('recordArrivals', { persons: ['m5'] }, 'secretary');
    expect([walk.value, walk.context['quorumLosses']]).toEqual([{ session: { sitting: 'between' } }, 1]);
  });

  test('lost for good, ends the sitting and carries the rest over', () => {
    const walk = sitting().act('leave', {}, 'm4').due('quorumWait');
    expect([walk.value, results(walk).length]).toEqual([{ minutes: 'drafting' }, 2]);
    const often = sitting({ quorumLossesMost: 0 }).act('leave', {}, 'm4');
    expect(often.value).toEqual({ minutes: 'drafting' });
  });

  test('is checked for each item without those who have an interest', () => {
    const walk = seconded();
    expect(walk.abilities).toContain('putToVote');
    walk.act('declareInterest', {}, 'm4');
    expect(refusals(walk, ['putToVote', {}, 'chair'])).toEqual(['hasItemQuorum']);
    expect(walk.act('recordArrivals', { persons: ['m5'] }, 'secretary').abilities).toContain('putToVote');
  });
});

describe('the end of the sitting', () => {
  test('by time carries over what waits, also the item on the floor and in the vote', () => {
    for (const walk of [debating(), voting()]) {
      expect(results(walk.due('sitting'))).toEqual([
        ['i1', 'next_meeting'],
        ['i2', 'next_meeting'],
      ]);
      expect(walk.stored.children).toEqual({});
    }
  });

  test('by time comes later when the chair prolongs, a limited number of times', () => {
    const walk = sitting({ sittingProlongationsMost: 1 }).act('prolongSitting', {}, 'chair');
    expect(walk.effects).toContainEqual(expect.objectContaining({ kind: 'extend', by: { amount: 1, unit: 'hour' } }));
    expect(refusals(walk, ['prolongSitting', {}, 'chair'])).toEqual(['sittingProlongationsLeft']);
  });
});

describe('minutes', () => {
  test('are never signed by whoever drafted them', () => {
    const walk = sitting().act('closeSitting', {}, 'chair').act('draftMinutes', { text: 'text-minutes' }, 'chair');
    expect(refusals(walk, ['signMinutes', {}, 'chair'])).toEqual(['isAnotherThanDrafter']);
    expect(meetingWorkflow.acts['signMinutes']?.who.every(({ not }) => not?.includes('drafter'))).toBe(true);
  });

  test('are sent back a counted number of times', () => {
    const walk = drafted();
    for (const round of [1, 2, 3]) {
      walk.act('returnMinutes', { reason: 'r' }, 'chair').act('draftMinutes', { text: 'text-again' }, 'secretary');
      expect(walk.context['minutesReturns']).toBe(round);
    }
    expect(refusals(walk, ['returnMinutes', { reason: 'r' }, 'chair'])).toEqual(['minutesReturnsLeft']);
  });

  test('are signed by a member who was there when the chair is silent, never by themselves', () => {
    const walk = drafted().due('signing').due('witnessing').due('witnessing');
    expect([walk.stored.status, walk.context['silences']]).toEqual(['active', 2]);
    expect(walk.act('witnessMinutes', {}, 'm1').output).toMatchObject({ minutes: 'text-minutes' });
  });

  test('that nobody drafts are asked for again', () => {
    const walk = sitting().act('closeSitting', {}, 'chair').due('drafting');
    expect([walk.value, walk.context['silences']]).toEqual([{ minutes: 'drafting' }, 1]);
  });
});

describe('every way through a meeting', () => {
  test('has no dead end, takes no act that is not listed, and reaches every state', () => {
    const found = explore(
      convened({ members: 2 }, { recallsMost: 1, waitsMost: 0, minutesReturnsMost: 1, agendaMost: 1 }),
      {
        acts: SAMPLES,
        told: { 'item.submitted': [submitted('i1')], 'item.withdrawn': [{ issue: 'i1' }] },
        children: { ballot: ['passed', 'failed', 'no_quorum'].map(verdict) },
        persons: ['p1', 'p2'],
        situation: situationOf,
      },
    );
    expect(found.faults).toEqual([]);
    const elsewhere = ['arriveAsNeighbour', 'giveProxy', 'recordProxy', 'revokeProxy', ...OF_ELECTIONS];
    expect([...found.acts].sort()).toEqual(
      Object.keys(meetingWorkflow.acts)
        .filter((act) => !elsewhere.includes(act))
        .sort(),
    );
    expect([...found.leaves].sort()).toEqual(
      [
        'adjourned',
        'cancelled',
        'closed',
        'convened',
        'lapsed',
        'minutes.drafting',
        'minutes.review.byChair',
        'minutes.review.byWitness',
        'session.checkIn',
        'session.sitting.between',
        'session.sitting.item.amending',
        'session.sitting.item.debating.amendmentMoved',
        'session.sitting.item.debating.amendmentSeconded',
        'session.sitting.item.debating.moved',
        'session.sitting.item.debating.open',
        'session.sitting.item.debating.seconded',
        'session.sitting.item.debating.speaking',
        'session.sitting.item.voting',
        'session.sitting.quorumLost',
      ].sort(),
    );
  }, 60_000);

  test('leads an election to its papers and back', () => {
    const start = convened({ members: 2 }).act('addItem', { title: 'text-t', kind: 'election', seats: 1 });
    start
      .due('start')
      .act('recordArrivals', { persons: ['p1', 'p2'] })
      .act('openSitting', {}, 'chair');
    const found = explore(start.act('presentItem', { issue: 'own-1' }, 'chair'), {
      acts: { ...SAMPLES, presentItem: [{ issue: 'own-1' }], addItem: [] },
      children: { ballot: ['passed', 'failed', 'tie'].map(verdict) },
      persons: ['p1', 'p2'],
      situation: situationOf,
    });
    expect(found.faults).toEqual([]);
    expect([...found.acts]).toEqual(expect.arrayContaining(OF_ELECTIONS));
  }, 60_000);

  test('follows the rules of the linter', () => {
    expect(lintWorkflow(registerWorkflow(meetingWorkflow))).toEqual([]);
  });
});

const OF_ELECTIONS = ['nominate', 'acceptNomination', 'recordAcceptance', 'holdElection'];

const SAMPLES: Record<string, JsonObject[]> = {
  reschedule: [{ startsAt: LATER, reason: 'r' }],
  orderAgenda: [{ issues: ['i1'] }],
  addItem: [{ title: 'text-own', kind: 'matter' }],
  dropItem: [{ issue: 'i1', reason: 'r' }],
  callOff: [{ reason: 'r' }],
  recall: [{ startsAt: LATER }],
  showCode: [{ code: '123456' }],
  arrive: [{}, { code: '123456' }],
  giveProxy: [{ holder: 'p2' }],
  recordProxy: [{ giver: 'p1', holder: 'p2', paper: 'file-1' }],
  recordArrivals: [{ persons: ['p1', 'p2'] }],
  recordDepartures: [{ persons: ['p1'] }],
  admitGuest: [{ person: 'guest' }],
  adjourn: [{ reason: 'r' }],
  handOverChair: [{ person: 'p2' }],
  presentItem: [{ issue: 'i1' }],
  carryOver: [{ reason: 'r' }],
  markUnsettled: [{ reason: 'r' }],
  declareOutside: [{ decides: 'owners', reason: 'r' }],
  speak: [{ side: 'for' }],
  askForFloor: [{ side: 'for' }],
  recuse: [{ person: 'p2', reason: 'r' }],
  propose: [{ measure: 'text-new' }],
  amendMotion: [{ measure: 'text-other' }],
  moveAmendment: [{ measure: 'text-third' }],
  nominate: [{ candidate: 'p1' }],
  recordAcceptance: [{ candidate: 'p1' }],
  draftMinutes: [{ text: 'text-minutes' }],
  returnMinutes: [{ reason: 'r' }],
};

/** Persons are told apart by their number only, items by how they ended. */
function situationOf({ context }: CaseWalk): string {
  const { present, items, recalls, chair, queue } = context as {
    present: string[];
    items: { issue: string; status: string; nominations: { accepted: boolean }[] }[];
    recalls: number;
    chair: string | null;
    queue: unknown[];
  };
  const told = items.slice(0, 2).map(({ issue, status, nominations }) => [issue, status, nominations[0]?.accepted]);
  return JSON.stringify([present.length, recalls, chair === null, queue.length > 0, told]);
}
