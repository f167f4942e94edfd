import { z } from 'zod';

import { armClock, defineCalendar, dueOf, presetCalendars, type Amount, type Calendar } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Label } from '#libs/engine';
import { explanationOf, lineOf, type Routed, type RoutedLimit } from '#libs/routing';

import type { Platform } from './platform.js';

/** What is asked of a dry run. */
export interface PreviewRequest {
  /** Id, code or name of a matter of the catalogue there. */
  matter: string;
  /** Id or code of the place. */
  place: string;
  /** Local day; default today. */
  on?: string | undefined;
  danger?: boolean | undefined;
}

/** A time of the matter and when it would be over if it were dispatched now. */
export interface PreviewLimit {
  name: string;
  amount: Amount;
  calendar: string;
  /** Whose: the matter or a heading of it, danger, or the policy of tasks. */
  from: 'matter' | 'heading' | 'danger' | 'policy';
  dueAt: string | null;
}

type Parts = Pick<Platform, 'routing' | 'timekeeping' | 'registry' | 'workflows' | 'now' | 'localDateOf'>;

const leadLimit = z.object({
  limits: z.object({ lead: z.object({ amount: z.number(), unit: z.string(), calendar: z.string() }) }),
});

/**
 * Who would get a matter, and why: reads the catalogue, the duty matrix, the admission register and the calendars of the place, and
 * changes nothing. `null`: no such place, or no such matter in the catalogue there.
 */
export async function previewRoute(parts: Parts, tx: Tx, { matter, place, on, danger = false }: PreviewRequest) {
  const now = parts.now();
  const day = on ?? parts.localDateOf(now);
  const routed = await parts.routing.router.route(tx, { matter, place, on: day, danger });
  if (routed === null) return null;
  const { route } = routed;
  const named = (unit: string) => ({ unit, unitName: routed.units.get(unit)?.name ?? unit });
  const [entry] = routed.matters;
  return {
    on: day,
    matter: { id: entry?.id ?? matter, name: entry?.name ?? { zh: matter, en: matter } },
    place: { unit: routed.place.id, unitName: routed.place.name },
    lead: { ...named(route.lead.unit), role: route.lead.role, ground: route.lead.ground, field: route.lead.field },
    tier: route.tier,
    assists: route.assists.map(({ unit, field }) => ({ ...named(unit), field })),
    emergency: route.emergency === null ? null : named(route.emergency.unit),
    limits: await limitsOf(parts, tx, { routed, at: now, danger }),
    considered: route.considered.map((one) => ({ ...one, says: lineOf(routed, one) })),
    explanation: explanationOf(routed) satisfies Label[],
  };
}

interface Timing {
  routed: Routed;
  at: string;
  danger: boolean;
}

async function limitsOf(parts: Parts, tx: Tx, { routed, at, danger }: Timing): Promise<PreviewLimit[]> {
  const { route, matters, place } = routed;
  const isTimed = route.limits.some(({ name }) => name === 'handling');
  const limits = isTimed ? route.limits : [...route.limits, ...policyLimit(parts)];
  const answered = [];
  for (const { name, amount, calendar, matter } of limits) {
    const known = await calendarOf(parts, tx, { unit: place.id, name: calendar });
    const dueAt = known === null ? null : (dueOf(known, armClock(known, amount, at))?.dueAt ?? null);
    const own = matter === matters[0]?.id ? 'matter' : 'heading';
    const from = matter !== null ? own : danger && name === 'handling' ? 'danger' : 'policy';
    answered.push({ name, amount, calendar, from, dueAt } as const);
  }
  return answered;
}

/** Where the catalogue names no time, that of a leading task holds. */
function policyLimit({ workflows }: Parts): RoutedLimit[] {
  const policy = workflows.get('task')?.workflow.policy;
  const known = leadLimit.safeParse(policy?.presets[policy.default]);
  if (!known.success) return [];
  const { amount, unit, calendar } = known.data.limits.lead;
  return [{ name: 'handling', amount: { amount, unit: unit as Amount['unit'] }, calendar, matter: null }];
}

/** The calendar that holds at the place, else the one the program brings. */
async function calendarOf(
  { timekeeping }: Parts,
  tx: Tx,
  { unit, name }: { unit: string; name: string },
): Promise<Calendar | null> {
  const stored = await timekeeping.calendarFor(tx, unit, name);
  return stored === null ? (presetCalendars()[name] ?? null) : defineCalendar(stored.body);
}
