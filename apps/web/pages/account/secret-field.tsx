import { useState } from 'react';

import { CheckField, TextField, type TextFieldProps } from '../../ui/fields.js';
import { accountWords } from '../../words/account.words.js';
import { useWords } from '../../words/words.js';

/** A password, which can be made visible: many mistype what they cannot see. */
export function SecretField(props: Omit<TextFieldProps, 'type'>) {
  const w = useWords(accountWords);
  const [isShown, setShown] = useState(false);
  return (
    <div className="stack tight">
      <TextField {...props} type={isShown ? 'text' : 'password'} />
      <CheckField label={w('showPassword')} isSelected={isShown} onChange={setShown} />
    </div>
  );
}
