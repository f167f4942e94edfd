import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

import type { Schema } from '../../api/client.js';
import type { Done } from '../../forms/act-form.js';

/** An act that is open in the panel of a case. */
export interface SpecialActFormProps {
  seen: Schema<'Case'>;
  ability: Schema<'Ability'>;
  onBehalfOf?: string | undefined;
  onCancel: () => void;
  onDone: (done: Done) => void;
}

type SpecialActForm = LazyExoticComponent<ComponentType<SpecialActFormProps>>;

/** Acts with a form of their own, as `workflow.act`. Every other act has the form that is made from its schema. */
export const ACT_FORMS: Partial<Record<string, SpecialActForm>> = {
  'issue.dispatch': lazy(async () => ({ default: (await import('../dispatch/dispatch-form.js')).DispatchForm })),
  'appraisal.appraise': lazy(async () => ({ default: (await import('../dispatch/appraise-form.js')).AppraiseForm })),
};
