import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import type { Schema } from '../../api/client.js';
import { togetherLive } from '../../api/live.js';
import { ApiProblem } from '../../api/problem.js';
import { useLanguage } from '../../app/preferences.js';
import { CommandForm, type Done } from '../../forms/act-form.js';
import type { FieldSchema, FormValue } from '../../forms/schema.types.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Box, NotYet } from '../../ui/problem.js';
import { dispatchWords } from '../../words/dispatch.words.js';
import { uiWords } from '../../words/ui.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { oneByOne, type BulkOutcome } from './desk.rules.js';
import { useFreshCase } from './fresh-case.js';
import { sendAct } from './send-act.js';
import { useInside } from './use-inside.js';

type Row = Schema<'DeskItem'>;
/** Acts that many tasks can have in common: a crew goes to several, one note tells of all. */
export const BULK_ACTS = ['accept', 'assignInside', 'progress'] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

interface BulkBarProps {
  /** The rows that are selected. */
  rows: readonly Row[];
  open: BulkAct | null;
  onOpen: (act: BulkAct | null) => void;
  onDone: (told: string) => void;
  onClear: () => void;
}

const FORM_BULK = ['assignInside', 'progress'] as const;
type FormBulk = (typeof FORM_BULK)[number];
const MANY_WORDS = {
  assignInside: { action: 'assignMany', done: 'assigned' },
  progress: { action: 'progressMany', done: 'progressed' },
} as const;

const may = (rows: readonly Row[], wanted: BulkAct): Row[] =>
  rows.filter(({ acts }) => acts.some(({ act }) => act === wanted));

/** What can be done with all rows that are selected. */
export function BulkBar({ rows, open, onOpen, onDone, onClear }: BulkBarProps) {
  const w = useWords(dispatchWords);
  const toAccept = may(rows, 'accept');
  const openForm = open === 'accept' || open === null ? null : open;
  return (
    <div className="row dept-bulk">
      {toAccept.length > 0 && (
        <Button look="primary" size="small" onPress={() => onOpen('accept')}>
          {w('acceptMany', { n: toAccept.length })}
        </Button>
      )}
      {FORM_BULK.map((act) => {
        const n = may(rows, act).length;
        return (
          n > 0 && (
            <Button key={act} size="small" onPress={() => onOpen(act)}>
              {w(MANY_WORDS[act].action, { n })}
            </Button>
          )
        );
      })}
      {rows.length > 0 && (
        <Button size="small" look="quiet" onPress={onClear}>
          {w('unselect')}
        </Button>
      )}
      {open === 'accept' && <AcceptMany rows={toAccept} onClose={() => onOpen(null)} onDone={onDone} />}
      {openForm !== null && (
        <FormMany act={openForm} rows={may(rows, openForm)} onClose={() => onOpen(null)} onDone={onDone} />
      )}
    </div>
  );
}

interface ManyProps {
  rows: readonly Row[];
  onClose: () => void;
  onDone: (told: string) => void;
}

/** Sends the act for one row after the other and keeps count. */
function useMany(rows: readonly Row[], act: BulkAct) {
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const run = async (input: FormValue): Promise<{ outcome: BulkOutcome; last: Done | null }> => {
    let last: Done | null = null;
    const reached = await togetherLive(client, () =>
      oneByOne(
        rows.map(({ id }) => id),
        async (id) => {
          last = await sendAct({ id, act, input });
        },
        {
          onStep: setOutcome,
          reasonOf: (error) => (error instanceof ApiProblem ? error.detail || error.title : String(error)),
        },
      ),
    );
    await client.invalidateQueries();
    return { outcome: reached, last };
  };
  return { run, outcome };
}

