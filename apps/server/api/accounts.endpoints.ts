import { accountEndpoints } from './account.endpoints.js';
import { authorisationEndpoints } from './authorisations.endpoints.js';
import { directoryEndpoints } from './directory.endpoints.js';
import { sessionEndpoints } from './session.endpoints.js';
import { singleSignOnEndpoints } from './single-sign-on.endpoints.js';
import { slipEndpoints } from './slips.endpoints.js';

/** Everything about coming in: sessions, one's own account, accounts of others, slips, single sign-on, authorised relatives. */
export const accountsEndpoints = {
  ...sessionEndpoints,
  ...accountEndpoints,
  ...directoryEndpoints,
  ...slipEndpoints,
  ...singleSignOnEndpoints,
  ...authorisationEndpoints,
} as const;
