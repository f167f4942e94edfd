import { demoPersonId } from '../limin/demo-people.js';
import { seatOf } from './cast.js';
import { adviserOf, measureText } from './deliberate.habits.js';
import { demoFile } from './files.js';
import { coordinatorOf } from './say.habits.js';
import { dice, has, isIn, phrase, within, words } from './scene.js';
import type { Move, Scene, When } from './scene.js';

/** What agents read of a deliberation's context. */
export interface TalkSight {
  issue: string;
  round: number;
  statements: { person: string }[];
  opinions: string[];
  measures: { number: number; by: string | null; backers: string[] }[];
  interests: { person: string; state: string }[];
  objectors: string[];
}

type TalkScene = Scene<TalkSight>;

const GATHERING: When = { clock: 'gathering', share: 0.5, rhythm: 'daytime' };

function early(scene: TalkScene, share: number): When {
  return { ...within(scene, 'gathering', share), rhythm: 'daytime' };
}

function member(scene: TalkScene, purpose: string, not: readonly string[] = []): string {
  return scene.cast.one('deliberator', seatOf('deliberator'), { random: dice(scene, purpose), not });
}

function speak(scene: TalkScene): Move[] {
  const { statements } = scene.context;
  const wanted = dice(scene, 'speakers').int(1, 4);
  if (statements.length >= wanted) return [];
  const visit = String(statements.length);
  const random = dice(scene, `speaker:${visit}`);
  // a second word of the same neighbour would replace the first
  const others = scene.cast
    .neighbours(scene.issue.building)
    .filter((person) => statements.every((statement) => statement.person !== person));
  const by = random.pick(others);
  const stance =
    has(scene, 'disputed', 'rejected') && statements.length > 0
      ? 'against'
      : random.weighted({ for: 6, open: 2, against: 2 });
  const key = ({ for: 'speakFor', against: 'speakAgainst', open: 'speakOpen' } as const)[stance];
  return [
    {
      act: 'speak',
      by,
      input: { text: phrase(scene, key, visit), stance },
      when: early(scene, 0.08 + 0.08 * statements.length),
    },
  ];
}

function draft(scene: TalkScene): Move[] {
  const { measures } = scene.context;
  if (has(scene, 'no-measure') && scene.context.round === 1) return [];
  const isLate = has(scene, 'overdue-talk') && scene.context.round === 1;
  if (isLate && !isIn(scene, 'open.overdue')) return [];
  if (measures.length >= (isLate ? 1 : Math.min(2, scene.issue.matter.measures.length))) return [];
  const visit = String(measures.length);
  const by = isLate ? coordinatorOf(scene) : member(scene, `drafter:${visit}`);
  const when: When = isLate ? within(scene, 'overdue', 0.4) : early(scene, 0.3 + 0.1 * measures.length);
  return [{ act: 'draftMeasure', by, input: { text: measureText(scene, visit) }, when }];
}

function back(scene: TalkScene): Move[] {
  const [first] = scene.context.measures;
  if (!first || first.backers.length >= 2) return [];
  const by = member(scene, `backer:${String(first.backers.length)}`, [...first.backers, first.by ?? '']);
  return [{ act: 'backMeasure', by, input: { measure: first.number }, when: early(scene, 0.5) }];
}

function advise(scene: TalkScene): Move[] {
  if (scene.context.opinions.length > 0 || !dice(scene, 'opinion').chance(0.6)) return [];
  return [
    {
      act: 'giveOpinion',
      by: adviserOf(scene),
      input: { text: phrase(scene, 'adviserOpinion') },
      when: early(scene, 0.4),
    },
  ];
}

function interest(scene: TalkScene): Move[] {
  const { interests } = scene.context;
  const contested = interests.find((one) => one.state === 'contested');
  if (contested) {
    const input = { person: contested.person, recused: true, text: phrase(scene, 'recusal') };
    return [{ act: 'decideRecusal', by: demoPersonId('chair'), input, when: { ...GATHERING, share: 0.7 } }];
  }
  if (interests.length > 0) return [];
  if (has(scene, 'interest')) {
    return [
      {
        act: 'declareInterest',
        by: member(scene, 'interested'),
        input: { text: phrase(scene, 'interest') },
        when: early(scene, 0.3),
      },
    ];
  }
  if (!has(scene, 'contested-interest')) return [];
  const person = member(scene, 'contested', [demoPersonId('chair')]);
  const input = { person, text: phrase(scene, 'contestInterest') };
  return [{ act: 'contestInterest', by: member(scene, 'contester', [person]), input, when: early(scene, 0.3) }];
}

