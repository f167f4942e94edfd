import { isBlank } from '../../forms/form.rules.js';

/** The questions of a report, one a screen. */
export const REPORT_STEPS = ['danger', 'what', 'where', 'similar', 'photos', 'check'] as const;
export type ReportStep = (typeof REPORT_STEPS)[number];

/** What somebody has said so far; kept on this device until it is sent. */
export interface ReportDraft {
  /** Who began it: another person on the same device begins anew. `null`: a visitor, who signs in before sending. */
  person: string | null;
  danger: boolean | null;
  title: string;
  description: string;
  /** Unit of the place: a building, a stairwell, or the community itself. `''`: not said yet. */
  place: string;
  /** Whether the place was looked for, as it is none of one's own. */
  isElsewhere: boolean;
  files: string[];
  category: string | null;
  hideFromHandler: boolean;
  /** For those who enter what others say. */
  reporter: string;
  channel: string;
}

export const EMPTY_REPORT: ReportDraft = {
  person: null,
  danger: null,
  title: '',
  description: '',
  place: '',
  isElsewhere: false,
  files: [],
  category: null,
  hideFromHandler: false,
  reporter: '',
  channel: 'page',
};

export const LONGEST_TITLE = 120;
export const LONGEST_DESCRIPTION = 4000;

/** The screens somebody passes: in danger nothing is asked that can wait, and what is similar is shown where there is something. */
export function stepsOf({ danger }: Pick<ReportDraft, 'danger'>, hasSimilar: boolean): readonly ReportStep[] {
  if (danger === true) return ['danger', 'what', 'where', 'check'];
  return REPORT_STEPS.filter((step) => step !== 'similar' || hasSimilar);
}

/** What is missing on a screen, as a key of the words; `null`: one may go on. */
export function missingOn(step: ReportStep, draft: ReportDraft): 'needDanger' | 'needTitle' | 'needPlace' | null {
  if (step === 'danger') return draft.danger === null ? 'needDanger' : null;
  if (step === 'what') return isBlank(draft.title) ? 'needTitle' : null;
  if (step === 'where') return draft.place === '' ? 'needPlace' : null;
  return null;
}

/** The first screen on which something is missing, for those who come back to a draft or to an address. */
export function firstOpen(draft: ReportDraft, steps: readonly ReportStep[]): ReportStep {
  return steps.find((step) => missingOn(step, draft) !== null) ?? 'check';
}

/** Which screen is shown: the one asked for, but never one behind a question that is not answered. */
export function shownStep(asked: string | null, draft: ReportDraft, steps: readonly ReportStep[]): ReportStep {
  const open = firstOpen(draft, steps);
  const found = REPORT_STEPS.find((step) => step === asked);
  if (found === undefined) return 'danger';
  return REPORT_STEPS.indexOf(found) <= REPORT_STEPS.indexOf(open) ? found : open;
}

/** The draft of whoever looks: a visitor's becomes theirs when they sign in, another person's is not shown. */
export function draftFor(draft: ReportDraft, person: string | null): ReportDraft {
  if (draft.person === person) return draft;
  return draft.person === null ? { ...draft, person } : { ...EMPTY_REPORT, person };
}

/** What the service is told. `community`: where the matter belongs. */
export function reportInput(
  draft: ReportDraft,
  { community, isStaff }: { community: string; isStaff: boolean },
): Record<string, unknown> {
  const description = draft.description.trim();
  return {
    danger: draft.danger === true,
    title: draft.title.trim(),
    description: isBlank(description) ? null : description,
    unit: community,
    place: draft.place === community ? null : draft.place,
    files: draft.files,
    category: draft.category,
    hideFromHandler: draft.hideFromHandler,
    ...(isStaff ? { channel: draft.channel, reporter: draft.reporter === '' ? null : draft.reporter } : {}),
  };
}
