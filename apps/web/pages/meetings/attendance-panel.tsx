import { useEffect, useRef, useState } from 'react';

import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Chip, type ChipKind } from '../../ui/status.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useWords } from '../../words/words.js';
import { ActButton, useDesk } from './meeting-desk.js';
import type { MeetingState } from './meeting.types.js';
import { currentItem, interestedIn, proxiesInForce } from './sitting.rules.js';
import type { Member } from './use-names.js';

type Standing = 'here' | 'left' | 'proxy' | 'absent' | 'guest';

const CHIPS: Record<Standing, ChipKind> = {
  here: 'good',
  left: 'warn',
  proxy: 'info',
  absent: 'neutral',
  guest: 'note',
};

function standingOf(state: MeetingState, person: string): Standing {
  if (state.present.includes(person)) return 'here';
  if (state.guests.includes(person)) return 'guest';
  if (proxiesInForce(state).some(({ giver }) => giver === person)) return 'proxy';
  return state.attended.includes(person) ? 'left' : 'absent';
}

/** The list of those who may come: whoever keeps it ticks names and enters them as arrived or gone, several at once. */
export function AttendancePanel({ roster }: { roster: readonly Member[] | null }) {
  const { state, nameOf, can, send, isSending, seen } = useDesk();
  const w = useWords(meetingsWords);
  const [text, setText] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const search = useRef<HTMLDivElement>(null);
  const others = useOthers(text, seen.unit, can('recordArrivals') && roster?.length === 0);
  const people = everybody(state, roster, { nameOf, others });
  const shown = people.filter(({ name }) => name.includes(text.trim()));
  const mayTick = can('recordArrivals') || can('recordDepartures');
  const arriving = [...ticked].filter((person) => !state.present.includes(person));
  const leaving = [...ticked].filter((person) => state.present.includes(person));
  const toggle = (person: string): void => {
    const next = new Set(ticked);
    if (!next.delete(person)) next.add(person);
    setTicked(next);
  };
  const enter = (act: 'recordArrivals' | 'recordDepartures', persons: string[], said: string): void => {
    send({ act, input: { persons }, said, isAnyVersion: true });
    setTicked(new Set());
    setText('');
  };
  useSlash(search);
  return (
    <section className="stack tight meeting-room" aria-labelledby="attendance">
      <h2 id="attendance">{w('attendance')}</h2>
      {mayTick && (
        <div className="meeting-tools">
          <div
            ref={search}
            onKeyDown={(event) => {
              const [only] = shown;
              if (event.key !== 'Enter' || only === undefined || shown.length !== 1) return;
              toggle(only.person);
              setText('');
            }}
          >
            <TextField label={w('findName')} isPlain value={text} onChange={setText} autoComplete="off" />
          </div>
          <div className="row">
            <Button
              size="small"
              onPress={() =>
                setTicked(
                  new Set(
                    shown.filter(({ person }) => standingOf(state, person) !== 'here').map(({ person }) => person),
                  ),
                )
              }
            >
              {w('tickAbsent')}
            </Button>
            <Button size="small" isDisabled={ticked.size === 0} onPress={() => setTicked(new Set())}>
              {w('tickNone')}
            </Button>
          </div>
          <div className="row">
            {can('recordArrivals') && (
              <Button
                look={arriving.length > 0 ? 'primary' : 'secondary'}
                isDisabled={arriving.length === 0}
                isPending={isSending}
                onPress={() => enter('recordArrivals', arriving, w('arrived', { n: arriving.length }))}
              >
                {w('enterArrivals', { n: arriving.length })}
              </Button>
            )}
            {can('recordDepartures') && (
              <Button
                isDisabled={leaving.length === 0}
                isPending={isSending}
                onPress={() => enter('recordDepartures', leaving, w('departed', { n: leaving.length }))}
              >
                {w('enterDepartures', { n: leaving.length })}
              </Button>
            )}
          </div>
        </div>
      )}
      {people.length === 0 && <p className="soft">{w(roster?.length === 0 ? 'nobodyYetNeighbours' : 'nobodyYet')}</p>}
      <ul className="meeting-people" aria-label={w('attendance')}>
        {shown.map(({ person, name }) => (
          <li key={person}>
            <Row
              person={person}
              name={name}
              isTicked={ticked.has(person)}
              onTick={mayTick ? () => toggle(person) : undefined}
            />
          </li>
        ))}
      </ul>
      <OwnComing />
      {state.code != null && <p className="meeting-code">{w('codeIs', { code: state.code })}</p>}
    </section>
  );
}

/** Coming and going oneself, and what is entered for others seldom. */
function OwnComing() {
  const { isHere } = useDesk();
  return (
    <div className="row">
      {!isHere && <ActButton act="arrive" look="primary" />}
      {!isHere && <ActButton act="arriveAsNeighbour" look="primary" />}
      {isHere && <ActButton act="leave" />}
      <ActButton act="showCode" size="small" />
      <ActButton act="recordProxy" size="small" />
      <ActButton act="admitGuest" size="small" />
    </div>
  );
}

interface RowProps {
  person: string;
  name: string;
  isTicked: boolean;
  onTick: (() => void) | undefined;
}

function Row({ person, name, isTicked, onTick }: RowProps) {
  const { state } = useDesk();
  const w = useWords(meetingsWords);
  const standing = standingOf(state, person);
  const isRecused = interestedIn(currentItem(state)).includes(person) && seenWaiting(state);
  const words = (
    <>
      <bdi>{name}</bdi>
      {state.chair === person && <Chip kind="info">{w('chair')}</Chip>}
      {isRecused && <Chip kind="warn">{w('recused')}</Chip>}
      <Chip kind={CHIPS[standing]}>{w(`is_${standing}`)}</Chip>
    </>
  );
  if (onTick === undefined || standing === 'guest') return <div className="meeting-person">{words}</div>;
  return (
    <label className="meeting-person">
      <input type="checkbox" checked={isTicked} onChange={onTick} />
      {words}
    </label>
  );
}

function seenWaiting(state: MeetingState): boolean {
  return currentItem(state)?.status === 'waiting';
}

interface Known {
  nameOf: (id: string) => string;
  others: readonly Member[];
}

/** Those of the body, whoever else came, and whoever is looked for. */
function everybody(state: MeetingState, roster: readonly Member[] | null, { nameOf, others }: Known): Member[] {
  const people = new Map<string, string>((roster ?? []).map(({ person, name }) => [person, name]));
  for (const person of [...state.present, ...state.attended, ...state.guests])
    if (!people.has(person)) people.set(person, nameOf(person));
  for (const { person, name } of others) if (!people.has(person)) people.set(person, name);
  return [...people].map(([person, name]) => ({ person, name }));
}

/** Residents by name, where all of them are members and no list is complete. */
function useOthers(text: string, unit: string, isWanted: boolean): readonly Member[] {
  const { data } = useQuery({
    queryKey: keys.book('neighbours', unit, text.trim()),
    queryFn: async () => {
      const query = { name: text.trim(), unit, limit: 20 };
      const { rows } = await answered(api.GET('/api/v1/people', { params: { query } }));
      return rows.map(({ id, name }) => ({ person: id, name }));
    },
    enabled: isWanted && text.trim() !== '',
  });
  return data ?? [];
}

/** `/` goes to the search, as in the ledger. */
function useSlash(place: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const at = event.target as HTMLElement;
      if (event.key !== '/' || at.matches('input, textarea, select')) return;
      event.preventDefault();
      place.current?.querySelector('input')?.focus();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [place]);
}
