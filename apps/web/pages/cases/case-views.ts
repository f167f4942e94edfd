import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

import type { Schema } from '../../api/client.js';

/** A case as its page has read it. */
export interface CaseViewProps {
  seen: Schema<'Case'>;
}

type CaseView = LazyExoticComponent<ComponentType<CaseViewProps>>;

/**
 * Workflows whose cases have a page of their own. Every other case is shown by the general page, which needs nothing but the chart:
 * a new workflow works without a line here.
 */
export const CASE_VIEWS: Partial<Record<string, CaseView>> = {
  issue: lazy(async () => ({ default: (await import('../resident/issue-view.js')).IssueView })),
  meeting: lazy(async () => ({ default: (await import('../meetings/meeting-view.js')).MeetingView })),
  ballot: lazy(async () => ({ default: (await import('../voting/ballot-view.js')).BallotView })),
  petition: lazy(async () => ({ default: (await import('../voting/petition-view.js')).PetitionView })),
  covenant: lazy(async () => ({ default: (await import('../voting/covenant-view.js')).CovenantView })),
  deliberation: lazy(async () => ({ default: (await import('../voting/deliberation-view.js')).DeliberationView })),
  notice: lazy(async () => ({ default: (await import('../resident/notice-view.js')).NoticeView })),
  task: lazy(async () => ({ default: (await import('../dispatch/task-view.js')).TaskView })),
  'sign-off': lazy(async () => ({ default: (await import('../dispatch/chain-view.js')).ChainView })),
  seal: lazy(async () => ({ default: (await import('../dispatch/seal-view.js')).SealView })),
  'cost-share': lazy(async () => ({ default: (await import('../dispatch/costs-view.js')).CostsView })),
  'joint-meeting': lazy(async () => ({ default: (await import('../dispatch/joint-view.js')).JointView })),
  exclusion: lazy(async () => ({ default: (await import('../dispatch/exclusion-view.js')).ExclusionView })),
  appraisal: lazy(async () => ({ default: (await import('../dispatch/appraisal-view.js')).AppraisalView })),
};

/** The general page, also one press away from every other. */
export const GeneralCaseView: CaseView = lazy(async () => ({
  default: (await import('./general-case-view.js')).GeneralCaseView,
}));
