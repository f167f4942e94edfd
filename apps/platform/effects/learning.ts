import { z } from 'zod';

import type { EffectHandler } from '#libs/cases';
import type { Database } from '#libs/database';
import type { Registry } from '#libs/registry';
import { Routing } from '#libs/routing';

/** What admission and lessons are read and written with. */
export interface LearningParts {
  database: Database;
  registry: Registry;
  localDateOf: (instant: string) => string;
  now: () => string;
}

const lesson = z.object({
  matter: z.string().nullable(),
  place: z.string(),
  owner: z.string(),
  returnedBy: z.array(z.string()),
  grounds: z.array(z.string()),
});
const handedDown = z.object({ matter: z.string().nullable(), from: z.string(), unit: z.string() });

/** What a task asks of the admission register, and what its end teaches about the duty matrix. */
export function learningHandlers(parts: LearningParts): Record<string, EffectHandler> {
  const { database, registry, localDateOf, now } = parts;
  const routing = new Routing(registry);
  return {
    'task.learnOwner': async (call) => {
      const { matter, ...settled } = lesson.parse(call.payload);
      if (matter === null) return undefined;
      await database.transaction(
        async (tx) => {
          // a matter that has left the catalogue teaches nothing
          if ((await registry.matter(tx, matter)) === null) return;
          await routing.lessons.learn(tx, { ...settled, matter, id: call.id, caseId: call.caseId, at: call.at });
        },
        { retries: 3 },
      );
      return undefined;
    },
    'task.checkAdmission': async (call) => {
      const { matter, from, unit } = handedDown.parse(call.payload);
      const on = localDateOf(now());
      const found =
        matter === null
          ? { admitted: true, entry: null, reason: 'no_matter' }
          : await database.transaction((tx) => routing.admissions.admits(tx, { matter, from, to: unit, on }), {
              readOnly: true,
            });
      return { type: 'admission.checked', payload: { ...found } };
    },
  };
}
