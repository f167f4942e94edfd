import { useId, useRef } from 'react';

import type { ApiProblem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { uiWords } from '../words/ui.words.js';
import { formWords } from '../words/form.words.js';
import { useBetween, useWords } from '../words/words.js';
import { FileThumb } from './file-thumb.js';
import { canBeSentAgain } from './upload.rules.js';
import { useUploads, type Sending } from './use-uploads.js';
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

/** So many of the files there was no room for are named. */
const NAMED = 5;
const ACCEPTED = 'image/*,application/pdf,audio/*';

/** Photos and papers: each is uploaded as soon as it is chosen, shows how far it is, and can be sent again when it failed. */
export function FileField({ label, help, error, value, onChange, most = 20, isRequired = false }: FileFieldProps) {
  const w = useWords(formWords);
  const between = useBetween();
  const ui = useWords(uiWords);
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { sending, leftOut, add, again, remove } = useUploads({ value, onChange, most });
  const left = most - value.length - sending.length;
  return (
    <div className="field" role="group" aria-labelledby={id} data-invalid={error === undefined ? undefined : true}>
      <span className="field-label" id={id}>
        {label} <span className="field-need">{isRequired ? ui('required') : ui('optional')}</span>
      </span>
      <ul className="file-list">
        {value.map((file, index) => (
          <li key={file} className="file-item">
            <FileThumb file={file} name={w('item', { n: index + 1 })} />
            <Button
              size="small"
              look="quiet"
              onPress={() => {
                onChange(value.filter((one) => one !== file));
                button.current?.focus();
              }}
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
            onAgain={() => again(one)}
            onRemove={() => {
              remove(one);
              button.current?.focus();
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
          add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <div className="row">
        <Button ref={button} isDisabled={left <= 0} onPress={() => chooser.current?.click()}>
          <span aria-hidden="true">＋</span> {w('addFiles')}
        </Button>
        <span className="soft small">{w('filesLeft', { n: most, left: Math.max(0, left) })}</span>
      </div>
      {leftOut.length > 0 && (
        <div className="field-error" role="alert">
          <p>{w('filesLeftOut', { n: leftOut.length })}</p>
          <p className="small">{w('filesLeftOutNames', { names: leftOut.slice(0, NAMED).join(between) })}…</p>
        </div>
      )}
      <p className="field-help">
        {help} {w('placeRemoved')}
      </p>
      {error !== undefined && <p className="field-error">{error}</p>}
    </div>
  );
}

function SendingItem({ sending, onAgain, onRemove }: { sending: Sending; onAgain: () => void; onRemove: () => void }) {
  const w = useWords(formWords);
  const { file, share, isBegun, problem } = sending;
  return (
    <li className="file-item sending">
      <span className="small">
        <bdi>{file.name}</bdi>
      </span>
      {problem === null ? (
        <>
          <progress max={1} {...(share === null && isBegun ? {} : { value: share ?? 0 })} aria-label={file.name} />
          <span className="small">
            {share === null
              ? w(isBegun ? 'preparing' : 'queued')
              : w('uploading', { percent: Math.round(share * 100) })}
          </span>
        </>
      ) : (
        <span role="alert" className="field-error small">
          {problemWords(problem, w)}
          {canBeSentAgain(problem) && (
            <Button size="small" onPress={onAgain}>
              {w('uploadAgain')}
            </Button>
          )}
        </span>
      )}
      <Button size="small" look="quiet" onPress={onRemove} aria-label={w('removeFile', { name: file.name })}>
        ✕
      </Button>
    </li>
  );
}

const OWN_WORDS = { 'payload.too_large': 'fileTooBig', 'file.empty': 'fileEmpty', 'file.heic': 'fileHeic' } as const;

function problemWords(problem: ApiProblem, w: (key: keyof typeof formWords) => string): string {
  const own = Object.entries(OWN_WORDS).find(([code]) => code === problem.code);
  if (own !== undefined) return w(own[1]);
  return problem.title === '' ? w('uploadFailed') : `${problem.title} ${problem.detail}`;
}
