import { Link, useSearchParams } from 'react-router';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { useTimes } from '../../app/times.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { EmptyState } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { residentWords } from '../../words/resident.words.js';
import { useWords } from '../../words/words.js';
import { noticeTime } from './notice.rules.js';
import { now } from '../../app/clock.js';
import { usePaged } from '../../api/paged.js';
import { PagedRows } from '../../ui/paged-rows.js';
import './resident.css';

type Publication = Schema<'Publication'>;

const A_PAGE = 20;
const KINDS = { all: 'kindAll', notice: 'kindNotice', news: 'kindNews' } as const;

/** What hangs now, what was told, and what hung before. */
export function NoticesPage() {
  const w = useWords(residentWords);
  const [search, setSearch] = useSearchParams();
  const kind = (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((one) => one === search.get('kind')) ?? 'notice';
  const isArchive = search.get('archive') === 'true';
  const query = {
    limit: A_PAGE,
    ...(kind === 'all' ? {} : { kind }),
    ...(isArchive ? { archive: 'true' as const } : {}),
  };
  const publications = usePaged(keys.list('publications', query), (from) =>
    answered(api.GET('/api/v1/publications', { params: { query: { ...query, ...from } } })),
  );
  return (
    <Page title={w('notices')} canBeRead>
      <div className="row">
        {(Object.keys(KINDS) as (keyof typeof KINDS)[]).map((one) => (
          <Button
            key={one}
            look={one === kind ? 'primary' : 'secondary'}
            aria-pressed={one === kind}
            onPress={() => setSearch({ kind: one, ...(isArchive ? { archive: 'true' } : {}) }, { replace: true })}
          >
            {w(KINDS[one])}
          </Button>
        ))}
        <Button
          look={isArchive ? 'primary' : 'secondary'}
          aria-pressed={isArchive}
          onPress={() => setSearch({ kind, ...(isArchive ? {} : { archive: 'true' }) }, { replace: true })}
        >
          {w('archive')}
        </Button>
      </div>
      <PagedRows
        list={publications}
        more="big"
        empty={
          <EmptyState title={w('noNotices')}>
            <p>{w('noNoticesHelp')}</p>
          </EmptyState>
        }
      >
        {(rows) => (
          <ul className="stack resident-waits">
            {rows.map((row) => (
              <PublicationCard key={row.id} row={row} />
            ))}
          </ul>
        )}
      </PagedRows>
    </Page>
  );
}

function PublicationCard({ row }: { row: Publication }) {
  const w = useWords(residentWords);
  const { inWords } = useTimes();
  const { kind, title, text, unitName, at, issue, blocking, removedAt } = row;
  const time = noticeTime(row, now());
  const to = kind === 'notice' ? `/notices/${row.case}` : `/cases/${issue ?? row.case}`;
  return (
    <Card as="li">
      <p className="row small soft">
        <Chip kind={kind === 'notice' ? 'info' : 'neutral'}>{w(kind === 'notice' ? 'notice' : 'kindNews')}</Chip>
        <bdi>{unitName}</bdi> <When at={at} exact />
      </p>
      <h2 className="resident-card-title">
        <Link to={to} dir="auto">
          {title ?? w(kind === 'notice' ? 'notice' : 'kindNews')}
        </Link>
      </h2>
      {text !== null && (
        <p className="keep-lines resident-clamp" dir="auto">
          {text}
        </p>
      )}
      {kind === 'notice' && (
        <p className="row">
          {time.isOpen ? (
            <strong>{time.daysLeft <= 1 ? w('lastDay') : w('daysLeft', { n: time.daysLeft })}</strong>
          ) : null}
          <span className="soft small">
            {removedAt === null
              ? w('hangsUntil', { at: inWords(time.until, 'short') })
              : w('tookDown', { at: inWords(removedAt, 'short') })}
          </span>
          {blocking && time.isOpen && <span className="small">{w('blocking')}</span>}
        </p>
      )}
    </Card>
  );
}
