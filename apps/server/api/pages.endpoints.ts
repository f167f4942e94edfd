import { deskEndpoints } from './desk.endpoints.js';
import { homeEndpoints } from './home.endpoints.js';
import { insightEndpoints } from './insight.endpoints.js';
import { installationEndpoints } from './installation.endpoints.js';
import { particularsEndpoints } from './particulars.endpoints.js';
import { standingEndpoints } from './standing.endpoints.js';
import { storyEndpoints } from './story.endpoints.js';

/** What pages read in one answer. */
export const pageEndpoints = {
  ...installationEndpoints,
  ...deskEndpoints,
  ...storyEndpoints,
  ...homeEndpoints,
  ...insightEndpoints,
  ...standingEndpoints,
  ...particularsEndpoints,
} as const;