function AcceptMany({ rows: chosen, onClose, onDone }: ManyProps) {
  // rows leave the list while this runs
  const [rows] = useState(chosen);
  const w = useWords(dispatchWords);
  const ui = useWords(uiWords);
  const { run, outcome } = useMany(rows, 'accept');
  const [isRunning, setRunning] = useState(false);
  const begin = async (): Promise<void> => {
    setRunning(true);
    const { outcome: reached } = await run({});
    setRunning(false);
    if (reached.failed.length === 0) onDone(w('acceptedMany', { n: reached.done.length }));
  };
  return (
    <Dialog
      isOpen
      title={w('acceptMany', { n: rows.length })}
      onClose={onClose}
      actions={
        <>
          {outcome === null && (
            <Button look="primary" isPending={isRunning} onPress={() => void begin()} autoFocus>
              {w('acceptMany', { n: rows.length })}
            </Button>
          )}
          <Button onPress={onClose}>{outcome === null ? ui('cancel') : ui('close')}</Button>
        </>
      }
    >
      <p>{w('acceptManyHelp')}</p>
      <Names rows={rows} />
      <Progress outcome={outcome} rows={rows} isRunning={isRunning} />
    </Dialog>
  );
}

/** One form for all of them. */
function FormMany({ act, rows: chosen, onClose, onDone }: ManyProps & { act: FormBulk }) {
  const [rows] = useState(chosen);
  const w = useWords(dispatchWords);
  const inLabel = useLabel();
  const language = useLanguage();
  const { run, outcome } = useMany(rows, act);
  const words = MANY_WORDS[act];
  const action = w(words.action, { n: rows.length });
  const [first] = rows;
  const { data, error, refetch } = useFreshCase(first?.id ?? '', first !== undefined);
  const parts = useInside(act);
  const ability = data?.abilities.find((one) => one.act === act);
  return (
    <Dialog isOpen size="wide" title={action} onClose={onClose} actions={<></>}>
      {first !== undefined && data !== undefined && ability !== undefined ? (
        <CommandForm
          action={action}
          help={inLabel(ability.help)}
          schema={ability.input as FieldSchema}
          draft={`many ${act}`}
          takesFocus
          place={{ unit: first.annex.holder?.id ?? first.unit, language, parts }}
          send={async (input) => {
            const { last, outcome: reached } = await run(input);
            if (last === null)
              throw new ApiProblem({
                status: 409,
                code: 'bulk',
                title: w('failedMany', { n: rows.length }),
                detail: reached.failed[0]?.why ?? '',
                issues: [],
              });
            if (reached.failed.length === 0) onDone(w(words.done, { n: reached.done.length }));
            return last;
          }}
          onDone={() => undefined}
          onCancel={onClose}
        />
      ) : (
        <>
          {data === undefined && <NotYet error={error} onRetry={refetch} />}
          {data !== undefined && <Box kind="warn" title={w('notNowMany', { act: w(`do_${act}`), n: rows.length })} />}
        </>
      )}
      <Names rows={rows} />
      <Progress outcome={outcome} rows={rows} isRunning={false} />
    </Dialog>
  );
}

function Names({ rows }: { rows: readonly Row[] }) {
  return (
    <ul className="dept-names small">
      {rows.map(({ id, title, annex }) => (
        <li key={id}>
          <bdi>{title ?? id}</bdi> <span className="soft number">{annex.number}</span>
        </li>
      ))}
    </ul>
  );
}

function Progress({
  outcome,
  rows,
  isRunning,
}: {
  outcome: BulkOutcome | null;
  rows: readonly Row[];
  isRunning: boolean;
}) {
  const w = useWords(dispatchWords);
  if (outcome === null) return null;
  const n = outcome.done.length + outcome.failed.length;
  return (
    <div role="status">
      {isRunning && <p>{w('working', { n, all: rows.length })}</p>}
      {!isRunning && outcome.done.length > 0 && <Box kind="good">{w('acceptedMany', { n: outcome.done.length })}</Box>}
      {outcome.failed.length > 0 && (
        <Box kind="bad" title={w('failedMany', { n: outcome.failed.length })}>
          <ul>
            {outcome.failed.map(({ id, why }) => (
              <li key={id}>
                <bdi>{rows.find((row) => row.id === id)?.title ?? id}</bdi>：{why}
              </li>
            ))}
          </ul>
        </Box>
      )}
    </div>
  );
}
