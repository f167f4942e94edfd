import type { SealOutput } from './contract.js';
import type { SealContext } from './seal.context.js';

const DAY = 86_400_000;

/** What the chain learns when the step is over. */
export function outputWhenDone({ context }: { context: SealContext }): SealOutput {
  const { step, round, unit, affixed, signature, conditions, submittedAt, endedAt, askings } = context;
  const result = context.ending ?? 'cancelled';
  const ended = endedAt ?? submittedAt ?? '';
  const isSigned = result === 'signed';
  return {
    step,
    round,
    result,
    unit,
    seals: isSigned ? affixed : 0,
    number: isSigned ? (signature?.number ?? null) : null,
    document: isSigned ? (signature?.document ?? null) : null,
    validUntil: isSigned ? (signature?.validUntil ?? null) : null,
    conditions: isSigned ? conditions.map(({ text }) => text) : [],
    bySilence: isSigned && signature?.by === null,
    submittedAt,
    endedAt: ended,
    days: submittedAt === null ? 0 : Math.floor((Date.parse(ended) - Date.parse(submittedAt)) / DAY),
    askings,
  };
}
