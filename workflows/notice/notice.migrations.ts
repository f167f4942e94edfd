import type { JsonObject, Stored } from '#libs/engine';

const NEW: JsonObject = {
  kind: 'result',
  fields: {},
  owners: false,
  tellsParent: false,
  withdrawal: null,
  returns: 0,
};

/** 2: templates, reviews of dismissals, appeals against a withdrawal. What hangs goes on hanging; nobody had asked for a review. */
function toSecond(stored: Stored): Stored {
  const objections = (stored.context['objections'] ?? []) as JsonObject[];
  return {
    ...stored,
    context: {
      ...NEW,
      ...stored.context,
      objections: objections.map((one) => ({
        ...one,
        answeredAt: one['decision'] === null ? null : (one['at'] ?? null),
        review: null,
      })),
    },
  };
}

export const noticeMigrations = { 1: toSecond };
