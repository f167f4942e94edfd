import { Temporal } from 'temporal-polyfill';

import type { LocalDate } from '#libs/registry';

import type { Colour } from './visits.vocabulary.js';

/** How often a household of one colour is visited, and by whom. */
export interface ColourPlan {
  everyDays: number;
  /** Offices whose holders may take such a household on. */
  roles: readonly string[];
}

/** Numbers and choices of visiting: a community may have others. */
export interface VisitPolicy {
  colours: Readonly<Record<Colour, ColourPlan>>;
  /** Households one person may hold at once: need to know is not a collection. */
  mostHouseholds: number;
  /** Days after which a claim ends unless it is renewed. */
  longestDays: number;
}

/** 五色五访: red daily by those who run the community, green quarterly by building and stairwell leaders. */
export const VISIT_PRESET: VisitPolicy = {
  colours: {
    red: { everyDays: 1, roles: ['coordinator', 'secretary'] },
    orange: { everyDays: 7, roles: ['coordinator', 'gridLeader'] },
    yellow: { everyDays: 14, roles: ['coordinator', 'gridLeader', 'gridMember'] },
    blue: { everyDays: 30, roles: ['coordinator', 'gridLeader', 'gridMember', 'volunteer', 'buildingLeader'] },
    green: { everyDays: 91, roles: ['coordinator', 'gridLeader', 'gridMember', 'volunteer', 'buildingLeader'] },
  },
  mostHouseholds: 30,
  longestDays: 366,
};

/** A day some days after another one. */
export function daysAfter(day: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** When the next visit is due: at once for a household nobody of this claim has seen yet. */
export function nextVisitDue(plan: ColourPlan, claimedFrom: LocalDate, lastVisit: LocalDate | null): LocalDate {
  return lastVisit === null ? claimedFrom : daysAfter(lastVisit, plan.everyDays);
}

/** Whether a claim may run so long: it ends after it begins, and not too late. Days: the first and the first no more. */
export function isClaimPeriod(period: { from: LocalDate; to: LocalDate }, policy: VisitPolicy): boolean {
  return period.from < period.to && period.to <= daysAfter(period.from, policy.longestDays);
}
