import { deskEndpoints } from './desk.endpoints.js';
import { installationEndpoints } from './installation.endpoints.js';

/** What pages read in one answer. */
export const pageEndpoints = {
  ...installationEndpoints,
  ...deskEndpoints,
} as const;
