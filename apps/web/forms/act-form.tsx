import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';

import { answered, api, type Schema } from '../api/client.js';
import { useCase } from '../api/cases.js';
import { useCommand } from '../api/command.js';
import { keys } from '../api/keys.js';
import type { ApiProblem } from '../api/problem.js';
import { useLanguage } from '../app/preferences.js';
import { useMe } from '../app/session.js';
import { useTimes } from '../app/times.js';
import { Button } from '../ui/button.js';
import { Confirm } from '../ui/dialog.js';
import { Box, ProblemBox } from '../ui/problem.js';
import { formWords } from '../words/form.words.js';
import { useLabel, useWords, type Label } from '../words/words.js';
import { useDraft } from './drafts.js';
import { FormPlace } from './form-place.js';
import { flawsOf, initialValue, sentValue } from './form.rules.js';
import type { ReferencePlace } from './references.js';
import { SchemaForm, type FormErrors } from './schema-form.js';
import type { FieldSchema, FormValue } from './schema.types.js';
import { StaleNote } from './stale-note.js';
import { FilesMissing, NONE_MISSING, useFilesOf } from './files-missing.js';
import { TellUploads } from './use-uploads.js';

export type Done = Schema<'Done'>;

interface CommandFormProps {
  /** What is done, on the button: “派单”. */
  action: string;
  help?: string;
  schema: FieldSchema;
  /** Key of the draft on this device. */
  draft: string;
  /** Asks once, in words, before it is sent. */
  confirm?: boolean;
  /** Filled in beforehand, over what the schema begins with. */
  given?: FormValue;
  without?: readonly string[];
  place: ReferencePlace;
  send: (input: FormValue, headers: { 'idempotency-key': string }) => Promise<Done>;
  onDone: (done: Done) => void;
  onCancel?: () => void;
  /** Shown where the service says that the case has changed meanwhile. */
  whenStale?: (problem: ApiProblem) => ReactNode;
  /** Shown in place of the button where this cannot be sent any more: what was entered stays to be read. */
  whenGone?: ReactNode;
  /** Shown above the fields: what helps to fill them in, and may do so. */
  beside?: ((form: FormInHand) => ReactNode) | undefined;
  /** Its first field has the focus at once: for forms that a key opens. */
  takesFocus?: boolean | undefined;
  children?: ReactNode;
}

/** What a form holds now, for whatever helps to fill it in. */
export interface FormInHand {
  value: FormValue;
  setValue: (value: FormValue) => void;
}

/** A form made from a schema: its draft, its check, its button, what came of it. */
export function CommandForm(props: CommandFormProps) {
  const { action, help, schema, given, place, send, onDone, onCancel, whenStale, children } = props;
  const w = useWords(formWords);
  const { fromNow } = useTimes();
  const begin = useMemo(() => ({ ...initialValue(schema), ...given }), [schema, given]);
  const { value, setValue, foundAt, drop } = useDraft<FormValue>(props.draft, begin, given);
  const [isTried, setTried] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const command = useCommand(send, {
    name: props.draft,
    onDone: (done) => {
      drop();
      onDone(done);
    },
  });
  const flaws = flawsOf(schema, value);
  const errors = useFormErrors(isTried ? flaws : [], command.error);
  const { tell, missing } = useFilesOf();
  const form = useFormByKey(props.takesFocus === true);
  const gone = command.isPending ? undefined : props.whenGone;
  const submit = (): void => {
    if (gone !== undefined) return;
    setTried(true);
    if (flaws.length > 0) {
      requestAnimationFrame(focusFlaw);
      return;
    }
    if (missing.underWay + missing.failed > 0) return;
    if (props.confirm === true) setAsking(true);
    else command.mutate(sentValue(schema, value));
  };
  return (
    <FormPlace value={place}>
      <form
        ref={form}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (!command.isPending) submit();
        }}
      >
        {help !== undefined && <p className="soft">{help}</p>}
        {foundAt !== null && (
          <Box kind="note">
            <p className="row">
              {w('draftFound', { when: fromNow(foundAt) })}
              <Button size="small" onPress={drop}>
                {w('draftDrop')}
              </Button>
            </p>
          </Box>
        )}
        {props.beside?.({ value, setValue })}
        <TellUploads value={tell}>
          <SchemaForm schema={schema} value={value} onChange={setValue} errors={errors} without={props.without} />
          {children}
        </TellUploads>
        <FilesMissing missing={isTried ? missing : NONE_MISSING} />
        {isTried && flaws.length > 0 && (
          <p className="field-error" role="alert">
            {w('correct', { n: flaws.length })}
          </p>
        )}
        {command.error !== null &&
          gone === undefined &&
          (command.error.status === 412 ? whenStale?.(command.error) : <ProblemBox error={command.error} />)}
        {gone}
        <div className="row">
          {gone === undefined && (
            <Button look="primary" type="submit" isPending={command.isPending}>
              {action}
            </Button>
          )}
          {onCancel !== undefined && <CancelButton onCancel={onCancel} isGone={gone !== undefined} />}
        </div>
      </form>
      <Confirm
        isOpen={isAsking}
        title={w('confirmTitle', { act: action })}
        action={action}
        isPending={command.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          command.mutate(sentValue(schema, value));
        }}
      >
        <p>{help}</p>
        <p>{w('confirmHelp')}</p>
      </Confirm>
    </FormPlace>
  );
}

