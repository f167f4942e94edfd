export { CaseWalk, type WalkOptions } from './case-walk.js';
export { explore, leavesOf, type Explored, type Samples } from './explore.js';
export { instant, JournalScript, type ScriptLine, type ScriptNote } from './journal-script.js';
