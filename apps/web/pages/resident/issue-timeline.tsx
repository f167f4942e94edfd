import { useState } from 'react';

import type { Schema } from '../../api/client.js';
import { Button } from '../../ui/button.js';
import { Chip, When } from '../../ui/status.js';
import { residentWords } from '../../words/resident.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { withoutRepeats } from './story.rules.js';

type Story = Schema<'Story'>;

/** The last ones are what people come for. */
const SHOWN_FIRST = 8;

/** What happened in words, newest first. What only staff see looks different. */
export function IssueTimeline({ story }: { story: Story }) {
  const w = useWords(residentWords);
  const [isAll, setAll] = useState(false);
  const entries = withoutRepeats(story.timeline).reverse();
  const shown = isAll ? entries : entries.slice(0, SHOWN_FIRST);
  return (
    <section className="stack" aria-labelledby="issue-timeline">
      <h2 id="issue-timeline">{w('timeline')}</h2>
      <ol className="resident-timeline" reversed>
        {shown.map((entry, index) => (
          // entries have no name of their own and only grow at one end
          <Entry key={entries.length - index} entry={entry} />
        ))}
      </ol>
      {shown.length < entries.length && (
        <p>
          <Button onPress={() => setAll(true)}>{w('showAllEntries', { n: entries.length })}</Button>
        </p>
      )}
    </section>
  );
}

function Entry({ entry }: { entry: Story['timeline'][number] }) {
  const w = useWords(residentWords);
  const inLabel = useLabel();
  const { at, kind, label, who, isMine, text, files, isInternal } = entry;
  return (
    <li className={`resident-entry ${kind}${isInternal ? ' internal' : ''}`}>
      <p className="soft small row">
        <When at={at} exact />
        {isMine ? <Chip kind="note">{w('mineEntry')}</Chip> : who !== null && <bdi>{inLabel(who)}</bdi>}
        {isInternal && <Chip kind="warn">{w('internal')}</Chip>}
      </p>
      <p>
        <strong>{inLabel(label)}</strong>
      </p>
      {text !== null && (
        <p className="keep-lines resident-said" dir="auto">
          {text}
        </p>
      )}
      {files.length > 0 && (
        <details>
          <summary>{w('evidence', { n: files.length })}</summary>
          <ul className="resident-photos">
            {files.map((file, index) => (
              <li key={file}>
                <a href={`/api/v1/files/${file}/content`} target="_blank" rel="noreferrer">
                  {w('openFile', { n: index + 1 })}
                  <img
                    src={`/api/v1/files/${file}/content?size=thumbnail`}
                    alt=""
                    loading="lazy"
                    onError={({ currentTarget }) => {
                      currentTarget.hidden = true;
                    }}
                  />
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
