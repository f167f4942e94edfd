import type { JsonObject, Stored } from '#libs/engine';

import { BLANK_ITEM, BLANK_SITTING, KIND_OF_LEVEL } from './meeting.context.js';
import type { MeetingLevel } from './contract.js';

/** 3: speaking list, amendments of their own, proxies, elections, minutes from what happened. What is stored means the same. */
function toThird(stored: Stored): Stored {
  const { context } = stored;
  const items = (context['items'] ?? []) as JsonObject[];
  return {
    ...stored,
    context: {
      ...BLANK_SITTING,
      kind: KIND_OF_LEVEL[context['level'] as MeetingLevel],
      calledBy: 'committee',
      petition: null,
      rhythm: false,
      attended: context['present'] ?? [],
      ...context,
      items: items.map((item) => ({
        ...BLANK_ITEM,
        ...item,
        motion: item['motion'] == null ? null : { amendment: null, past: [], ...(item['motion'] as JsonObject) },
      })),
    },
  };
}

export const meetingMigrations = {
  // 2: who may act and who may know changed, nothing that is stored did
  1: (stored: Stored): Stored => stored,
  2: toThird,
  // 4: minutes say to whom an item was referred, nothing that is stored changed
  3: (stored: Stored): Stored => stored,
};
