import { z } from 'zod';

import { text } from '#libs/contract';
import type { ActDefinition } from '#libs/engine';

import { LAST_VERIFIERS, SUBSTITUTES, SUPERVISORS } from './task.people.js';

const passNote = z.object({ note: text().optional() });
const backNote = z.object({ reason: text().describe('What is wrong, and what would make it good') });

const verifyHelp = {
  zh: '看过证据或到现场看过，确认已经办好。经办人不能核验自己的工作。',
  en: 'You saw the evidence or the place and it is done. Nobody verifies their own work.',
};
const backHelp = {
  zh: '没有办好：写明哪里不行、怎样才算好。',
  en: 'It is not done: say what is wrong and what would make it good.',
};

/** Somebody other than the handler looks at the work. */
export const verifyingActs = {
  verify: { label: { zh: '核验通过', en: 'Verify' }, help: verifyHelp, input: passNote, who: SUPERVISORS },
  sendBack: { label: { zh: '退回重办', en: 'Send back' }, help: backHelp, input: backNote, who: SUPERVISORS },
  verifyInstead: {
    label: { zh: '代为核验通过', en: 'Verify as substitute' },
    help: verifyHelp,
    input: passNote,
    who: SUBSTITUTES,
  },
  sendBackInstead: {
    label: { zh: '代为退回重办', en: 'Send back as substitute' },
    help: backHelp,
    input: backNote,
    who: SUBSTITUTES,
  },
  coordinatorVerify: {
    label: { zh: '协调员核验通过', en: 'Verify as coordinator' },
    help: verifyHelp,
    input: passNote,
    who: LAST_VERIFIERS,
  },
  coordinatorSendBack: {
    label: { zh: '协调员退回重办', en: 'Send back as coordinator' },
    help: backHelp,
    input: backNote,
    who: LAST_VERIFIERS,
  },
} satisfies Record<string, ActDefinition>;
