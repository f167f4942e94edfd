import { actActs } from './act.acts.js';
import { deliberateActs } from './deliberate.acts.js';
import { reviewActs } from './review.acts.js';
import { sayActs } from './say.acts.js';

/** Everything people can do to an issue, by the four phases. */
export const issueActs = { ...sayActs, ...deliberateActs, ...actActs, ...reviewActs };
