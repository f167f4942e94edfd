import { act, convenes, until } from './words.js';
import type { Step } from './scenario.types.js';
import { instantOf } from './local-time.js';

/** Members of the council who come to every sitting of the scenarios. */
const PRESENT = 16;

interface Sitting {
  /** Local time at which it starts. */
  starts: string;
  title: string;
}

/** The coordinator convenes a sitting of the council; issues that wait for one join its agenda. */
export function convenesCouncil(as: string, { starts, title }: Sitting): Step {
  return convenes('coordinator', as, (here) => ({
    unit: here.unit('limin'),
    level: 'council',
    title,
    startsAt: instantOf(starts),
    members: 20,
  }));
}

/** The hour comes, members are entered, the chair opens. */
export function sits(meeting: string, starts: string): Step[] {
  return [
    until(starts),
    act('secretary', `${meeting}.recordArrivals`, (here) => ({
      persons: here.members('deliberator@limin-deliberators', PRESENT),
    })),
    act('chair', `${meeting}.openSitting`),
  ];
}

/** The chair calls the item of an issue. */
export function takesUp(meeting: string, issue = 'issue'): Step {
  return act('chair', `${meeting}.presentItem`, async (here) => ({ issue: await here.id(issue) }));
}

/** Moved, seconded, put to the vote, counted by one and confirmed by another. Sixteen are present. */
export function votes(meeting: string, measure: number, [yes, no, abstain]: readonly [number, number, number]): Step[] {
  return [
    act('deliberator', `${meeting}.propose`, async (here) => ({ existing: await here.measure(measure) })),
    act('deliberator@limin-deliberators#3', `${meeting}.second`),
    act('chair', `${meeting}.putToVote`),
    act('supervisor', 'ballot.recordCount', { method: 'hands', yes, no, abstain, invalid: 0 }),
    act('representative', 'ballot.confirmCount'),
  ];
}

/** The sitting is closed; the secretary drafts the minutes, the chair signs them. */
export function closes(meeting: string, minutes: string): Step[] {
  return [
    act('chair', `${meeting}.closeSitting`),
    act('secretary', `${meeting}.draftMinutes`, { text: minutes }),
    act('chair', `${meeting}.signMinutes`),
  ];
}
