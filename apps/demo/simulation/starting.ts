import type { Cases } from '#libs/cases';
import type { Actor, JsonObject } from '#libs/engine';

import { demoPersonId } from '../limin/demo-people.js';
import { unitId } from '../limin/limin.units.js';
import { randomOf } from '../random.js';
import { seatOf } from './cast.js';
import type { Cast } from './cast.js';
import type { PlannedMeeting } from './convening.js';
import { toInstant } from './office-hours.js';
import type { PlannedIssue } from './plan.js';

type Start = Parameters<Cases['start']>[0];

/** A message of the neighbours' group as it is pasted, with names and a number that are masked on the way in. */
function pasted(issue: PlannedIssue): string {
  const random = randomOf(`${issue.caseId}:pasted`);
  const hour = `${String(random.int(18, 21))}:${String(random.int(10, 59))}`;
  return `李淑兰 ${hour}\n${issue.description}\n张建军：我家也是这样，打我电话13800000000一起去反映\n@王师傅 麻烦看一下`;
}

function openerOf(issue: PlannedIssue, cast: Cast): Actor {
  if (issue.channel === 'page') return { kind: 'person', person: issue.reporter };
  if (issue.channel === 'hotline') return { kind: 'person', person: demoPersonId('hotline') };
  const random = randomOf(`${issue.caseId}:collector`);
  const person = cast.one('collector', seatOf('collector'), { random });
  if (issue.fate.twists.includes('on-behalf')) return { kind: 'person', person, onBehalfOf: issue.reporter };
  return { kind: 'person', person };
}

/** The command that opens a planned issue. `partyFirst` is the policy under which the Party organisation considers major matters. */
export function issueStart(
  issue: PlannedIssue,
  { cast, partyFirst }: { cast: Cast; partyFirst: string | null },
): Start {
  const isPasted = issue.fate.twists.includes('pasted');
  const isPage = issue.channel === 'page';
  const input: JsonObject = {
    danger: issue.fate.route === 'danger',
    title: issue.title,
    ...(isPasted ? { pasted: pasted(issue) } : { description: issue.description }),
    unit: unitId('limin'),
    place: unitId(
      issue.matter.scope === 'household' || issue.matter.scope === 'stairwell' ? issue.stairwell : issue.building,
    ),
    category: issue.matter.category,
    channel: issue.channel,
    needsVoice: issue.needsVoice,
    hideFromHandler: randomOf(`${issue.caseId}:hidden`).chance(0.08),
    ...(isPage || issue.isFound ? {} : { reporter: issue.reporter }),
    ...(issue.channel === 'hotline' ? { hotlineNumber: `JYG${String(20260000 + issue.number)}` } : {}),
  };
  const needsParty = issue.fate.twists.includes('major') && partyFirst !== null;
  return {
    workflow: 'issue',
    input,
    actor: openerOf(issue, cast),
    unit: unitId('limin'),
    caseId: issue.caseId,
    ...(needsParty ? { policy: partyFirst } : {}),
  };
}

/** The command that convenes a planned sitting. */
export function meetingStart(meeting: PlannedMeeting): Start {
  const { caseId, unit, level, title, startsAt, members, rule, by } = meeting;
  return {
    workflow: 'meeting',
    input: { unit, level, title, startsAt: toInstant(startsAt), members, ...(rule === undefined ? {} : { rule }) },
    actor: { kind: 'person', person: by },
    unit,
    caseId,
  };
}
