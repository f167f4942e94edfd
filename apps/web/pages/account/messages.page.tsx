import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';

import { caseQuery } from '../../api/cases.js';
import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { EmptyState, ProblemBox } from '../../ui/problem.js';
import { Chip, When } from '../../ui/status.js';
import { accountWords } from '../../words/account.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { OwnPage } from './own-page.js';
import { usePaged } from '../../api/paged.js';
import { PagedRows } from '../../ui/paged-rows.js';

type Message = Schema<'Message'>;

/** What I was told, newest first. */
export function MessagesPage() {
  const w = useWords(accountWords);
  return (
    <OwnPage title={w('messages')} canBeRead>
      <Messages />
    </OwnPage>
  );
}

const A_PAGE = 20;

function Messages() {
  const w = useWords(accountWords);
  const [search, setSearch] = useSearchParams();
  const isUnread = search.get('unread') === 'true';
  const messages = usePaged(keys.mine('messages', isUnread), (from) => {
    const query = { limit: A_PAGE, ...(isUnread ? ({ unread: 'true' } as const) : {}), ...from };
    return answered(api.GET('/api/v1/messages', { params: { query } }));
  });
  const read = useCommand((ids: string[], headers) =>
    answered(api.POST('/api/v1/messages/read', { body: { ids }, headers })),
  );
  const unread = (messages.rows ?? []).filter(({ readAt }) => readAt === null).map(({ id }) => id);
  return (
    <>
      <div className="row">
        <Button
          look={isUnread ? 'primary' : 'secondary'}
          aria-pressed={isUnread}
          onPress={() => setSearch(isUnread ? {} : { unread: 'true' }, { replace: true })}
        >
          {w('unreadOnly')}
        </Button>
        {unread.length > 0 && (
          <Button isPending={read.isPending} onPress={() => read.mutate(unread)}>
            {w('markAll')}
          </Button>
        )}
      </div>
      {read.error !== null && <ProblemBox error={read.error} />}
      <PagedRows
        list={messages}
        more="big"
        empty={
          <EmptyState title={w('noMessages')}>
            <p>{w('noMessagesHelp')}</p>
          </EmptyState>
        }
      >
        {(rows) => (
          <ul className="account-list">
            {rows.map((message) => (
              <MessageItem key={message.id} message={message} onRead={() => read.mutate([message.id])} />
            ))}
          </ul>
        )}
      </PagedRows>
    </>
  );
}

function MessageItem({ message, onRead }: { message: Message; onRead: () => void }) {
  const w = useWords(accountWords);
  const inLabel = useLabel();
  const { at, text, said, readAt, case: id } = message;
  const isNew = readAt === null;
  return (
    <li className={`account-message${isNew ? ' unread' : ''}`}>
      <div className="stack tight">
        <p className="row small soft">
          {isNew && <Chip kind="info">{w('isNew')}</Chip>}
          <When at={at} />
        </p>
        {id !== null && <CaseLink id={id} onFollow={() => isNew && onRead()} />}
        <p className="keep-lines" dir="auto">
          {said !== null ? inLabel(said) : (text ?? w('aboutOther'))}
        </p>
      </div>
      {isNew && id === null && <Button onPress={onRead}>{w('markRead')}</Button>}
    </li>
  );
}

/** The case a message is about, by its title. */
function CaseLink({ id, onFollow }: { id: string; onFollow: () => void }) {
  const w = useWords(accountWords);
  const inLabel = useLabel();
  const { data } = useQuery({
    ...caseQuery(id),
    staleTime: 300_000,
    retry: false,
  });
  return (
    <p>
      <Link to={`/cases/${id}`} dir="auto" onClick={onFollow}>
        <strong>{data === undefined ? w('openCase') : (data.title ?? inLabel(data.workflowLabel))}</strong>
      </Link>
    </p>
  );
}
