import { noop, type QueryClient } from '@tanstack/react-query';

import { homeQuery } from '../pages/resident/home-query.js';
import { meQuery, sessionQuery } from './session.js';

/**
 * Asks for what pages begin with while the page itself is still on its way: on a telephone every question that waits for another
 * costs a part of a second. What fails here is asked for again by the page, which says so. Comes when it is known who looks.
 */
export async function readAhead(client: QueryClient): Promise<void> {
  try {
    const { person, secondFactor } = await client.query(sessionQuery);
    if (person === null || secondFactor !== 'passed') return;
    client.query(meQuery).catch(noop);
    if (location.pathname === '/') client.query(homeQuery(person)).catch(noop);
  } catch {
    // the page asks itself
  }
}
