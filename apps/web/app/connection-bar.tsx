import { useEffect, useState, useSyncExternalStore } from 'react';

import { liveState, onLiveState } from '../api/live.js';
import { shellWords } from '../words/shell.words.js';
import { useWords } from '../words/words.js';
import { Button } from '../ui/button.js';
import { Box } from '../ui/problem.js';
import { takeNewerPages, whenNewer } from './kept-pages.js';
import { useIsOnline } from './network.js';

/** A connection that drops for a moment is nobody's concern. */
const SAY_AFTER_MS = 3000;
const SAY_BACK_MS = 4000;

/** Says when what is shown may be old, and when it is up to date again. */
export function ConnectionBar() {
  const w = useWords(shellWords);
  const live = useSyncExternalStore(onLiveState, liveState);
  const isOnline = useIsOnline();
  const [said, setSaid] = useState<'lost' | 'back' | null>(null);
  useEffect(() => {
    if (live === 'lost') {
      const timer = setTimeout(() => setSaid('lost'), SAY_AFTER_MS);
      return () => clearTimeout(timer);
    }
    if (live !== 'live') return undefined;
    setSaid((before) => (before === 'lost' ? 'back' : null));
    const timer = setTimeout(() => setSaid(null), SAY_BACK_MS);
    return () => clearTimeout(timer);
  }, [live]);
  const [isNewer, setNewer] = useState(false);
  useEffect(() => whenNewer(() => setNewer(true)), []);
  const words = isOnline ? said : 'offline';
  return (
    <div role="status" className={words === null && !isNewer ? '' : 'connection'}>
      {words !== null && <Box kind={words === 'back' ? 'good' : 'warn'}>{w(words)}</Box>}
      {isNewer && (
        <Box>
          <p className="row">
            {w('newVersion')}
            <Button size="small" onPress={takeNewerPages}>
              {w('useNewVersion')}
            </Button>
          </p>
        </Box>
      )}
    </div>
  );
}
