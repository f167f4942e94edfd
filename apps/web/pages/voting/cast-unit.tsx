import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { useTimes } from '../../app/times.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Confirm, Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { ProblemBox } from '../../ui/problem.js';
import { Chip } from '../../ui/status.js';
import { votingWords } from '../../words/voting.words.js';
import { useWords } from '../../words/words.js';
import { useChoiceWords, useUnitName } from './ballot-words.js';
import { ContestForm } from './contest-form.js';
import type { Ballot, OwnUnit } from './paper.rules.js';
import { ReceiptCard } from './receipt-card.js';
import { readReceipt } from './receipt.rules.js';

interface CastUnitProps {
  ballot: Ballot;
  unit: OwnUnit;
  /** Receipt on this device; `undefined`: it is being looked up, and nobody is asked to type it meanwhile. */
  receipt: string | null | undefined;
  onChange: (receipt: string) => void;
  onForget: () => void;
}

/** A unit that has cast: by whom and when, what one's own paper says, changing it, taking it back, contesting it. */
export function CastUnit({ ballot, unit, receipt, onChange, onForget }: CastUnitProps) {
  const w = useWords(votingWords);
  const unitName = useUnitName();
  const { inWords } = useTimes();
  const lines = useChoiceWords(ballot.question)(unit.choice);
  const [asksFor, setAsksFor] = useState<'change' | 'withdraw' | null>(null);
  const withdrawal = useWithdrawal(ballot.id, unit.entry, onForget);
  const isOpen = ballot.status === 'open';
  const time = unit.castAt === null ? '' : inWords(unit.castAt, 'dayAndTime');
  const take = (what: 'change' | 'withdraw', code: string): void => {
    setAsksFor(null);
    if (what === 'change') onChange(code);
    else withdrawal.ask(code);
  };
  return (
    <Card as="section">
      <h3 className="row">
        <span>{unitName(unit)}</span>
        <Chip kind={unit.state === 'setAside' ? 'warn' : 'good'}>
          {w(unit.state === 'setAside' ? 'setAside' : 'alreadyCast')}
        </Chip>
      </h3>
      <p>
        {w(unit.isYours ? 'castByYou' : 'castByOther', { time })}
        {unit.channel !== null && unit.channel !== 'own' && ` · ${w(`channel_${unit.channel}`)}`}
      </p>
      {lines.length > 0 && (
        <p>
          {w('yourChoice')} <strong dir="auto">{lines.join(w('listJoin'))}</strong>
        </p>
      )}
      {isOpen && (
        <div className="row no-print">
          {(['change', 'withdraw'] as const).map((what) => (
            <Button
              key={what}
              isPending={receipt === undefined}
              onPress={() => (receipt == null ? setAsksFor(what) : take(what, receipt))}
            >
              {w(what)}
            </Button>
          ))}
        </div>
      )}
      {withdrawal.problem !== null && <ProblemBox error={withdrawal.problem} />}
      {receipt != null && (
        <details>
          <summary className="vote-more">{w('receipt')}</summary>
          <ReceiptCard ballot={ballot.id} unit={unitName(unit)} receipt={receipt} onForget={onForget} />
        </details>
      )}
      {isOpen && !unit.isYours && !unit.contested && <ContestForm ballot={ballot.id} unit={unit} />}
      {asksFor !== null && (
        <ReceiptDialog action={w(asksFor)} onClose={() => setAsksFor(null)} onGiven={(code) => take(asksFor, code)} />
      )}
      <Confirm
        isOpen={withdrawal.isAsking}
        title={w('withdrawTitle')}
        action={w('withdraw')}
        look="danger"
        isPending={withdrawal.isPending}
        onClose={withdrawal.close}
        onConfirm={withdrawal.confirm}
      >
        <p>{w('withdrawHelp')}</p>
      </Confirm>
    </Card>
  );
}

function useWithdrawal(ballot: string, entry: string, onForget: () => void) {
  const [replaces, setReplaces] = useState<string | null>(null);
  const command = useCommand(
    (code: string, headers) =>
      answered(
        api.POST('/api/v1/ballots/{ballot}/withdrawals', {
          params: { path: { ballot } },
          headers,
          body: { entry, replaces: code },
        }),
      ),
    { onDone: onForget },
  );
  return {
    ask: setReplaces,
    close: () => setReplaces(null),
    confirm: () => {
      if (replaces !== null) command.mutate(replaces, { onSettled: () => setReplaces(null) });
    },
    isAsking: replaces !== null,
    isPending: command.isPending,
    problem: command.error,
  };
}

/** Asks for a receipt that this device does not have. */
function ReceiptDialog({
  action,
  onClose,
  onGiven,
}: {
  action: string;
  onClose: () => void;
  onGiven: (receipt: string) => void;
}) {
  const w = useWords(votingWords);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const give = (): void => {
    const code = readReceipt(typed);
    setWrong(code === null);
    if (code !== null) onGiven(code);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={w('enterReceipt')}
      actions={
        <>
          <Button look="primary" onPress={give}>
            {action}
          </Button>
          <Button onPress={onClose}>{w('back')}</Button>
        </>
      }
    >
      <TextField
        label={w('receipt')}
        help={w('enterReceiptHelp')}
        error={isWrong ? w('receiptWrong') : undefined}
        value={typed}
        onChange={setTyped}
        isRequired
        autoFocus
        autoComplete="off"
      />
      <p className="soft">{w('lostReceipt')}</p>
    </Dialog>
  );
}
