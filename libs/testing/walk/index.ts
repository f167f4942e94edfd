export { CaseWalk, type WalkOptions } from './case-walk.js';
export { explore, leavesOf, type Explored, type Samples } from './explore.js';
