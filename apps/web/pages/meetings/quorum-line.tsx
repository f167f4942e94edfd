import { Chip } from '../../ui/status.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useWords } from '../../words/words.js';
import type { Item, MeetingState } from './meeting.types.js';
import { quorumOf } from './sitting.rules.js';

const MOST_MARKS = 60;

interface QuorumLineProps {
  state: MeetingState;
  /** The item it is counted for; `null`: the sitting. */
  item: Item | null;
}

/** Whether enough are there: a mark for every member, the words beside. A full mark is there, a ring is not, a cross has left the base. */
export function QuorumLine({ state, item }: QuorumLineProps) {
  const w = useWords(meetingsWords);
  const quorum = quorumOf(state, item);
  const { here, base, needed, recused, inPerson, byProxy, isReached, isAnybody, missing } = quorum;
  const marks = base + recused <= MOST_MARKS ? [...marksOf(quorum)] : [];
  return (
    <div className="meeting-quorum" data-reached={isReached}>
      <p className="row">
        <Chip kind={isReached ? 'good' : 'bad'}>
          {isReached ? w('quorumReached') : w('quorumMissing', { n: missing })}
        </Chip>
        <span className="number">
          {isAnybody ? w('quorumAnybody', { here }) : w('quorumWords', { here, base, needed })}
        </span>
      </p>
      {marks.length > 0 && (
        <div className="meeting-marks" aria-hidden="true">
          {marks.map((mark, index) => (
            <span key={index} className={`meeting-mark ${mark}${index + 1 === needed ? ' needed' : ''}`} />
          ))}
        </div>
      )}
      {(recused > 0 || byProxy > 0) && (
        <p className="soft small">
          {recused > 0 && w('quorumRecused', { n: recused, members: state.members, base })}{' '}
          {byProxy > 0 && w('quorumProxies', { inPerson, byProxy })}
        </p>
      )}
    </div>
  );
}

function* marksOf({ here, base, recused }: { here: number; base: number; recused: number }): Generator<string> {
  for (let n = 0; n < here; n += 1) yield 'here';
  for (let n = here; n < base; n += 1) yield 'absent';
  for (let n = 0; n < recused; n += 1) yield 'recused';
}
