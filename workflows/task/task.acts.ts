import { askingActs } from './asking.acts.js';
import { doingActs } from './doing.acts.js';
import { owningActs } from './owning.acts.js';
import { verifyingActs } from './verifying.acts.js';

/** Everything people do to a task. */
export const taskActs = { ...doingActs, ...askingActs, ...owningActs, ...verifyingActs };
