import type { GuardDefinition } from '#libs/engine';

import type { SealContext } from './seal.context.js';
import type { SealEvent } from './seal.events.js';
import { missingPapers } from './seal.vocabulary.js';

type CaseArgs = { context: SealContext };
type InputArgs = { context: SealContext; event: SealEvent };

const silenceIsConsent = ({ context }: CaseArgs): boolean => context.silence !== null;
const askingsLeft = ({ context }: CaseArgs): boolean => context.askings < context.policy.askingsMost;
const mayRefuse = ({ context }: CaseArgs): boolean => !context.directed;
const appealsLeft = ({ context }: CaseArgs): boolean => context.appeals < context.policy.appealsMost;
const resubmissionsLeft = ({ context }: CaseArgs): boolean => context.resubmissions < context.policy.resubmissionsMost;

/** Nothing the step lists or the department asked for is left out. */
function isComplete({ context, event }: InputArgs): boolean {
  if (event.type !== 'submit' && event.type !== 'supply') return false;
  const given = new Set(event.input.papers.map(({ name }) => name));
  return missingPapers(context).every((name) => given.has(name));
}

function isStillValid({ event }: InputArgs): boolean {
  if (event.type !== 'sign' && event.type !== 'signWithConditions') return false;
  const { validUntil } = event.input;
  return validUntil === undefined || validUntil >= event.on;
}

function sealsFit({ context, event }: InputArgs): boolean {
  return event.type === 'sign' && (event.input.seals ?? 0) <= context.seals - context.affixed;
}

function isLastSeal({ context, event }: InputArgs): boolean {
  if (event.type !== 'sign') return false;
  const left = context.seals - context.affixed;
  return (event.input.seals ?? left) === left;
}

/** Implementations for the chart. */
export const sealGuards = {
  silenceIsConsent,
  askingsLeft,
  mayRefuse,
  appealsLeft,
  resubmissionsLeft,
  isComplete,
  isStillValid,
  sealsFit,
  isLastSeal,
};

const overCase = (zh: string, en: string): GuardDefinition => ({ over: 'case', refusal: { zh, en } });
const overInput = (zh: string, en: string): GuardDefinition => ({ over: 'input', refusal: { zh, en } });

/** What each guard reads and what a refused person is told. */
export const sealGuardTexts: Record<keyof typeof sealGuards, GuardDefinition> = {
  silenceIsConsent: overCase('逾期不等于同意。', 'Silence is no consent here.'),
  askingsLeft: overCase(
    '补正次数已满：请签章，或者写明理由和依据拒签。',
    'You have asked for papers often enough: sign, or refuse with reason and basis.',
  ),
  mayRefuse: overCase(
    '上一级已经裁定继续办理，不得再拒签：请签章或者附条件签章。',
    'The tier above has ruled that it goes on: sign, or sign with conditions.',
  ),
  appealsLeft: overCase('已经申诉过：可以修改方案重新递交。', 'It was appealed already: hand in a changed plan.'),
  resubmissionsLeft: overCase('重新递交次数已满：可以申诉。', 'It was handed in often enough: appeal.'),
  isComplete: overInput('材料不齐：请按清单补齐。', 'Papers are missing: bring everything on the list.'),
  isStillValid: overInput('有效期已过：请填今天或者以后的日期。', 'The last valid day is past: give one that is not.'),
  sealsFit: overInput('章数超过这一步所需：请核对。', 'More seals than the step needs: check the number.'),
  isLastSeal: overInput('还有章没有盖齐。', 'More seals are needed.'),
};
