import { z } from 'zod';

import { fileId, text } from '#libs/contract';
import type { ActDefinition } from '#libs/engine';

import { ARBITERS, DISPATCHERS, DOERS_LEADERS, NOMINEES } from './task.people.js';

const files = z.array(fileId()).max(50);
const reason = text().describe('Why');
const unit = z.string().min(1).meta({ refers: 'unit' }).describe('Unit that is to do it');

/** Whose the task is: dispatched again, transferred, arbitrated, withdrawn. */
export const owningActs = {
  reassign: {
    label: { zh: '改派', en: 'Reassign' },
    help: {
      zh: '派给应当承办的单位；理由不成立时可以仍派原单位。',
      en: 'Give it to the unit it belongs to; if the return is unfounded, to the same one again.',
    },
    input: z.object({ unit, note: text().optional() }),
    who: DISPATCHERS,
  },
  transfer: {
    label: { zh: '转办', en: 'Transfer' },
    help: {
      zh: '转给另一个单位：保留全部经过，新单位另行计时，原单位用掉的时间记在原单位。',
      en: 'To another unit: the history stays, the new holder has a time of its own, the time used stays on the old holder’s account.',
    },
    input: z.object({ unit, reason }),
    who: DISPATCHERS,
  },
  proposeTransfer: {
    label: { zh: '商请转办', en: 'Propose a transfer' },
    help: {
      zh: '单位负责人商请另一个单位接办；对方同意才转，期间计时不停。',
      en: 'Your unit’s leader asks another unit to take it; it moves only if they agree, and your time runs meanwhile.',
    },
    input: z.object({ unit, reason }),
    who: DOERS_LEADERS,
  },
  takeOver: {
    label: { zh: '同意接办', en: 'Take it over' },
    help: {
      zh: '同意接办后不能再退单，时限从现在起算。',
      en: 'It becomes yours, cannot be returned, and its time starts now.',
    },
    input: z.object({}),
    who: NOMINEES,
  },
  declineTransfer: {
    label: { zh: '不同意接办', en: 'Decline the transfer' },
    help: { zh: '写明理由，任务仍在原单位。', en: 'Say why; the task stays where it is.' },
    input: z.object({ reason }),
    who: NOMINEES,
  },
  assignOwner: {
    label: { zh: '裁定承办单位', en: 'Name the owner' },
    help: {
      zh: '必须指定一个承办单位；被指定的单位不得再退。',
      en: 'You must name one owner, who cannot return the task.',
    },
    input: z.object({ unit, reason }),
    who: ARBITERS,
    confirm: true,
  },
  nobodyFits: {
    label: { zh: '裁定由区兜底', en: 'Rule that nobody fits' },
    help: {
      zh: '没有单位的职责与此相符：由首接单位所在的区兜底承办。',
      en: 'No unit’s duty fits: the district of the unit asked first takes it.',
    },
    input: z.object({ reason }),
    who: ARBITERS,
    confirm: true,
  },
  declareImpossible: {
    label: { zh: '裁定无法办理', en: 'Rule that it cannot be done' },
    help: {
      zh: '没有单位能办或者依法不能办：写明理由，附依据。',
      en: 'No unit can or may do it: give the reason and the proof.',
    },
    input: z.object({ reason, evidence: files.min(1) }),
    who: ARBITERS,
    confirm: true,
  },
  withdrawTask: {
    label: { zh: '撤回任务', en: 'Withdraw the task' },
    help: { zh: '派单人撤回，写明理由。', en: 'The dispatcher takes it back and says why.' },
    input: z.object({ reason }),
    who: DISPATCHERS,
    confirm: true,
  },
} satisfies Record<string, ActDefinition>;
