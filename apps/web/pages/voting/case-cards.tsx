import type { ReactNode } from 'react';
import { Link } from 'react-router';

import type { Schema } from '../../api/client.js';
import { Card } from '../../ui/card.js';
import { StatusChip, When } from '../../ui/status.js';
import { ballotsWords } from '../../words/ballots.words.js';
import { useWords } from '../../words/words.js';
import type { useCases } from './case-lists.js';
import { PagedRows } from '../../ui/paged-rows.js';

interface CaseCardsProps {
  title: string;
  cases: ReturnType<typeof useCases>;
  /** What is said where there are none. */
  empty: ReactNode;
  /** Shown elsewhere on the page. */
  without?: ReadonlySet<string>;
  /** Further lines of a card. */
  more?: (row: Schema<'CaseRow'>) => ReactNode;
}

/** A part of a list page: cards of cases, more on demand. */
export function CaseCards({ title, cases, empty, without, more }: CaseCardsProps) {
  const w = useWords(ballotsWords);
  const rows = cases.rows?.filter(({ id }) => without?.has(id) !== true);
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      <PagedRows list={{ ...cases, rows }} empty={empty}>
        {(shown) => (
          <ul className="ballot-list">
            {shown.map((row) => (
              <Card key={row.id} as="li">
                <h3>
                  <Link to={`/cases/${row.id}`}>
                    <bdi>{row.title ?? w('ballot')}</bdi>
                  </Link>
                </h3>
                <p className="row">
                  <StatusChip status={row.status} label={row.stage.label} />
                  <span className="soft">{row.annex?.unitName}</span>
                </p>
                {more?.(row)}
                <p className="small soft">
                  <When at={row.changedAt} exact />
                </p>
              </Card>
            ))}
          </ul>
        )}
      </PagedRows>
    </section>
  );
}
