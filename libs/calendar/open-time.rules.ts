import { blockOf, dayOf, spansOfDay } from './timetable.rules.js';
import type { Block, DayNumber, OpenSpan, Timetable } from './timetable.rules.js';

// Open time is a monotone function of the instant. Everything here is its differences and its two inverses.

/** Open milliseconds of a day before an instant. */
function openBefore(spans: readonly OpenSpan[], ms: number): number {
  let sum = 0;
  for (const { from, to } of spans) {
    if (ms <= from) break;
    sum += Math.min(ms, to) - from;
  }
  return sum;
}

function positionIn(block: Block, day: DayNumber, ms: number): number {
  const index = day - block.firstDay;
  return (block.before[index] ?? 0) + openBefore(block.spans[index] ?? [], ms);
}

function totalOf(block: Block): number {
  return block.before[block.before.length - 1] ?? 0;
}

/** Open milliseconds from one instant to another; negative when `to` is earlier. */
export function openBetween(timetable: Timetable, from: number, to: number): number {
  if (timetable.calendar.roundTheClock) return to - from;
  if (to < from) return -openBetween(timetable, to, from);
  const firstDay = dayOf(timetable, from);
  const lastDay = dayOf(timetable, to);
  let block = blockOf(timetable, firstDay);
  const last = blockOf(timetable, lastDay);
  let sum = -positionIn(block, firstDay, from);
  while (block !== last) {
    sum += totalOf(block);
    block = blockOf(timetable, block.firstDay + block.dates.length);
  }
  return sum + positionIn(last, lastDay, to);
}

/** Index of the first day of the block for which `isReached(open time until the end of that day)`. */
function firstIndex(block: Block, isReached: (openMs: number) => boolean): number {
  let low = 0;
  let high = block.dates.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(block.before[middle + 1] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Earliest instant by which the open time of the block reaches `target` (more than 0, at most the block's total). */
function earliestIn(block: Block, target: number): number {
  const index = firstIndex(block, (openMs) => openMs >= target);
  let rest = target - (block.before[index] ?? 0);
  for (const { from, to } of block.spans[index] ?? []) {
    if (rest <= to - from) return from + rest;
    rest -= to - from;
  }
  return block.starts[index + 1] ?? 0;
}

/** Latest instant at which the open time of the block is still `target` (at least 0, less than the block's total). */
function latestIn(block: Block, target: number): number {
  const index = firstIndex(block, (openMs) => openMs > target);
  let rest = target - (block.before[index] ?? 0);
  for (const { from, to } of block.spans[index] ?? []) {
    if (rest < to - from) return from + rest;
    rest -= to - from;
  }
  return block.starts[index] ?? 0;
}

/**
 * The instant `amount` open milliseconds after an instant, or before it when negative. Ends at a close rather than at the
 * next opening, and backwards at an opening rather than at the previous close. Zero is the instant itself, open or not.
 * Throws `calendar.horizon_exceeded` when there is none.
 */
export function addOpen(timetable: Timetable, ms: number, amount: number): number {
  if (timetable.calendar.roundTheClock || amount === 0) return ms + amount;
  const day = dayOf(timetable, ms);
  let block = blockOf(timetable, day);
  let target = positionIn(block, day, ms) + amount;
  if (amount > 0) {
    while (target > totalOf(block)) {
      target -= totalOf(block);
      block = blockOf(timetable, block.firstDay + block.dates.length);
    }
    return earliestIn(block, target);
  }
  while (target < 0) {
    block = blockOf(timetable, block.firstDay - 1);
    target += totalOf(block);
  }
  return latestIn(block, target);
}

/** Whether an instant lies in open time. Openings count, closes do not. */
export function isOpenAt(timetable: Timetable, ms: number): boolean {
  return spansOfDay(timetable, dayOf(timetable, ms)).some(({ from, to }) => from <= ms && ms < to);
}

/** The instant itself when open, else the next opening. */
export function openFrom(timetable: Timetable, ms: number): number {
  for (let day = dayOf(timetable, ms); ; day += 1) {
    const span = spansOfDay(timetable, day).find(({ to }) => ms < to);
    if (span !== undefined) return Math.max(ms, span.from);
  }
}

/** The instant itself when open or a close, else the previous close. */
export function openUntil(timetable: Timetable, ms: number): number {
  for (let day = dayOf(timetable, ms); ; day -= 1) {
    const span = spansOfDay(timetable, day).findLast(({ from }) => from < ms);
    if (span !== undefined) return Math.min(ms, span.to);
  }
}
