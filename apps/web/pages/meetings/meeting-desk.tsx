import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

import { answered, api, type Schema } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { holds, useMe } from '../../app/session.js';
import { ActForm } from '../../forms/act-form.js';
import { useLastingActs } from '../../forms/lasting-acts.js';
import type { ReferencePlace } from '../../forms/references.js';
import { StaleNote } from '../../forms/stale-note.js';
import { Button, type ButtonLook } from '../../ui/button.js';
import { Confirm, Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { meetingsWords } from '../../words/meetings.words.js';
import { useLabel, useWords } from '../../words/words.js';
import type { MeetingState } from './meeting.types.js';

/** What is done, with what, and for whom it is entered. */
export interface Order {
  act: string;
  input?: Record<string, unknown>;
  onBehalfOf?: string | undefined;
  /** Told when it is done. */
  said?: string;
  /** It holds whatever else has happened meanwhile: who is there does not depend on what is said. */
  isAnyVersion?: boolean;
}

/** Offices that enter what somebody else said or ruled in the room. */
const ENTERING = ['coordinator', 'hotline', 'collector', 'gridLeader', 'gridMember', 'recorder'];

interface MeetingDesk {
  seen: Schema<'Case'>;
  state: MeetingState;
  nameOf: (id: string) => string;
  textOf: (id: string) => string;
  /** Whether the reader may do it now in their own name. */
  can: (act: string) => boolean;
  /** Whether the reader may enter it now for somebody who may do it. */
  canEnter: (act: string) => boolean;
  /** In whose name the chair's act is done: `undefined` one's own, a person, or `null`: not now. */
  asChair: (act: string) => string | undefined | null;
  send: (order: Order) => void;
  isSending: boolean;
  /** The reader; `null` while it is asked for. */
  reader: string | null;
  /** The reader has checked in and not left. */
  isHere: boolean;
}

const Desk = createContext<MeetingDesk | null>(null);

/** The meeting a control belongs to. */
export function useDesk(): MeetingDesk {
  const desk = useContext(Desk);
  if (desk === null) throw new Error('a control of a meeting stands outside of one');
  return desk;
}

interface MeetingDeskProps {
  seen: Schema<'Case'>;
  state: MeetingState;
  nameOf: (id: string) => string;
  children: ReactNode;
}

/** Sends what is done at the meeting, says what came of it, and shows what others did meanwhile before anything is overwritten. */
export function MeetingDeskPlace({ seen, state, nameOf, children }: MeetingDeskProps) {
  const w = useWords(meetingsWords);
  const { data: me } = useMe();
  const client = useQueryClient();
  const [told, setTold] = useState<{ said: string; wasSitting: boolean } | null>(null);
  const [sentAt, setSentAt] = useState(seen.version);
  // what came of the last act is known before everything on the page has been asked for anew
  const [newest, setNewest] = useState(seen.version);
  const [isSending, setSending] = useState(false);
  const version = Math.max(newest, seen.version);
  const command = useCommand(
    ({ order, version: at }: { order: Order; version: number }, headers) => {
      setSending(true);
      return answered(
        api.POST('/api/v1/cases/{id}/acts', {
          params: { path: { id: seen.id } },
          body: {
            act: order.act,
            input: order.input ?? {},
            ...(order.onBehalfOf === undefined ? {} : { onBehalfOf: order.onBehalfOf }),
          },
          headers: { ...headers, ...(order.isAnyVersion === true ? {} : { 'if-match': `"${at}"` }) },
        }),
      ).finally(() => setSending(false));
    },
    {
      onDone: (done, { order }) => {
        setTold({ said: order.said ?? w('noted'), wasSitting: state.endedAt === null });
        setNewest(done.version);
      },
    },
  );
  // what was done in the room is no news any more once the sitting is over
  const isOver = state.endedAt !== null;
  const said = told === null || (isOver && told.wasSitting) ? null : told.said;
  const { mutate } = command;
  const mayEnter = holds(me, ...ENTERING);
  const reader = me?.person ?? null;
  const desk = useMemo<MeetingDesk>(() => {
    const own = new Set(seen.abilities.map(({ act }) => act));
    const possible = new Set(seen.awaits.flatMap(({ acts }) => acts));
    const canEnter = (act: string): boolean => mayEnter && possible.has(act);
    return {
      seen,
      state,
      nameOf,
      textOf: (id) => seen.texts[id] ?? w('erasedText'),
      can: (act) => own.has(act),
      canEnter,
      asChair: (act) => (own.has(act) ? undefined : state.chair !== null && canEnter(act) ? state.chair : null),
      send: (order) => {
        setTold(null);
        setSentAt(version);
        mutate({ order, version });
      },
      isSending,
      reader,
      isHere: reader !== null && state.present.includes(reader),
    };
  }, [seen, state, nameOf, mayEnter, mutate, isSending, version, reader, w]);
  const isStale = command.error?.status === 412;
  return (
    <Desk value={desk}>
      <div role="status" className="meeting-said">
        {said !== null && <Box kind="good">{said}</Box>}
      </div>
      {isStale && (
        <StaleNote
          caseId={seen.id}
          since={sentAt}
          onSeen={() => {
            command.reset();
            void client.invalidateQueries({ queryKey: ['case', seen.id] });
          }}
        />
      )}
      {command.error !== null && !isStale && <ProblemBox error={command.error} />}
      {children}
    </Desk>
  );
}

interface ActButtonProps {
  act: string;
  /** Other words than those of the workflow. */
  label?: string;
  /** Which of several it is about, for those who listen. */
  about?: string;
  look?: ButtonLook;
  size?: 'normal' | 'small';
  /** What the fields name. */
  parts?: ReferencePlace['parts'];
  given?: Record<string, unknown>;
  without?: readonly string[];
  /** Asks once, in these words: what it does cannot be taken back. */
  ask?: string;
}

/** An act of the workflow as a button: it is sent at once where nothing has to be said, else it opens its form. */
export function ActButton({ act, label, about, look, size, parts, given, without = [], ask }: ActButtonProps) {
  const { seen, send, isSending } = useDesk();
  const w = useWords(meetingsWords);
  const inLabel = useLabel();
  const [isOpen, setOpen] = useState(false);
  const ability = useLastingActs(seen.abilities, isOpen ? [act] : []).find((one) => one.act === act);
  if (ability === undefined) return null;
  const name = label ?? inLabel(ability.label);
  const fields = Object.keys((ability.input as { properties?: object } | null)?.properties ?? {});
  const hasForm = fields.some((field) => !without.includes(field));
  const order = { act, input: { ...given }, said: w('actDone', { act: name }) };
  return (
    <>
      <Button
        look={look}
        size={size}
        isPending={isSending && !hasForm}
        title={inLabel(ability.help)}
        aria-label={about === undefined ? undefined : `${name}：${about}`}
        onPress={() => (hasForm || ability.confirm || ask !== undefined ? setOpen(true) : send(order))}
      >
        {name}
      </Button>
      {hasForm ? (
        <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={name} actions={<></>}>
          <ActForm
            caseId={seen.id}
            version={seen.version}
            unit={seen.unit}
            {...ability}
            parts={parts}
            given={given}
            without={without}
            onCancel={() => setOpen(false)}
            onDone={() => setOpen(false)}
          />
        </Dialog>
      ) : (
        <Confirm
          isOpen={isOpen}
          title={ask ?? w('askAct', { act: name })}
          action={name}
          onClose={() => setOpen(false)}
          onConfirm={() => {
            setOpen(false);
            send(order);
          }}
        >
          <p>{inLabel(ability.help)}</p>
        </Confirm>
      )}
    </>
  );
}

interface ChairButtonProps {
  act: string;
  label: string;
  look?: ButtonLook;
  size?: 'normal' | 'small';
  input?: Record<string, unknown>;
  /** Asks once, in these words. */
  ask?: string;
  shortcut?: string;
}

/** What the chair rules: pressed by the chair, or entered by whoever takes the minutes. */
export function ChairButton({ act, label, look, size, input, ask, shortcut }: ChairButtonProps) {
  const { asChair, send, isSending, nameOf } = useDesk();
  const w = useWords(meetingsWords);
  const [isAsking, setAsking] = useState(false);
  const onBehalfOf = asChair(act);
  if (onBehalfOf === null) return null;
  const order = { act, input: input ?? {}, onBehalfOf, said: w('actDone', { act: label }) };
  return (
    <>
      <Button
        look={look}
        size={size}
        isPending={isSending}
        aria-keyshortcuts={shortcut}
        title={onBehalfOf === undefined ? undefined : w('enteredForChair', { name: nameOf(onBehalfOf) })}
        data-shortcut={shortcut}
        onPress={() => (ask === undefined ? send(order) : setAsking(true))}
      >
        {label} {shortcut !== undefined && <kbd aria-hidden="true">{shortcut}</kbd>}
      </Button>
      {ask !== undefined && (
        <Confirm
          isOpen={isAsking}
          title={ask}
          action={label}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            send(order);
          }}
        >
          <p>{w('cannotBeUndone')}</p>
        </Confirm>
      )}
    </>
  );
}

