import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';

/** The first page of somebody; of the community `unit` for visitors. */
export const homeQuery = (person: string | null, unit?: string) => ({
  queryKey: keys.list('home', person, unit),
  queryFn: () => answered(api.GET('/api/v1/home', { params: { query: unit === undefined ? {} : { unit } } })),
});
