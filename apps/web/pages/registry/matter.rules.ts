import { flawOf, questionsOf, schemaOf, type Question } from './questions.rules.js';

/** A matter while it is edited: everything as text. */
export interface MatterDraft {
  zh: string;
  en: string;
  code: string;
  parent: string | null;
  competence: string | null;
  /** How long handling may take; empty: the clock of the heading, or of the policy. */
  amount: string;
  measure: string | null;
  guideZh: string;
  guideEn: string;
  /** `null`: more than the editor can show; they stay as they are. */
  questions: Question[] | null;
  reason: string;
}

interface KnownMatter {
  id: string;
  parent: string | null;
  code: string;
  name: { zh: string; en: string };
  competence: string | null;
  limits: Record<string, { amount: number; unit: string }>;
  questions?: unknown;
  guide: { text: { zh: string; en: string }; pictures: string[] } | null;
}

/** What the form begins with. */
export function begunMatter(known: KnownMatter | null): MatterDraft {
  const { amount, unit: measure } = known?.limits['handling'] ?? {};
  return {
    zh: known?.name.zh ?? '',
    en: known?.name.en ?? '',
    code: known?.code ?? '',
    parent: known?.parent ?? null,
    competence: known?.competence ?? null,
    amount: amount === undefined ? '' : String(amount),
    measure: measure ?? null,
    guideZh: known?.guide?.text.zh ?? '',
    guideEn: known?.guide?.text.en ?? '',
    questions: questionsOf(known?.questions),
    reason: '',
  };
}

const isBlank = (text: string): boolean => text.trim() === '';

/** Names of the parts that are not right yet. */
export function flawsOfMatter(draft: MatterDraft): string[] {
  const amount = Number(draft.amount);
  const isTimed = !isBlank(draft.amount);
  return [
    ...(['zh', 'en', 'code', 'reason'] as const).filter((name) => isBlank(draft[name])),
    ...(isTimed && !(amount > 0 && amount <= 10_000) ? ['amount'] : []),
    ...(isTimed && draft.measure === null ? ['measure'] : []),
    ...(!isBlank(draft.guideZh) && isBlank(draft.guideEn) ? ['guideEn'] : []),
    ...((draft.questions ?? []).some((question) => flawOf(question) !== null) ? ['questions'] : []),
  ];
}

/** What is sent: other clocks and pictures of the guide stay as they are. */
export function bodyOf(draft: MatterDraft, known: KnownMatter | null): Record<string, unknown> {
  const { handling: _, ...others } = known?.limits ?? {};
  const isTimed = !isBlank(draft.amount) && draft.measure !== null;
  const hasGuide = !isBlank(draft.guideZh) || !isBlank(draft.guideEn);
  return {
    ...(known === null ? {} : { id: known.id }),
    parent: draft.parent,
    code: draft.code.trim(),
    name: { zh: draft.zh.trim(), en: draft.en.trim() },
    competence: draft.competence,
    limits: { ...others, ...(isTimed ? { handling: { amount: Number(draft.amount), unit: draft.measure } } : {}) },
    guide: hasGuide ? { text: { zh: draft.guideZh, en: draft.guideEn }, pictures: known?.guide?.pictures ?? [] } : null,
    ...(draft.questions === null ? {} : { questions: schemaOf(draft.questions) }),
    reason: draft.reason.trim(),
  };
}
