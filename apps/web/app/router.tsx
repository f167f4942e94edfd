import { createBrowserRouter } from 'react-router';

import { routes as caseRoutes } from '../pages/cases/routes.js';
import { routes as coordinatorRoutes } from '../pages/coordinator/routes.js';
import { routes as dispatchRoutes } from '../pages/dispatch/routes.js';
import { routes as insightRoutes } from '../pages/insight/routes.js';
import { routes as meetingRoutes } from '../pages/meetings/routes.js';
import { routes as operationRoutes } from '../pages/operations/routes.js';
import { routes as accountRoutes } from '../pages/account/routes.js';
import { routes as registryRoutes } from '../pages/registry/routes.js';
import { routes as residentRoutes } from '../pages/resident/routes.js';
import { routes as votingRoutes } from '../pages/voting/routes.js';
import { BrokenPage, NotFoundPage } from './fallback.page.js';
import { Shell } from './shell.js';

/** Every page, by area. An area names its own paths and loads a page when somebody goes there. */
export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <BrokenPage />,
    hydrateFallbackElement: <></>,
    children: [
      {
        errorElement: <BrokenPage />,
        children: [
          ...residentRoutes,
          ...accountRoutes,
          ...votingRoutes,
          ...caseRoutes,
          ...coordinatorRoutes,
          ...meetingRoutes,
          ...dispatchRoutes,
          ...insightRoutes,
          ...registryRoutes,
          ...operationRoutes,
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
