import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { keys } from '../../api/keys.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { QrCode } from '../../ui/qr-code.js';
import { votingWords } from '../../words/voting.words.js';
import { useWords } from '../../words/words.js';
import { inGroups, trackerOf } from './receipt.rules.js';

interface ReceiptCardProps {
  ballot: string;
  /** What the paper was cast for, in words. */
  unit: string;
  receipt: string;
  /** Offers to delete it from this device. */
  onForget?: () => void;
}

/** Address at which a paper is checked: what stands behind the `#` is never sent to the service. */
const checkAddress = (ballot: string, receipt: string): string =>
  `${location.origin}/ballots/${ballot}/check#${receipt}`;

/** A receipt to copy, to print, to scan; and what is published of it. */
export function ReceiptCard({ ballot, unit, receipt, onForget }: ReceiptCardProps) {
  const w = useWords(votingWords);
  const [isCopied, setCopied] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { data: tracker } = useQuery({
    queryKey: keys.book('tracker', receipt),
    queryFn: () => trackerOf(receipt),
    staleTime: Infinity,
    retry: false,
  });
  const copy = (): void => {
    void navigator.clipboard
      .writeText(receipt)
      .then(() => setCopied(true))
      .catch(() => undefined);
  };
  return (
    <section className="vote-receipt" aria-label={w('receiptOf', { unit })}>
      <h3>{w('receiptOf', { unit })}</h3>
      <p className="vote-code">{inGroups(receipt)}</p>
      {tracker !== undefined && (
        <p className="small soft">
          {w('tracker')} <span className="vote-tracker">{inGroups(tracker)}</span>
        </p>
      )}
      <QrCode text={checkAddress(ballot, receipt)} name={w('qrCheck')} />
      <div className="row no-print">
        <Button onPress={copy}>{w(isCopied ? 'copied' : 'copy')}</Button>
        <Button onPress={() => print()}>{w('print')}</Button>
        {onForget !== undefined && (
          <Button look="quiet" onPress={() => setAsking(true)}>
            {w('receiptForget')}
          </Button>
        )}
      </div>
      <span role="status" className="visually-hidden">
        {isCopied && w('copied')}
      </span>
      {onForget !== undefined && (
        <Confirm
          isOpen={isAsking}
          title={w('receiptForgetTitle')}
          action={w('receiptForget')}
          look="danger"
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            onForget();
          }}
        >
          <p>{w('receiptForgetHelp')}</p>
        </Confirm>
      )}
    </section>
  );
}
