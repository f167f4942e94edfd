import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { useCommand, type Once } from '../../api/command.js';
import { Button, type ButtonLook } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { NotYet, ProblemBox } from '../../ui/problem.js';
import { operationsWords } from '../../words/operations.words.js';
import { useWords } from '../../words/words.js';

interface AskedActProps<Done> {
  /** What is done, on the button. */
  act: string;
  /** To what, in the question and for those who listen. */
  name: string;
  /** What will happen, in words. */
  help: string;
  look?: ButtonLook;
  /** Asks for a text that is sent with it. */
  asks?: string;
  /** Nothing to press any more: done, or somebody was faster. What went wrong can still be read. */
  isOver?: boolean;
  send: (text: string, headers: Once) => Promise<Done>;
  onDone?: (done: Done) => void;
}

/** Something that is asked about once, in words, before it is done. */
export function AskedAct<Done>({ act, name, help, look, asks, isOver = false, send, onDone }: AskedActProps<Done>) {
  const w = useWords(operationsWords);
  const [isAsking, setAsking] = useState(false);
  const [text, setText] = useState('');
  const command = useCommand(send, {
    onDone: (done) => {
      setAsking(false);
      setText('');
      onDone?.(done);
    },
  });
  const client = useQueryClient();
  const isMissing = asks !== undefined && text.trim() === '';
  const close = (): void => {
    setAsking(false);
    if (command.error === null) return;
    // what was refused was asked on a page that may be old: once that is read, what it shows is read anew
    command.reset();
    void client.invalidateQueries();
  };
  return (
    <>
      {!isOver && (
        <Button size="small" look={look} aria-label={w('actOn', { act, name })} onPress={() => setAsking(true)}>
          {act}
        </Button>
      )}
      <Confirm
        isOpen={isAsking}
        title={w('sure', { what: act, name })}
        action={act}
        look={look ?? 'primary'}
        isPending={command.isPending}
        onClose={close}
        onConfirm={() => {
          if (!isMissing) command.mutate(text.trim());
        }}
      >
        <p>{help}</p>
        {asks !== undefined && (
          <TextField label={asks} value={text} onChange={setText} isLong isRequired maxLength={1000} />
        )}
        {command.error !== null && <ProblemBox error={command.error} />}
      </Confirm>
    </>
  );
}

interface ReadProps<Data> {
  query: { data: Data | undefined; error: unknown; refetch: () => unknown };
  children: (data: Data) => ReactNode;
}

/** What was asked for, or that it is being read, or what went wrong. */
export function Read<Data>({ query: { data, error, refetch }, children }: ReadProps<Data>) {
  if (data !== undefined) return children(data);
  return <NotYet error={error} onRetry={refetch} />;
}

interface PlainTableProps {
  name: string;
  heads: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** A short table that scrolls sideways where there is no room. */
export function PlainTable({ name, heads, rows }: PlainTableProps) {
  return (
    <div className="chart-table operations-table" tabIndex={0} role="group" aria-label={name}>
      <table className="table" aria-label={name}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {heads.map((head, index) => (
                <td key={head}>{cells[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
