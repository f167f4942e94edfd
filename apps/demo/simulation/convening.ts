import { idFromName } from '#libs/registry';
import type { UnitId } from '#libs/registry';

import { demoPersonId } from '../limin/demo-people.js';
import { unitId } from '../limin/limin.units.js';
import { localClock, localHour, nextMoment, toInstant } from './office-hours.js';
import type { PlannedIssue } from './plan.js';
import type { IssueSight } from './issue.sight.js';

/** A sitting that somebody is going to convene. */
export interface PlannedMeeting {
  caseId: string;
  /** When it is convened, epoch milliseconds. */
  at: number;
  unit: UnitId;
  level: 'building' | 'grid' | 'council' | 'assembly';
  title: string;
  startsAt: number;
  members: number;
  rule?: string;
  by: string;
}

const DAY = 86_400_000;

/** Monthly councils on the third Wednesday afternoon, and an assembly every ten weeks on a Saturday morning. */
export function meetingCalendar({
  seed,
  from,
  until,
}: {
  seed: string;
  from: number;
  until: number;
}): PlannedMeeting[] {
  const meetings: PlannedMeeting[] = [];
  for (let day = from; day < until; day += DAY) {
    const { weekday, month } = localClock(day);
    const date = new Date(day + 8 * 3_600_000).getUTCDate();
    if (weekday === 3 && date >= 15 && date <= 21) meetings.push(council(seed, day, month));
  }
  for (let day = from + 42 * DAY; day < until; day += 70 * DAY)
    meetings.push(assembly(seed, day, meetings.length % 3 !== 0));
  return meetings.filter((meeting) => meeting.at >= from).sort((a, b) => a.at - b.at);
}

function council(seed: string, day: number, month: number): PlannedMeeting {
  const startsAt = localHour(day, 15);
  return {
    caseId: idFromName(`${seed}:council:${String(startsAt)}`),
    at: localHour(day, 9, -7),
    unit: unitId('limin'),
    level: 'council',
    title: `“拉家常”居民议事会(${String(month)}月例会)`,
    startsAt,
    members: 20,
    by: demoPersonId('coordinator'),
  };
}

function assembly(seed: string, from: number, isOfResidents: boolean): PlannedMeeting {
  const { weekday } = localClock(from);
  const saturday = from + ((6 - weekday + 7) % 7) * DAY;
  const startsAt = localHour(saturday, 9.5);
  // delegates of the residents' groups: under the law in force since 2026 the numbers are to be confirmed
  const isUnderNewLaw = isOfResidents && toInstant(startsAt) >= '2026-01-02';
  return {
    caseId: idFromName(`${seed}:assembly:${String(startsAt)}`),
    at: localHour(saturday, 9, -10),
    unit: unitId('limin'),
    level: 'assembly',
    title: isUnderNewLaw ? '居民会议(居民小组代表)' : '居民代表会议',
    startsAt,
    members: 61,
    ...(isUnderNewLaw ? { rule: 'residents-assembly-groups-2026' } : {}),
    by: demoPersonId('secretary'),
  };
}

/** A talk in the building or in the grid's parlour, called because an issue waits for one: an evening some days later. */
export function talkFor(issue: PlannedIssue, sight: IssueSight, waitingSince: number): PlannedMeeting | null {
  const { level } = sight;
  if (level !== 'building' && level !== 'grid') return null;
  const code = level === 'building' ? issue.building : issue.grid;
  const at = nextMoment(waitingSince + 4 * 3_600_000, 'office');
  return {
    caseId: idFromName(`${issue.caseId}:talk:${String(sight.counts['agendas'] ?? 0)}`),
    at,
    unit: unitId(code),
    level,
    title: level === 'building' ? `${issue.place.building}楼栋会` : `网格会客厅议事(${issue.grid.slice(-1)}网格)`,
    startsAt: localHour(at, 19, level === 'building' ? 4 : 5),
    members: level === 'building' ? 36 : 200,
    by: demoPersonId('coordinator'),
  };
}
