import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Chip, When } from '../../ui/status.js';
import { taskWords } from '../../words/task.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { Evidence } from './evidence.js';
import { saidIn } from './task.rules.js';
import { usePaged } from '../../api/paged.js';
import { PagedRows } from '../../ui/paged-rows.js';

type Entry = Schema<'JournalEntry'>;

/** What happened to a task with what was written; internal notes look different from what residents read. */
export function TaskTimeline({ seen }: { seen: Schema<'Case'> }) {
  const journal = usePaged(keys.case(seen.id, 'journal', 'task'), (from) =>
    answered(
      api.GET('/api/v1/cases/{id}/journal', { params: { path: { id: seen.id }, query: { limit: 100, ...from } } }),
    ),
  );
  return (
    <PagedRows list={journal}>
      {(rows) => (
        <ol className="timeline">
          {rows
            .filter(({ kind }) => kind !== 'checkpoint')
            .map((entry) => (
              <TimelineEntry key={entry.seq} entry={entry} texts={seen.texts} />
            ))}
        </ol>
      )}
    </PagedRows>
  );
}

function TimelineEntry({ entry, texts }: { entry: Entry; texts: Schema<'Case'>['texts'] }) {
  const w = useWords(taskWords);
  const inLabel = useLabel();
  const { text, files, isPublic } = saidIn(entry.body, texts);
  return (
    <li className={`timeline-entry ${entry.kind}`}>
      <span className="timeline-at">
        <When at={entry.at} exact />
      </span>
      <span>
        <strong>{inLabel(entry.label)}</strong>{' '}
        {entry.by.name !== undefined && <bdi className="soft small">{entry.by.name}</bdi>}
      </span>
      {text !== null && (
        <blockquote className={`task-note ${isPublic === false ? 'internal' : ''}`}>
          {isPublic !== null && (
            <span className="task-note-who">
              <Chip kind={isPublic ? 'good' : 'note'}>{w(isPublic ? 'public' : 'internal')}</Chip>{' '}
              <span className="soft small">{w(isPublic ? 'publicHelp' : 'internalHelp')}</span>
            </span>
          )}
          <p className="keep-lines" dir="auto">
            {text}
          </p>
        </blockquote>
      )}
      <Evidence files={files} nameOf={(n) => w('fileOf', { n })} />
    </li>
  );
}
