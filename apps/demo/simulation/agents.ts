import type { JsonObject } from '#libs/engine';

import { actMoves } from './act.habits.js';
import { ballotMoves } from './ballot.habits.js';
import type { BallotSight } from './ballot.habits.js';
import type { Cast } from './cast.js';
import { deliberateMoves } from './deliberate.habits.js';
import type { IssueSight } from './issue.sight.js';
import { meetingMoves } from './meeting.habits.js';
import type { MeetingSight } from './meeting.habits.js';
import type { PlannedIssue } from './plan.js';
import { reviewMoves } from './review.habits.js';
import { sayMoves } from './say.habits.js';
import { momentOf } from './scene.js';
import type { Move, Scene, SeenCase } from './scene.js';
import { noticeMoves, talkMoves } from './talk.habits.js';
import type { NoticeSight, TalkSight } from './talk.habits.js';
import { taskMoves } from './task.habits.js';
import type { TaskSight } from './task.habits.js';

/** What all agents know of the world beside the case in front of them. */
export interface Around {
  cast: Cast;
  planOf: (issue: string) => PlannedIssue | undefined;
  peek: (caseId: string) => JsonObject | undefined;
}

function issueIdOf(seen: SeenCase<JsonObject>): string {
  const { issue } = seen.context;
  return seen.workflow === 'issue' ? seen.id : typeof issue === 'string' ? issue : '';
}

/** The scenes of a workflow differ only in what their agents read of the context. */
function sceneOf<Sight>(seen: SeenCase<JsonObject>, issue: PlannedIssue, around: Around): Scene<Sight> {
  return { ...seen, context: seen.context as Sight, issue, cast: around.cast, peek: around.peek };
}

function issueMoves(scene: Scene<IssueSight>): Move[] {
  return [sayMoves, deliberateMoves, actMoves, reviewMoves].flatMap((moves) => moves(scene));
}

/** Everything somebody is going to do to a case as it stands now. */
export function movesOf(seen: SeenCase<JsonObject>, around: Around): Move[] {
  const { cast, planOf, peek } = around;
  const issueOf = (id: string): IssueSight | undefined => peek(id) as IssueSight | undefined;
  if (seen.workflow === 'meeting') {
    return meetingMoves({ ...seen, context: seen.context as unknown as MeetingSight, cast, planOf, issueOf });
  }
  const issue = planOf(issueIdOf(seen));
  if (!issue) return [];
  switch (seen.workflow) {
    case 'issue':
      return issueMoves(sceneOf<IssueSight>(seen, issue, around));
    case 'task':
      return taskMoves(sceneOf<TaskSight>(seen, issue, around));
    case 'deliberation':
      return talkMoves(sceneOf<TalkSight>(seen, issue, around));
    case 'notice':
      return noticeMoves(sceneOf<NoticeSight>(seen, issue, around));
    case 'ballot':
      return ballotMoves({ ...seen, context: seen.context as unknown as BallotSight, cast, plan: issue, issueOf });
    default:
      return [];
  }
}

/** The next thing somebody does to a case, with its moment; acts that were refused in this state are left out. */
export function nextMove(
  seen: SeenCase<JsonObject>,
  around: Around,
  refused: ReadonlySet<string>,
): { at: number; move: Move } | null {
  const timed = movesOf(seen, around)
    .filter((move) => !refused.has(move.act))
    .map((move) => ({ at: momentOf(seen, move.when), move }));
  return timed.sort((a, b) => a.at - b.at)[0] ?? null;
}
