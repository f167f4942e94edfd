import type { ReactNode } from 'react';

import type { PagedList } from '../api/paged.js';
import { uiWords } from '../words/ui.words.js';
import { useWords } from '../words/words.js';
import { Button } from './button.js';
import { NotYet } from './problem.js';

interface PagedRowsProps<Row> {
  list: PagedList<Row>;
  /** What stands there when the list has no rows. */
  empty?: ReactNode;
  /** `scroll`: the rows ask for more by themselves when their end comes into sight. */
  more?: 'normal' | 'big' | 'scroll';
  children: (rows: Row[]) => ReactNode;
}

/** Rows of a list that is read part by part, or what is said in their place, and more of them on demand. */
export function PagedRows<Row>({ list, empty, more = 'normal', children }: PagedRowsProps<Row>) {
  const w = useWords(uiWords);
  const { rows, error, refetch, hasMore, isReadingOn, readOn } = list;
  if (rows === undefined) return <NotYet error={error} onRetry={refetch} />;
  return (
    <>
      {rows.length === 0 ? empty : children(rows)}
      {hasMore && more !== 'scroll' && (
        <p>
          <Button size={more} isPending={isReadingOn} onPress={readOn}>
            {w('more')}
          </Button>
        </p>
      )}
    </>
  );
}
