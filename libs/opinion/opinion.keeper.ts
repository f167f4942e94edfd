import { holding, type Keeper } from '#libs/privacy';

import type { Opinions } from './opinions.service.js';

/** The part of deliberations: what somebody has said and answered; erased, nobody can tell any more whose it was. */
export function opinionKeeper(opinions: Pick<Opinions, 'heldAbout' | 'forget'>): Keeper {
  return {
    name: 'opinion',
    held: async (ids) => {
      const { statements, positions } = await opinions.heldAbout(ids);
      return [
        holding('statements', ['我在协商中提出的观点', 'Statements I have said in deliberations'], statements),
        holding('positions', ['我在协商中的表态', 'Positions I have taken in deliberations'], positions),
      ];
    },
    erase: (ids) => opinions.forget(ids),
  };
}
