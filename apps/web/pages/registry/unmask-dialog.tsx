import { useEffect, useState } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { peopleWords } from '../../words/people.words.js';
import { useWords } from '../../words/words.js';

const FIELDS = ['phone', 'idNumber'] as const;
type Field = (typeof FIELDS)[number];
/** A number in clear goes out of sight again: somebody may look over the shoulder. */
const SHOWN_MS = 60_000;

/** Shows a telephone or identity number in clear, with a reason that is kept and that the person can read. */
export function UnmaskDialog({ person, onClose }: { person: Schema<'PersonView'>; onClose: () => void }) {
  const w = useWords(peopleWords);
  const [field, setField] = useState<Field>('phone');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const [shown, setShown] = useState<{ field: Field; value: string } | null>(null);
  const unmask = useCommand(
    (body: { field: Field; reason: string }, headers) =>
      answered(api.POST('/api/v1/people/{person}/unmask', { params: { path: { person: person.id } }, body, headers })),
    { onDone: setShown },
  );
  useEffect(() => {
    if (shown === null) return undefined;
    const timer = setTimeout(() => setShown(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  const submit = (): void => {
    setTried(true);
    if (reason.trim() !== '') unmask.mutate({ field, reason: reason.trim() });
  };
  return (
    <Dialog isOpen onClose={onClose} title={w('unmaskTitle', { name: person.name })} actions={<></>}>
      <Box kind="warn">{w('unmaskWarning')}</Box>
      {shown === null ? (
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!unmask.isPending) submit();
          }}
        >
          <ChoiceField
            label={w('whatToSee')}
            isRequired
            value={field}
            onChange={(chosen) => setField(FIELDS.find((one) => one === chosen) ?? 'phone')}
            choices={FIELDS.map((value) => ({ value, label: w(value) }))}
          />
          <TextField
            label={w('unmaskReason')}
            help={w('unmaskReasonHelp')}
            isRequired
            maxLength={500}
            value={reason}
            onChange={setReason}
            error={isTried && reason.trim() === '' ? w('unmaskReasonNeeded') : undefined}
          />
          {unmask.error !== null && <ProblemBox error={unmask.error} />}
          <div className="row">
            <Button look="primary" type="submit" isPending={unmask.isPending}>
              {w('unmaskAction')}
            </Button>
            <Button onPress={onClose}>{w('notNow')}</Button>
          </div>
        </form>
      ) : (
        <>
          <p role="status">
            <span className="soft">{w(shown.field)}</span>
            <br />
            <span className="rg-secret">{shown.value}</span>
          </p>
          <p className="soft small">{w('shownBriefly')}</p>
          <p className="row">
            {shown.field === 'phone' && (
              <a className="button primary normal" href={`tel:${shown.value}`}>
                {w('callThem')}
              </a>
            )}
            <Button onPress={onClose}>{w('hide')}</Button>
          </p>
        </>
      )}
    </Dialog>
  );
}
