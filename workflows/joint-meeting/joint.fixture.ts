/*
 * What a joint meeting is given and said in tests. Imported by tests only.
 */

export const CALLED = {
  unit: 'qilian',
  place: 'road',
  departments: ['jyg', 'roads'],
  named: 'text-road',
  because: 'text-why',
  first: 'qilian-roads',
  issue: null,
  task: null,
  caller: null,
  matter: null,
  confidential: false,
  round: 1,
};
export const SITTING = { startsAt: '2026-11-03T01:00:00.000Z', where: 'text-room' };
export const LEAD = { unit: 'qilian', part: 'lead', instruction: 'text-lead', limit: null, matter: null };
export const ASSIST = { unit: 'jyg', part: 'assist', instruction: 'text-assist', limit: null, matter: 'drainage' };
export const MINUTE = { minute: 'text-minute', duties: [LEAD, ASSIST], owner: 'qilian', ground: 'text-ground' };
export const FOUND = { chair: 'qilian', upper: null, keeper: 'qilian', crossing: true };
export const DONE = {
  result: 'verified',
  unit: 'qilian',
  answer: 'text-answer',
  evidence: ['file-1'],
  redoCount: 0,
  contact: null,
};
