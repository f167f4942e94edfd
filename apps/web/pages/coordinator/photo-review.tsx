import { useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { ProblemBox } from '../../ui/problem.js';
import { fieldWorkWords } from '../../words/field-work.words.js';
import { useWords } from '../../words/words.js';
import { MaskedPhoto } from './masked-photo.js';
import type { Mask } from './masks.rules.js';

interface PhotoReviewProps {
  file: Schema<'File'>;
  onDone: (what: 'published' | 'kept') => void;
  onSkip: (() => void) | undefined;
}

/** One photo with its covers, and what becomes of it. */
export function PhotoReview({ file, onDone, onSkip }: PhotoReviewProps) {
  const w = useWords(fieldWorkWords);
  const [masks, setMasks] = useState<readonly Mask[]>([]);
  const [isAsking, setAsking] = useState(false);
  const params = { path: { file: file.id } };
  const publish = useCommand(
    (covers: readonly Mask[], headers) =>
      answered(api.POST('/api/v1/files/{file}/publish', { params, body: { masks: [...covers] }, headers })),
    { onDone: () => onDone('published') },
  );
  const keep = useCommand(
    (_: null, headers) => answered(api.POST('/api/v1/files/{file}/keep-private', { params, headers })),
    { onDone: () => onDone('kept') },
  );
  const picture = { width: file.width ?? 1600, height: file.height ?? 1200 };
  const middle = { left: Math.round(picture.width * 0.4), top: Math.round(picture.height * 0.4) };
  const size = { width: Math.round(picture.width * 0.2), height: Math.round(picture.height * 0.2) };
  return (
    <div className="stack">
      <p className="soft small">{w('drawHelp')}</p>
      <MaskedPhoto id={file.id} picture={picture} masks={masks} onChange={setMasks} />
      <p className="row">
        <Button onPress={() => setMasks([...masks, { ...middle, ...size }])}>{w('addMask')}</Button>
        <span role="status">{w('masks', { n: masks.length })}</span>
        {masks.length > 0 && <Button onPress={() => setMasks([])}>{w('clearMasks')}</Button>}
      </p>
      {[publish.error, keep.error].map((error, at) => error !== null && <ProblemBox key={at} error={error} />)}
      <p className="row">
        <Button look="primary" isPending={publish.isPending} onPress={() => setAsking(true)}>
          {w('publish')}
        </Button>
        <Button isPending={keep.isPending} onPress={() => keep.mutate(null)}>
          {w('keepPrivate')}
        </Button>
        {onSkip !== undefined && <Button onPress={onSkip}>{w('skip')}</Button>}
        {file.attachedTo === 'case' && file.subject !== null && (
          <LinkButton to={`/cases/${file.subject}`}>{w('toCase')}</LinkButton>
        )}
      </p>
      <Confirm
        isOpen={isAsking}
        title={w('publishTitle')}
        action={w('publish')}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          publish.mutate(masks);
        }}
      >
        <p>{w('publishHelp', { n: masks.length })}</p>
      </Confirm>
    </div>
  );
}
