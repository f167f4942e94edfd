import { instantOf } from './local-time.js';
import type { Step } from './scenario.types.js';
import { act, convenes, until } from './words.js';

/** Representatives who come: more than two thirds of 61. */
const PRESENT = 45;

/** The secretary convenes the residents' representatives. */
export function convenesAssembly(as: string, starts: string): Step {
  return convenes('secretary', as, (here) => ({
    unit: here.unit('limin'),
    level: 'assembly',
    title: '居民代表会议',
    startsAt: instantOf(starts),
    members: 61,
  }));
}

/** The hour comes, the representatives are entered, the chair opens. */
export function representativesSit(meeting: string, starts: string): Step[] {
  return [
    until(starts),
    act('coordinator', `${meeting}.recordArrivals`, (here) => ({
      persons: here.members('representative@limin-assembly', PRESENT),
    })),
    act('chair', `${meeting}.openSitting`),
  ];
}

/** Moved, seconded, put to the vote, counted and confirmed. Forty-five are present. */
export function representativesVote(meeting: string, [yes, no, abstain]: readonly [number, number, number]): Step[] {
  return [
    act('representative', `${meeting}.propose`, async (here) => ({ existing: await here.measure(1) })),
    act('representative@limin-assembly#2', `${meeting}.second`),
    act('chair', `${meeting}.putToVote`),
    act('supervisor', 'ballot.recordCount', { method: 'paper', yes, no, abstain, invalid: 0 }),
    act('secretary', 'ballot.confirmCount'),
  ];
}
