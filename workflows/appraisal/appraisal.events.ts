import type { InputOf } from '#libs/contract';
import type { ActEvent, CancelledEvent } from '#libs/engine';

import type { appraisalActs } from './appraisal.acts.js';

type Acts = typeof appraisalActs;
type ActEvents = { [Name in keyof Acts]: ActEvent<Name, InputOf<Acts[Name]['input']>> }[keyof Acts];
export type AppraisalEvent = ActEvents | CancelledEvent;
