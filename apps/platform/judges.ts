import type { ActCommand, StartCommand } from '#libs/cases';
import type { RefusalBody } from '#libs/contract';

import { AppraisalSeats } from './appraisal-seats.js';
import { CostSeats } from './cost-seats.js';
import { JointSeats, type JointSeatsParts } from './joint-seats.js';
import { PetitionSignatures } from './petition-signatures.js';
import { SealSeats } from './seal-seats.js';
import { SignOffSeats } from './sign-off-seats.js';
import { TaskSeats } from './task-seats.js';

interface Judge {
  judge: (command: ActCommand) => Promise<RefusalBody | null>;
}

interface StartJudge {
  judgeStart: (command: StartCommand) => Promise<RefusalBody | null>;
}

/** What is held against the registry before an act is carried out, by workflow: a chart knows nothing of who works where. */
export function judgeOf(
  parts: JointSeatsParts,
): (command: ActCommand, workflow: string) => Promise<RefusalBody | null> {
  const judges: Readonly<Record<string, Judge | undefined>> = {
    petition: new PetitionSignatures(parts),
    'joint-meeting': new JointSeats(parts),
    appraisal: new AppraisalSeats(parts),
    task: new TaskSeats(parts),
    seal: new SealSeats(parts),
    'sign-off': new SignOffSeats(parts),
  };
  return (command, workflow) => judges[workflow]?.judge(command) ?? Promise.resolve(null);
}

/** The same before a person starts a case. */
export function startJudgeOf(parts: JointSeatsParts): (command: StartCommand) => Promise<RefusalBody | null> {
  const judges: Readonly<Record<string, StartJudge | undefined>> = {
    'joint-meeting': new JointSeats(parts),
    appraisal: new AppraisalSeats(parts),
    'cost-share': new CostSeats(parts),
    'sign-off': new SignOffSeats(parts),
  };
  return (command) => judges[command.workflow]?.judgeStart(command) ?? Promise.resolve(null);
}
