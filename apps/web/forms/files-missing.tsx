import { useCallback, useState } from 'react';

import { formWords } from '../words/form.words.js';
import { useWords } from '../words/words.js';
import type { NotThere } from './use-uploads.js';

/** Nothing is missing. */
export const NONE_MISSING: NotThere = { underWay: 0, failed: 0 };

/** Files of all fields together that are not there yet: a form is not sent without them. */
export function useFilesOf() {
  const [files, setFiles] = useState<Readonly<Record<string, NotThere>>>({});
  const tell = useCallback((field: string, one: NotThere) => setFiles((all) => ({ ...all, [field]: one })), []);
  const all = Object.values(files);
  const missing = {
    underWay: all.reduce((sum, one) => sum + one.underWay, 0),
    failed: all.reduce((sum, one) => sum + one.failed, 0),
  };
  return { tell, missing };
}

/** Says how many files are not there yet. */
export function FilesMissing({ missing: { underWay, failed } }: { missing: NotThere }) {
  const w = useWords(formWords);
  if (underWay + failed === 0) return null;
  return (
    <p className="field-error" role="alert">
      {underWay > 0 ? w('filesUnderWay', { n: underWay }) : w('filesFailed', { n: failed })}
    </p>
  );
}
