import { useMemo, useState, type ReactNode } from 'react';

import { useCommand, type Once } from '../../api/command.js';
import { useLanguage } from '../../app/preferences.js';
import { FormPlace } from '../../forms/form-place.js';
import { flawsOf, initialValue, sentValue } from '../../forms/form.rules.js';
import type { ReferencePlace } from '../../forms/references.js';
import { SchemaForm } from '../../forms/schema-form.js';
import type { FieldSchema, FormValue } from '../../forms/schema.types.js';
import { Button, type ButtonLook } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { formWords } from '../../words/form.words.js';
import { registryWords } from '../../words/registry.words.js';
import { useWords } from '../../words/words.js';
import { changedOnly, isChanged } from './record.rules.js';

interface RecordFormProps<Done> {
  /** What is done, on the button. */
  action: string;
  look?: ButtonLook;
  schema: FieldSchema;
  /** What is registered now; a change sends only what differs from it. */
  given?: FormValue;
  isChange?: boolean;
  /** What one field says about another, as it is entered. */
  follows?: (value: FormValue, before: FormValue) => FormValue;
  /** Unit whose people and matters can be named. */
  unit: string | null;
  /** What else can be named, given by the page. */
  parts?: ReferencePlace['parts'];
  send: (value: FormValue, headers: Once) => Promise<Done>;
  onDone: (done: Done) => void;
  onCancel: () => void;
  /** Above the fields: what this does, in words. */
  children?: ReactNode;
}

const asEntered = (value: FormValue): FormValue => value;

/**
 * A form that writes to the registry. Keeps no draft: what is entered here is about people, and the device may be shared. What could
 * not be sent stays in the form.
 */
export function RecordForm<Done>(props: RecordFormProps<Done>) {
  const {
    action,
    look = 'primary',
    schema,
    given,
    isChange = false,
    follows = asEntered,
    unit,
    parts,
    send,
    onDone,
    onCancel,
    children,
  } = props;
  const w = useWords(formWords);
  const r = useWords(registryWords);
  const language = useLanguage();
  const place = useMemo(() => ({ unit, language, ...(parts === undefined ? {} : { parts }) }), [unit, language, parts]);
  const [value, setValue] = useState<FormValue>(() => ({ ...initialValue(schema), ...given }));
  const [isTried, setTried] = useState(false);
  const [isSame, setSame] = useState(false);
  const command = useCommand(send, { onDone });
  const flaws = flawsOf(schema, value);
  const own = isTried
    ? flaws.map(({ path, word, n }) => [path, w(word, n === undefined ? {} : { n })] as const)
    : (command.error?.issues ?? []).map(({ path, message }) => [path.replace(/^body\./, ''), message] as const);
  const submit = (): void => {
    setTried(flaws.length > 0);
    if (flaws.length > 0) return;
    const sent = isChange ? changedOnly(schema, { given: given ?? {}, value }) : sentValue(schema, value);
    setSame(isChange && !isChanged(sent));
    if (!isChange || isChanged(sent)) command.mutate(sent);
  };
  return (
    <FormPlace value={place}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (!command.isPending) submit();
        }}
      >
        {children}
        <SchemaForm
          schema={schema}
          value={value}
          onChange={(next) => setValue(follows(next, value))}
          errors={Object.fromEntries(own)}
        />
        {isTried && flaws.length > 0 && (
          <p className="field-error" role="alert">
            {w('correct', { n: flaws.length })}
          </p>
        )}
        {isSame && <Box kind="info">{r('nothingChanged')}</Box>}
        {command.error !== null && <ProblemBox error={command.error} />}
        <div className="row">
          <Button look={look} type="submit" isPending={command.isPending}>
            {action}
          </Button>
          <Button onPress={onCancel}>{w('notNow')}</Button>
        </div>
      </form>
    </FormPlace>
  );
}

interface RecordDialogProps<Done> extends Omit<RecordFormProps<Done>, 'onCancel'> {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  size?: 'normal' | 'wide';
}

/** The same above the page. */
export function RecordDialog<Done>({ isOpen, onClose, title, size, onDone, ...form }: RecordDialogProps<Done>) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} actions={<></>} {...(size === undefined ? {} : { size })}>
      <RecordForm
        {...form}
        onCancel={onClose}
        onDone={(done) => {
          onClose();
          onDone(done);
        }}
      />
    </Dialog>
  );
}
