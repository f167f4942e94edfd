import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { usePaged } from '../../api/paged.js';
import { questionOf, type LedgerValues } from './ledger.rules.js';

/** The ledger page by page. It stands under the books: live changes do not read thousands of rows anew. */
export function useLedgerRows(values: LedgerValues) {
  const question = questionOf(values);
  const isBulk = values.bulk !== null;
  return usePaged(
    keys.book('ledger', JSON.stringify(question), isBulk),
    (from) => {
      const counted = from.cursor === undefined ? ({ count: 'true' } as const) : from;
      const query = { ...question, ...counted, ...(isBulk ? ({ abilities: 'true' } as const) : {}), limit: 200 };
      return answered(api.GET('/api/v1/cases', { params: { query } }));
    },
    { staleTime: 30_000 },
  );
}