const FLAWED = '[data-invalid] input, [data-invalid] textarea, [data-invalid] select, [aria-invalid=true]';
const focusFlaw = (): void => document.querySelector<HTMLElement>(FLAWED)?.focus();

const FIRST = 'input:not([hidden]), textarea, select';

/** Ctrl + Enter sends a form from any of its fields. */
function useFormByKey(takesFocus: boolean) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const element = form.current;
    if (element === null) return;
    if (takesFocus)
      (element.querySelector<HTMLElement>(FIRST) ?? element.querySelector<HTMLElement>('[type=submit]'))?.focus();
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      element.requestSubmit();
    };
    // before the fields hear it: a list of suggestions takes Enter for itself
    element.addEventListener('keydown', hear, { capture: true });
    return () => element.removeEventListener('keydown', hear, { capture: true });
  }, [takesFocus]);
  return form;
}

function CancelButton({ onCancel, isGone }: { onCancel: () => void; isGone: boolean }) {
  const w = useWords(formWords);
  return <Button onPress={onCancel}>{w(isGone ? 'goneClose' : 'notNow')}</Button>;
}

/** What is wrong beside each field: what this page has found, and what the service has. */
function useFormErrors(flaws: ReturnType<typeof flawsOf>, problem: ApiProblem | null): FormErrors {
  const w = useWords(formWords);
  const own = Object.fromEntries(flaws.map(({ path, word, n }) => [path, w(word, n === undefined ? {} : { n })]));
  const said = Object.fromEntries((problem?.issues ?? []).map(({ path, message }) => [path, message]));
  return { ...said, ...own };
}

interface ActFormProps {
  caseId: string;
  /** Version the form was opened at: what somebody else did since is shown before it is sent. */
  version: number;
  act: string;
  label: Label;
  help?: Label;
  confirm?: boolean;
  input: unknown;
  unit: string;
  parts?: ReferencePlace['parts'];
  given?: FormValue;
  without?: readonly string[];
  /** Person it is done for. */
  onBehalfOf?: string;
  onDone?: (done: Done) => void;
  onCancel?: () => void;
  beside?: ((form: FormInHand) => ReactNode) | undefined;
  takesFocus?: boolean;
  children?: ReactNode;
}

/** Whether somebody has meanwhile brought the case to where the act is not offered any more. */
function useIsGone(caseId: string, act: string, since: number): boolean {
  const { data } = useCase(caseId);
  return data !== undefined && data.version > since && data.abilities.every((one) => one.act !== act);
}

/** The form of an act on a case. Works for every act of every workflow. */
export function ActForm(props: ActFormProps) {
  const {
    caseId,
    version,
    act,
    label,
    help,
    confirm,
    input,
    unit,
    parts,
    given,
    without,
    onBehalfOf,
    onDone,
    onCancel,
    beside,
    takesFocus,
    children,
  } = props;
  const inLabel = useLabel();
  const language = useLanguage();
  const { data: me } = useMe();
  const client = useQueryClient();
  const [seen, setSeen] = useState(version);
  const isGone = useIsGone(caseId, act, seen);
  const send = (body: FormValue, headers: { 'idempotency-key': string }): Promise<Done> =>
    answered(
      api.POST('/api/v1/cases/{id}/acts', {
        params: { path: { id: caseId } },
        body: { act, input: body, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) },
        headers: { ...headers, 'if-match': `"${seen}"` },
      }),
    );
  return (
    <CommandForm
      action={inLabel(label)}
      help={help === undefined ? undefined : inLabel(help)}
      confirm={confirm}
      schema={input as FieldSchema}
      draft={`${me?.person ?? ''} ${caseId} ${act}`}
      place={{ unit, language, parts }}
      given={given}
      without={without}
      send={send}
      onDone={(done) => {
        setSeen(done.version);
        // the next form of this page knows what this one did before everything has been asked for anew
        client.setQueryData<Schema<'Case'>>(keys.case(caseId), (before) =>
          before === undefined ? before : { ...before, version: Math.max(before.version, done.version) },
        );
        onDone?.(done);
      }}
      onCancel={onCancel}
      beside={beside}
      takesFocus={takesFocus}
      whenGone={isGone ? <StaleNote caseId={caseId} since={seen} /> : undefined}
      whenStale={() => (
        <StaleNote
          caseId={caseId}
          since={seen}
          onSeen={(newest) => {
            setSeen(newest);
            void client.invalidateQueries({ queryKey: ['case', caseId] });
          }}
        />
      )}
    >
      {children}
    </CommandForm>
  );
}
