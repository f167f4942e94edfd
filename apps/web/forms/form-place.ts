import { createContext } from 'react';

import type { ReferencePlace } from './references.js';

/** Where the form that is filled in belongs: which unit's catalogue, which case's parts. */
export const FormPlace = createContext<ReferencePlace>({ unit: null, language: 'zh' });
