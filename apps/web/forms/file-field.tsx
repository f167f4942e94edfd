import { useEffect, useId, useRef, useState } from 'react';

import { ApiProblem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { uiWords } from '../words/ui.words.js';
import { formWords } from '../words/form.words.js';
import { useWords } from '../words/words.js';
import { upload } from './upload.js';
import './forms.css';

interface FileFieldProps {
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  /** Ids of the files that were uploaded. */
  value: readonly string[];
  onChange: (ids: string[]) => void;
  most?: number;
  isRequired?: boolean;
}

interface Sending {
  key: string;
  file: File;
  share: number;
  problem: ApiProblem | null;
}

const ACCEPTED = 'image/*,application/pdf,audio/*';

/** Photos and papers: each is uploaded as soon as it is chosen, shows how far it is, and can be sent again when it failed. */
export function FileField({ label, help, error, value, onChange, most = 20, isRequired = false }: FileFieldProps) {
  const w = useWords(formWords);
  const ui = useWords(uiWords);
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const ids = useRef(value);
  ids.current = value;
  const aborts = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const running = aborts.current;
    return () => running.forEach((abort) => abort.abort());
  }, []);
  const update = (key: string, changed: Partial<Sending> | null): void =>
    setSending((all) =>
      changed === null
        ? all.filter((one) => one.key !== key)
        : all.map((one) => (one.key === key ? { ...one, ...changed } : one)),
    );
  const send = async ({ key, file }: Pick<Sending, 'key' | 'file'>): Promise<void> => {
    const abort = new AbortController();
    aborts.current.set(key, abort);
    try {
      const stored = await upload(file, { key, signal: abort.signal, onProgress: (share) => update(key, { share }) });
      ids.current = [...ids.current, stored.id];
      onChange([...ids.current]);
      update(key, null);
    } catch (problem) {
      if (problem instanceof ApiProblem) update(key, { problem });
    }
  };
  const choose = (files: readonly File[]): void => {
    const room = most - ids.current.length - sending.length;
    const chosen = files
      .slice(0, Math.max(0, room))
      .map((file) => ({ key: crypto.randomUUID(), file, share: 0, problem: null }));
    setSending((all) => [...all, ...chosen]);
    // one after the other: a slow network is not made slower, and three hundred photos do not fill the memory
    void chosen.reduce((before, one) => before.then(() => send(one)), Promise.resolve());
  };
  const left = most - value.length - sending.length;
  return (
    <div className="field" role="group" aria-labelledby={id} data-invalid={error === undefined ? undefined : true}>
      <span className="field-label" id={id}>
        {label} <span className="field-need">{isRequired ? ui('required') : ui('optional')}</span>
      </span>
      <ul className="file-list">
        {value.map((file, index) => (
          <li key={file} className="file-item">
            <img src={`/api/v1/files/${file}/content?size=thumbnail`} alt={w('item', { n: index + 1 })} />
            <Button
              size="small"
              look="quiet"
              onPress={() => onChange(value.filter((one) => one !== file))}
              aria-label={w('removeFile', { name: w('item', { n: index + 1 }) })}
            >
              ✕
            </Button>
          </li>
        ))}
        {sending.map((one) => (
          <SendingItem
            key={one.key}
            sending={one}
            onAgain={() => {
              update(one.key, { problem: null, share: 0 });
              void send(one);
            }}
            onRemove={() => {
              aborts.current.get(one.key)?.abort();
              update(one.key, null);
            }}
          />
        ))}
      </ul>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        onChange={({ target }) => {
          choose([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <div className="row">
        <Button isDisabled={left <= 0} onPress={() => chooser.current?.click()}>
          <span aria-hidden="true">＋</span> {w('addFiles')}
        </Button>
        <span className="soft small">{w('filesLeft', { n: most, left: Math.max(0, left) })}</span>
      </div>
      <p className="field-help">
        {help} {w('placeRemoved')}
      </p>
      {error !== undefined && <p className="field-error">{error}</p>}
    </div>
  );
}

function SendingItem({ sending, onAgain, onRemove }: { sending: Sending; onAgain: () => void; onRemove: () => void }) {
  const w = useWords(formWords);
  const { file, share, problem } = sending;
  return (
    <li className="file-item sending">
      <span className="small">
        <bdi>{file.name}</bdi>
      </span>
      {problem === null ? (
        <>
          <progress max={1} value={share} aria-label={file.name} />
          <span className="small">{w('uploading', { percent: Math.round(share * 100) })}</span>
        </>
      ) : (
        <span role="alert" className="field-error small">
          {problemWords(problem, w)}
          <Button size="small" onPress={onAgain}>
            {w('uploadAgain')}
          </Button>
        </span>
      )}
      <Button size="small" look="quiet" onPress={onRemove} aria-label={w('removeFile', { name: file.name })}>
        ✕
      </Button>
    </li>
  );
}

function problemWords(problem: ApiProblem, w: (key: keyof typeof formWords) => string): string {
  if (problem.code === 'payload.too_large') return w('fileTooBig');
  return problem.title === '' ? w('uploadFailed') : `${problem.title} ${problem.detail}`;
}
