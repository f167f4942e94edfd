import type { Schema } from '../../api/client.js';
import { useNames } from '../../app/names.js';
import { Facts } from '../../ui/card.js';
import { Box } from '../../ui/problem.js';
import { Chip, Due, When } from '../../ui/status.js';
import { triageWords } from '../../words/triage.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { CHANNELS } from '../resident/channels.rules.js';

interface ReportTextProps {
  seen: Schema<'Case'>;
  story: Schema<'Story'>;
}

/** What of the case's memory is shown here; only those who work on it are given it. */
interface Remembered {
  channel?: string;
  hotlineNumber?: string | null;
  reporter?: string | null;
  opener?: string | null;
  witness?: string | null;
  subject?: string | null;
  needsVoice?: boolean;
  hideFromHandler?: boolean;
  danger?: boolean;
}

/** What was said, where, by whom as far as one may know, and what was added since. */
export function ReportText({ seen, story }: ReportTextProps) {
  const w = useWords(triageWords);
  const inLabel = useLabel();
  const known = (seen.context ?? {}) as Remembered;
  const named = useNames([known.reporter, known.opener, known.witness, known.subject], seen.id);
  const nameOf = (person: string): string => named(person) ?? w('unknownPerson');
  const channel = CHANNELS.find((one) => one === known.channel);
  const isForAnother = known.opener != null && known.opener !== known.reporter;
  return (
    <>
      <p className="row">
        {known.danger === true && <Chip kind="bad">{w('danger')}</Chip>}
        {known.needsVoice === true && <Chip kind="note">{w('needsVoice')}</Chip>}
        {known.hideFromHandler === true && <Chip kind="note">{w('hidden')}</Chip>}
        {seen.visibility === 'confidential' && <Chip kind="note">{w('confidential')}</Chip>}
      </p>
      <p className="keep-lines tr-text" dir="auto">
        {story.description ?? w('noDescription')}
      </p>
      <Photos photos={story.photos} />
      <Facts
        facts={[
          [w('place'), story.place === null ? story.unit.name : `${story.place.name} · ${story.unit.name}`],
          [w('category'), story.category === null ? w('noCategory') : inLabel(story.category.name)],
          [w('reporter'), known.reporter == null ? w('nobodyNamed') : nameOf(known.reporter)],
          [w('opener'), isForAnother && known.opener != null ? nameOf(known.opener) : null],
          [w('witness'), known.witness == null ? null : nameOf(known.witness)],
          [w('subject'), known.subject == null ? null : nameOf(known.subject)],
          [w('channel'), channel === undefined ? null : w(channel)],
          [w('hotlineNumber'), known.hotlineNumber],
          [w('number'), story.number],
          [w('opened'), <When key="at" at={story.createdAt} exact />],
          [w('supporters'), story.supporters === 0 ? null : w('people', { n: story.supporters })],
        ]}
      />
      {seen.clocks.map((clock) => (
        <p key={clock.clock} title={inLabel(clock.explanation)}>
          <strong>{inLabel(clock.label)}</strong> <Due dueAt={clock.dueAt} isPaused={clock.state === 'paused'} />
        </p>
      ))}
      <Added timeline={story.timeline} />
    </>
  );
}

function Photos({ photos }: { photos: Schema<'Story'>['photos'] }) {
  const w = useWords(triageWords);
  if (photos.length === 0) return null;
  return (
    <ul className="tr-photos">
      {photos.map(({ file, url, thumbnail, mediaType }, index) => (
        <li key={file}>
          <a href={url} target="_blank" rel="noreferrer">
            {mediaType.startsWith('image/') ? (
              <img src={thumbnail ?? url} alt={w('photo', { n: index + 1 })} loading="lazy" />
            ) : (
              w('file', { n: index + 1 })
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What was said since it came in: replies, questions, what was added. */
function Added({ timeline }: { timeline: Schema<'Story'>['timeline'] }) {
  const w = useWords(triageWords);
  const inLabel = useLabel();
  const said = timeline.filter(({ text, kind }) => text !== null && kind !== 'started');
  if (said.length === 0) return null;
  return (
    <section className="stack tight">
      <h3>{w('since')}</h3>
      {said.map(({ at, label, who, text, isInternal }) => (
        <Box key={`${at} ${text ?? ''}`} kind={isInternal ? 'note' : 'info'}>
          <p className="small soft">
            {inLabel(label)} · {who !== null && inLabel(who)} <When at={at} /> {isInternal && w('internal')}
          </p>
          <p className="keep-lines" dir="auto">
            {text}
          </p>
        </Box>
      ))}
    </section>
  );
}
