import { policyEndpoints } from './policies.endpoints.js';
import { registerEndpoints } from './registers.endpoints.js';
import { registryEndpoints } from './registry.endpoints.js';
import { rosterEndpoints } from './rosters.endpoints.js';
import { routingEndpoints } from './routing.endpoints.js';
import { ruleEndpoints } from './rules.endpoints.js';
import { visitEndpoints } from './visits.endpoints.js';
import { signOffEndpoints } from './sign-offs.endpoints.js';

/** Who lives where, who is visited, by which rules they decide, and what they have decided. */
export const communityEndpoints = {
  ...registryEndpoints,
  ...visitEndpoints,
  ...ruleEndpoints,
  ...policyEndpoints,
  ...rosterEndpoints,
  ...routingEndpoints,
  ...registerEndpoints,
  ...signOffEndpoints,
} as const;
