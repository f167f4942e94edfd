import { useState } from 'react';

import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/status.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useWords } from '../../words/words.js';
import { useDesk } from './meeting-desk.js';
import type { Item } from './meeting.types.js';
import { PersonPicker } from './person-picker.js';
import { votersHere } from './sitting.rules.js';

/** Who is proposed in an election and who of them stands; what is said in the room is entered here. */
export function Nominations({ item }: { item: Item }) {
  const { nameOf, can, send, isSending } = useDesk();
  const w = useWords(meetingsWords);
  return (
    <>
      {item.nominations.length === 0 && <p className="soft">{w('noNominations')}</p>}
      <ul className="meeting-queue">
        {item.nominations.map(({ person, nominator, accepted }) => (
          <li key={person} className="row">
            <bdi>{nameOf(person)}</bdi> <span className="soft small">{w('movedBy', { name: nameOf(nominator) })}</span>
            <Chip kind={accepted ? 'good' : 'warn'}>{w(accepted ? 'stands' : 'asked')}</Chip>
            {!accepted && can('recordAcceptance') && (
              <Button
                size="small"
                isPending={isSending}
                onPress={() =>
                  send({
                    act: 'recordAcceptance',
                    input: { candidate: person },
                    said: w('acceptanceDone', { name: nameOf(person) }),
                  })
                }
              >
                {w('enterAcceptance', { name: nameOf(person) })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <EnterNomination item={item} />
    </>
  );
}

/** A member proposes somebody without an own phone: both chosen by name. */
function EnterNomination({ item }: { item: Item }) {
  const { state, nameOf, canEnter, send, isSending } = useDesk();
  const w = useWords(meetingsWords);
  const [nominator, setNominator] = useState<string | null>(null);
  const [candidate, setCandidate] = useState<string | null>(null);
  if (!canEnter('nominate')) return null;
  const isProposed = (person: string): boolean => item.nominations.some((one) => one.person === person);
  return (
    <div className="meeting-tools row">
      <PersonPicker
        label={w('whoNominates')}
        people={votersHere(state, item)}
        value={nominator}
        onChange={setNominator}
      />
      <PersonPicker
        label={w('whoIsNominated')}
        people={state.attended.filter((person) => !isProposed(person))}
        value={candidate}
        onChange={setCandidate}
      />
      <Button
        isDisabled={nominator === null || candidate === null}
        isPending={isSending}
        onPress={() => {
          if (nominator === null || candidate === null) return;
          const said = w('nominationDone', { name: nameOf(candidate) });
          send({ act: 'nominate', input: { candidate }, onBehalfOf: nominator, said });
          setCandidate(null);
        }}
      >
        {w('enterNomination')}
      </Button>
    </div>
  );
}