function dispute(scene: TalkScene): Move[] {
  const { objectors } = scene.context;
  if (!has(scene, 'disputed') || objectors.length >= 3) return [];
  const others = scene.cast.neighbours(scene.issue.building).filter((person) => !objectors.includes(person));
  const visit = String(objectors.length);
  const by = dice(scene, `objector:${visit}`).pick(others);
  return [
    {
      act: 'objectStrongly',
      by,
      input: { text: phrase(scene, 'dispute', visit) },
      when: early(scene, 0.35 + 0.05 * objectors.length),
    },
  ];
}

function conclude(scene: TalkScene): Move[] {
  const { measures, interests, objectors } = scene.context;
  const isOpen = measures.length === 0 || interests.some((one) => one.state === 'contested');
  if (isOpen || (has(scene, 'disputed') && objectors.length < 3)) return [];
  const clock = isIn(scene, 'open.overdue') ? 'overdue' : 'gathering';
  return [{ act: 'conclude', by: coordinatorOf(scene), input: {}, when: { clock, share: 0.8 } }];
}

/** What people do while an item is prepared. */
export function talkMoves(scene: TalkScene): Move[] {
  if (!isIn(scene, 'open')) return [];
  return [speak, draft, back, advise, interest, dispute, conclude].flatMap((habit) => habit(scene));
}

/** What agents read of a notice's context. */
export interface NoticeSight {
  issue: string;
  objections: { number: number; decision: string | null }[];
  extensions: number;
  places: unknown[];
  /** Times the posting or an answer was not done in time. */
  silences: number;
}

type NoticeScene = Scene<NoticeSight>;

/** What happens to a notice by fate happens to the first one of its issue. */
function isFirstNotice(scene: NoticeScene): boolean {
  const counts = scene.peek(scene.context.issue)?.['counts'];
  const notices = typeof counts === 'object' && counts !== null && 'notices' in counts ? counts.notices : 1;
  return notices === 1;
}

function object(scene: NoticeScene): Move[] {
  const { objections } = scene.context;
  const isFated = has(scene, 'objection-upheld', 'objection-dismissed') && isFirstNotice(scene);
  if (!isFated || objections.length > 0) return [];
  const by = dice(scene, 'objector').pick(scene.cast.neighbours(scene.issue.building));
  const text = words(scene, 'objections') === '' ? phrase(scene, 'dispute') : words(scene, 'objections');
  const ground = scene.issue.matter.notice === 'spends' ? 'cost' : 'harms_rights';
  return [
    { act: 'objectTo', by, input: { ground, text }, when: { ...within(scene, 'hanging', 0.4), rhythm: 'daytime' } },
  ];
}

function answerObjection(scene: NoticeScene): Move[] {
  const open = scene.context.objections.find((one) => one.decision === null);
  if (!open) return [];
  const isUpheld = has(scene, 'objection-upheld') && isFirstNotice(scene);
  const input = {
    objection: open.number,
    decision: isUpheld ? 'upheld' : 'dismissed',
    reason: phrase(scene, isUpheld ? 'objectionUpheld' : 'objectionDismissed'),
  };
  return [{ act: 'answerObjection', by: adviserOf(scene), input, when: within(scene, 'objectionAnswer', 0.5) }];
}

/** What people do to a public notice. */
export function noticeMoves(scene: NoticeScene): Move[] {
  const by = coordinatorOf(scene);
  if (isIn(scene, 'drafted')) {
    const places = [
      { place: '居务公开栏', photo: demoFile('posted') },
      { place: `${scene.issue.place.building}单元门口`, photo: demoFile('posted') },
    ];
    // the clock of the posting begins anew when it was missed
    const share = has(scene, 'late-posting') && scene.context.silences === 0 ? 1.4 : 0.5;
    return [{ act: 'post', by, input: { places }, when: within(scene, 'posting', share) }];
  }
  const moves = [...object(scene), ...answerObjection(scene)];
  if (isIn(scene, 'posted') && scene.context.places.length === 2 && dice(scene, 'proof').chance(0.15)) {
    const places = [{ place: '小区东门', photo: demoFile('posted') }];
    moves.push({ act: 'addProof', by, input: { places }, when: within(scene, 'hanging', 0.5) });
  }
  if (isIn(scene, 'posted') && isFirstNotice(scene)) {
    if (has(scene, 'notice-withdrawn')) {
      moves.push({
        act: 'withdrawNotice',
        by,
        input: { reason: phrase(scene, 'withdrawNotice') },
        when: within(scene, 'hanging', 0.4),
      });
    }
    if (has(scene, 'notice-extended') && scene.context.extensions === 0) {
      moves.push({
        act: 'extendNotice',
        by,
        input: { days: 3, reason: phrase(scene, 'extendNotice') },
        when: within(scene, 'hanging', 0.6),
      });
    }
  }
  return moves;
}
