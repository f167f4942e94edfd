import { demoPersonId } from '../limin/demo-people.js';
import type { Cast } from './cast.js';
import { seatOf } from './cast.js';
import { demoFile } from './files.js';
import type { IssueSight } from './issue.sight.js';
import type { PlannedIssue } from './plan.js';
import { dice, isIn } from './scene.js';
import type { Move, SeenCase } from './scene.js';

/** What agents read of a ballot's context. */
export interface BallotSight {
  issue: string;
  rule: string;
  present: number;
  teller: string | null;
  recounts: number;
  revotes: number;
}

/** A ballot as its tellers see it. */
export interface BallotScene extends SeenCase<BallotSight> {
  cast: Cast;
  plan: PlannedIssue | undefined;
  issueOf: (issue: string) => IssueSight | undefined;
}

const soon = (minutes: number): Move['when'] => ({ minutes, exact: true });

function votes(scene: BallotScene): { yes: number; no: number; abstain: number; invalid: number } {
  const { present } = scene.context;
  const random = dice(scene, 'votes');
  const isRejected =
    scene.plan?.fate.twists.includes('rejected') === true &&
    scene.issueOf(scene.context.issue)?.appealed.rejection !== true;
  const share = isRejected ? 0.2 + 0.2 * random.next() : 0.72 + 0.25 * random.next();
  const yes = isRejected ? Math.floor(present * share) : Math.ceil(present * share);
  const abstain = Math.min(present - yes, random.int(0, 2));
  return { yes, no: present - yes - abstain, abstain, invalid: 0 };
}

/** What people do to a ballot by hands. Owners vote by area on papers; nobody counts that in a room. */
export function ballotMoves(scene: BallotScene): Move[] {
  if (scene.context.rule.startsWith('owners')) return [];
  const teller = scene.cast.one('supervisor', seatOf('supervisor'), { random: dice(scene, 'teller') });
  if (isIn(scene, 'open')) {
    return [
      {
        act: 'recordCount',
        by: teller,
        input: { method: 'hands', ...votes(scene), sheet: demoFile('sheet') },
        when: soon(2),
      },
    ];
  }
  if (!isIn(scene, 'counted')) return [];
  const by = scene.cast.one('representative', seatOf('representative'), {
    random: dice(scene, 'confirmer'),
    not: [scene.context.teller],
  });
  const { recounts, revotes } = scene.context;
  if (recounts === 0 && revotes === 0 && dice(scene, 'dispute').chance(0.06)) {
    return [{ act: 'disputeCount', by, input: { reason: '我数的赞成票少一票，请重新点一遍。' }, when: soon(1) }];
  }
  if (recounts === 0 && revotes === 0 && dice(scene, 'void').chance(0.03)) {
    const reason = '有一位非成员举了手，本次表决无效，重新表决。';
    return [{ act: 'declareVoid', by: demoPersonId('chair'), input: { reason }, when: soon(1) }];
  }
  return [{ act: 'confirmCount', by, input: {}, when: soon(1) }];
}
