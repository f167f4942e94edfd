import { useState } from 'react';

import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Box } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useWords } from '../../words/words.js';
import { Countdown, clockOf } from './countdown.js';
import { ActButton, ChairButton, useDesk } from './meeting-desk.js';
import type { Item } from './meeting.types.js';
import { Nominations } from './nominations.js';
import { PersonPicker } from './person-picker.js';
import { quorumOf, votersHere } from './sitting.rules.js';

/** The motion on the floor with its amendment; what members say to it is entered in their name. */
export function MotionPanel({ item }: { item: Item }) {
  const { seen, state, nameOf, textOf } = useDesk();
  const w = useWords(meetingsWords);
  const seconding = clockOf(seen.clocks, 'seconding');
  const { motion } = item;
  const measures = Object.fromEntries([['measure', item.measures.map((id) => ({ id, name: textOf(id) }))]]);
  return (
    <section className="stack tight" aria-labelledby="motion">
      <h3 id="motion">{w(item.kind === 'election' ? 'nominations' : 'motion')}</h3>
      {motion === null && item.kind === 'matter' && <p className="soft">{w('noMotion')}</p>}
      {motion !== null && (
        <Box kind="note" title={w('motionText')}>
          <p className="meeting-motion keep-lines" dir="auto">
            {textOf(motion.measure)}
          </p>
          <p className="row small">
            <span>{w('movedBy', { name: nameOf(motion.mover) })}</span>
            {motion.seconder === null ? (
              <Chip kind="warn">{w('notSeconded')}</Chip>
            ) : (
              <Chip kind="good">{w('secondedBy', { name: nameOf(motion.seconder) })}</Chip>
            )}
            {seconding !== undefined && <Countdown clock={seconding} />}
          </p>
        </Box>
      )}
      {motion?.amendment != null && (
        <Box kind="warn" title={w('amendmentText')}>
          <p className="meeting-motion keep-lines" dir="auto">
            {textOf(motion.amendment.measure)}
          </p>
          <p className="row small">
            <span>{w('movedBy', { name: nameOf(motion.amendment.mover) })}</span>
            {motion.amendment.seconder === null ? (
              <Chip kind="warn">{w('notSeconded')}</Chip>
            ) : (
              <Chip kind="good">{w('secondedBy', { name: nameOf(motion.amendment.seconder) })}</Chip>
            )}
          </p>
        </Box>
      )}
      {item.kind === 'election' && <Nominations item={item} />}
      <div className="row">
        {quorumOf(state, item).isReached ? <PutToVote /> : <p className="soft">{w('noVoteWithout')}</p>}
        <ActButton act="propose" look="primary" parts={measures} />
        {['second', 'moveAmendment', 'secondAmendment', 'acceptAmendment', 'withdrawAmendment', 'amendMotion'].map(
          (act) => (
            <ActButton key={act} act={act} />
          ),
        )}
        {['withdrawMotion', 'acceptNomination'].map((act) => (
          <ActButton key={act} act={act} size="small" />
        ))}
        <ActButton act="nominate" size="small" />
        <ActButton act="declareInterest" size="small" ask={w('askInterest')} />
      </div>
      <EnterForMember item={item} />
    </section>
  );
}

/** The ways to a vote; they are there while enough members without an interest are. */
function PutToVote() {
  const w = useWords(meetingsWords);
  return (
    <>
      <ChairButton act="putToVote" label={w('showOfHands')} look="primary" input={{ secret: false }} shortcut="v" />
      <ChairButton act="putToVote" label={w('secretPapers')} input={{ secret: true }} ask={w('askSecret')} />
      <ChairButton act="putAmendmentToVote" label={w('voteAmendment')} look="primary" shortcut="v" />
      <ChairButton act="holdElection" label={w('holdElection')} look="primary" ask={w('askElection')} />
    </>
  );
}

/** What a member says without an own phone: chosen by name, entered by whoever takes the minutes. */
function EnterForMember({ item }: { item: Item }) {
  const { state, nameOf, textOf, canEnter, send, isSending } = useDesk();
  const w = useWords(meetingsWords);
  const [person, setPerson] = useState<string | null>(null);
  const [text, setText] = useState('');
  const { motion } = item;
  const voters = votersHere(state, item);
  const enter = (act: string, who: string, input: Record<string, unknown> = {}): void => {
    send({ act, input, onBehalfOf: who, said: w(`entered_${act as 'second'}`, { name: nameOf(who) }) });
    setPerson(null);
    setText('');
  };
  const mayMove = canEnter('propose') && item.kind === 'matter';
  const maySecond = canEnter('second') || canEnter('secondAmendment');
  const mayAmend = canEnter('moveAmendment');
  if (!mayMove && !maySecond && !mayAmend && !canEnter('acceptAmendment') && !canEnter('declareInterest')) return null;
  const measure = text.trim();
  const mover = motion?.mover ?? null;
  const candidates = canEnter('secondAmendment')
    ? voters.filter((one) => one !== motion?.amendment?.mover)
    : mayMove
      ? voters
      : voters.filter((one) => one !== mover);
  return (
    <div className="meeting-tools stack tight">
      <PersonPicker label={w('whichMember')} people={candidates} value={person} onChange={setPerson} />
      {person !== null && maySecond && (
        <Button
          look="primary"
          isPending={isSending}
          onPress={() => enter(canEnter('secondAmendment') ? 'secondAmendment' : 'second', person)}
        >
          {w('enterSecond', { name: nameOf(person) })}
        </Button>
      )}
      {mover !== null && canEnter('acceptAmendment') && (
        <Button isPending={isSending} onPress={() => enter('acceptAmendment', mover)}>
          {w('enterAccept', { name: nameOf(mover) })}
        </Button>
      )}
      {person !== null && canEnter('declareInterest') && (
        <p>
          <Button size="small" isPending={isSending} onPress={() => enter('declareInterest', person)}>
            {w('enterInterest', { name: nameOf(person) })}
          </Button>
        </p>
      )}
      {person !== null && mayMove && item.measures.length > 0 && (
        <div className="stack tight">
          <p className="small">{w('chooseMeasure')}</p>
          {item.measures.map((id) => (
            <Button key={id} isPending={isSending} onPress={() => enter('propose', person, { existing: id })}>
              <span dir="auto">{textOf(id)}</span>
            </Button>
          ))}
        </div>
      )}
      {person !== null && (mayMove || mayAmend) && (
        <>
          <TextField
            label={w(mayMove ? 'newMeasure' : 'amendedText')}
            isLong
            rows={2}
            value={text}
            onChange={setText}
          />
          <Button
            isDisabled={measure === ''}
            isPending={isSending}
            onPress={() => enter(mayMove ? 'propose' : 'moveAmendment', person, { measure })}
          >
            {w(mayMove ? 'enterMotion' : 'enterAmendment', { name: nameOf(person) })}
          </Button>
        </>
      )}
    </div>
  );
}
