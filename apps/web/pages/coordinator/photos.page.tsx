import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Page } from '../../app/page.js';
import { Box, EmptyState, NotYet } from '../../ui/problem.js';
import { fieldWorkWords } from '../../words/field-work.words.js';
import { useWords } from '../../words/words.js';
import { PhotoReview } from './photo-review.js';
import './coordinator.css';
import './photos.css';

/** Photos of cases that nobody has looked at yet: covered and published, or kept private. */
export function PhotosPage() {
  const w = useWords(fieldWorkWords);
  const [at, setAt] = useState(0);
  const [said, setSaid] = useState<'published' | 'kept' | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: keys.list('photos'),
    queryFn: () => answered(api.GET('/api/v1/files/to-review')),
  });
  const rows = data?.rows ?? [];
  const shown = rows[Math.min(at, rows.length - 1)];
  return (
    <Page title={w('photos')} width="full">
      <p className="soft">{w('photosHelp')}</p>
      <div role="status">{said !== null && <Box kind="good">{w(said)}</Box>}</div>
      {data === undefined && <NotYet error={error} onRetry={refetch} />}
      {data !== undefined && shown === undefined && (
        <EmptyState title={w('noPhotos')}>
          <p>{w('noPhotosHelp')}</p>
        </EmptyState>
      )}
      {shown !== undefined && (
        <>
          <p className="small soft">{w('photoOf', { n: rows.indexOf(shown) + 1, of: rows.length })}</p>
          <PhotoReview
            key={shown.id}
            file={shown}
            onDone={setSaid}
            onSkip={rows.length > 1 ? () => setAt((rows.indexOf(shown) + 1) % rows.length) : undefined}
          />
        </>
      )}
    </Page>
  );
}