interface ChairReasonProps {
  act: string;
  label: string;
}

/** What the chair rules with a reason: the form of the act for the chair, a line of its own for whoever enters it. */
export function ChairReason({ act, label }: ChairReasonProps) {
  const { asChair, send, nameOf } = useDesk();
  const w = useWords(meetingsWords);
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const onBehalfOf = asChair(act);
  if (onBehalfOf === undefined) return <ActButton act={act} size="small" />;
  if (onBehalfOf === null) return null;
  const close = (): void => {
    setOpen(false);
    setReason('');
  };
  return (
    <>
      <Button size="small" title={w('enteredForChair', { name: nameOf(onBehalfOf) })} onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={label}
        actions={
          <>
            <Button
              look="primary"
              isDisabled={reason.trim() === ''}
              onPress={() => {
                send({ act, input: { reason: reason.trim() }, onBehalfOf, said: w('actDone', { act: label }) });
                close();
              }}
            >
              {label}
            </Button>
            <Button onPress={close}>{w('notNow')}</Button>
          </>
        }
      >
        <p>{w('enteredForChair', { name: nameOf(onBehalfOf) })}</p>
        <TextField label={w('whyChair')} isRequired isLong rows={3} value={reason} onChange={setReason} />
      </Dialog>
    </>
  );
}
