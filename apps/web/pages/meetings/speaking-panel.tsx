import { useState } from 'react';

import { Button } from '../../ui/button.js';
import { NativeSelect } from '../../ui/select-field.js';
import { Chip } from '../../ui/status.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useWords } from '../../words/words.js';
import { Countdown, clockOf } from './countdown.js';
import { ActButton, ChairButton, useDesk } from './meeting-desk.js';
import type { Item, Side } from './meeting.types.js';
import { PersonPicker } from './person-picker.js';
import { interestedIn, speakingOrder, votersHere } from './sitting.rules.js';

const SIDES: readonly Side[] = ['for', 'against', 'neutral'];

/** Who speaks, until when, and who is next; the minute taker enters who asks. */
export function SpeakingPanel({ item }: { item: Item }) {
  const { state, seen, nameOf, canEnter, send, isSending, can, reader } = useDesk();
  const w = useWords(meetingsWords);
  const [person, setPerson] = useState<string | null>(null);
  const [side, setSide] = useState<Side>('neutral');
  const turn = clockOf(seen.clocks, 'turn');
  const order = speakingOrder(state, item);
  const interested = interestedIn(item);
  const speakers = [...votersHere(state, item), ...state.guests.filter((guest) => !interested.includes(guest))];
  const enter = (act: 'askForFloor' | 'speak' | 'leaveList', who: string, said: string): void => {
    const input = act === 'leaveList' ? {} : { side };
    send({ act, input, onBehalfOf: who, said });
    setPerson(null);
  };
  const isFree = state.policy?.levels[state.level].speaking !== 'list';
  const speaker = person ?? reader;
  const speaksFreely = isFree || (speaker !== null && state.guests.includes(speaker));
  const isQueued = state.queue.some((request) => request.person === reader);
  const mayEnter = canEnter('askForFloor') || canEnter('speak');
  return (
    <section className="stack tight" aria-labelledby="speaking">
      <h3 id="speaking">{w('speaking')}</h3>
      {state.floor === null ? (
        <p className="soft">{w('nobodySpeaks')}</p>
      ) : (
        <p className="meeting-speaker row">
          <strong>
            <bdi>{nameOf(state.floor.person)}</bdi>
          </strong>
          <Chip kind="info">{w(`side_${state.floor.side}`)}</Chip>
          {turn !== undefined && <Countdown clock={turn} />}
        </p>
      )}
      <div className="row">
        <ChairButton act="endTurn" label={w('endTurn')} look="primary" shortcut="e" />
        <ChairButton act="giveFloor" label={w('giveFloor')} look="primary" shortcut="n" />
        {!isQueued && <ActButton act="askForFloor" />}
        {speaksFreely && <ActButton act="speak" />}
        {isQueued && <ActButton act="leaveList" size="small" />}
      </div>
      {order.length > 0 && (
        <ol className="meeting-queue" aria-label={w('speakingList')}>
          {order.map((request) => (
            <li key={request.person} className="row">
              <bdi>{nameOf(request.person)}</bdi>
              <Chip>{w(`side_${request.side}`)}</Chip>
              {(item.turns[request.person] ?? 0) > 0 && (
                <span className="soft small">{w('spoken', { n: item.turns[request.person] ?? 0 })}</span>
              )}
              {canEnter('leaveList') && !can('leaveList') && (
                <Button
                  size="small"
                  look="quiet"
                  aria-label={w('offListWho', { name: nameOf(request.person) })}
                  onPress={() => enter('leaveList', request.person, w('offListDone'))}
                >
                  {w('offList')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {mayEnter && (
        <div className="meeting-tools row">
          <PersonPicker label={w('whoSpeaks')} people={speakers} value={person} onChange={setPerson} />
          <label className="meeting-pick">
            <span className="small">{w('whichSide')}</span>
            <NativeSelect
              choices={SIDES.map((one) => ({ value: one, label: w(`side_${one}`) }))}
              value={side}
              onChange={(chosen) => setSide(SIDES.find((one) => one === chosen) ?? 'neutral')}
              empty={w('chooseSide')}
            />
          </label>
          <Button
            isDisabled={person === null}
            isPending={isSending}
            onPress={() => person !== null && enter('askForFloor', person, w('onListDone', { name: nameOf(person) }))}
          >
            {w('onList')}
          </Button>
          {speaksFreely && (
            <Button
              isDisabled={person === null}
              isPending={isSending}
              onPress={() => person !== null && enter('speak', person, w('spokeDone', { name: nameOf(person) }))}
            >
              {w('spoke')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
