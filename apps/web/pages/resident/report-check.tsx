import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { answered, api } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { keys } from '../../api/keys.js';
import { useIsOnline } from '../../app/network.js';
import { useLanguage } from '../../app/preferences.js';
import { FormPlace } from '../../forms/form-place.js';
import { ReferenceField } from '../../forms/reference-field.js';
import { Button, LinkButton } from '../../ui/button.js';
import { CheckField } from '../../ui/fields.js';
import { SelectField } from '../../ui/select-field.js';
import { Box, ProblemBox } from '../../ui/problem.js';
import { residentWords } from '../../words/resident.words.js';
import { useLabel, useWords } from '../../words/words.js';
import { CHANNELS } from './channels.rules.js';
import { reportInput, type ReportStep } from './report.rules.js';
import type { ReportState } from './report-state.js';

interface CheckProps {
  state: ReportState;
  /** Goes back to a question. */
  onChange: (step: ReportStep) => void;
}

/** Everything once more before it is sent; each line leads back to its question. */
export function ReportCheck({ state, onChange }: CheckProps) {
  const w = useWords(residentWords);
  const { draft, me, relative } = state;
  const place = usePlaceName(state);
  const lines = [
    ['danger', w('lineDanger'), w(draft.danger === true ? 'yesDanger' : 'noDanger')],
    ['what', w('lineWhat'), draft.title],
    ['what', w('description'), draft.description],
    ['where', w('place'), place],
    ['photos', w('photos'), w('photosChosen', { n: draft.files.length })],
  ] as const;
  return (
    <>
      {draft.danger === true && <Box kind="bad">{w('dangerRings')}</Box>}
      {relative !== null && <Box kind="note">{w('saidFor', { name: relative.name })}</Box>}
      <dl className="resident-lines">
        {lines.map(([step, name, value]) =>
          value === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <span dir="auto" className="keep-lines">
                  {value}
                </span>
                <Button look="quiet" aria-label={w('changeLine', { name })} onPress={() => onChange(step)}>
                  {w('change')}
                </Button>
              </dd>
            </div>
          ),
        )}
      </dl>
      {me !== undefined && <More state={state} />}
      <Send state={state} />
    </>
  );
}

function usePlaceName({ draft, home }: ReportState): string {
  const known = [...(home?.units ?? []), ...(home?.community == null ? [] : [home.community])].find(
    ({ id }) => id === draft.place,
  );
  const { data } = useQuery({
    queryKey: keys.book('unit', draft.place),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}', { params: { path: { unit: draft.place } } })),
    enabled: known === undefined && draft.place !== '',
    staleTime: 3_600_000,
  });
  return known?.name ?? data?.unit.name ?? '';
}

/** What nobody has to say. */
function More({ state: { draft, change, community, isStaff } }: { state: ReportState }) {
  const w = useWords(residentWords);
  const inLabel = useLabel();
  const language = useLanguage();
  const { data: catalogue } = useQuery({
    queryKey: keys.book('catalogue', community),
    queryFn: () => answered(api.GET('/api/v1/units/{unit}/catalogue', { params: { path: { unit: community ?? '' } } })),
    enabled: community !== undefined,
    staleTime: 3_600_000,
  });
  return (
    <details open={isStaff}>
      <summary>{w('moreChoices')}</summary>
      <div className="stack resident-more">
        <SelectField
          label={w('category')}
          help={w('categoryHelp')}
          value={draft.category}
          onChange={(category) => change({ category })}
          choices={(catalogue?.rows ?? []).map(({ code, name }) => ({ value: code, label: inLabel(name) }))}
        />
        <CheckField
          label={w('hideMe')}
          help={w('hideMeHelp')}
          isSelected={draft.hideFromHandler}
          onChange={(hideFromHandler) => change({ hideFromHandler })}
        />
        {isStaff && (
          <FormPlace value={{ unit: community ?? null, language }}>
            <ReferenceField
              label={w('saidBy')}
              help={w('saidByHelp')}
              refers="person"
              value={draft.reporter}
              onChange={(reporter) => change({ reporter })}
            />
            <SelectField
              label={w('channel')}
              value={draft.channel}
              onChange={(channel) => change({ channel: channel ?? 'page' })}
              choices={CHANNELS.map((one) => ({ value: one, label: w(`channel_${one}`) }))}
            />
          </FormPlace>
        )}
      </div>
    </details>
  );
}

function Send({ state }: { state: ReportState }) {
  const w = useWords(residentWords);
  const navigate = useNavigate();
  const { draft, me, relative, community, drop, isStaff } = state;
  const [isWaiting, setWaiting] = useState(false);
  const canSend = useIsOnline() && community !== undefined;
  const send = useCommand(
    (input: Record<string, unknown>, headers) =>
      answered(
        api.POST('/api/v1/cases', {
          body: {
            workflow: 'issue',
            input,
            ...(community === undefined ? {} : { unit: community }),
            ...(relative === null ? {} : { onBehalfOf: relative.person }),
          },
          headers,
        }),
      ),
    {
      name: `report ${me?.person ?? ''}`,
      onDone: ({ id }) => {
        drop();
        void navigate(`/report?sent=${id}`, { replace: true });
      },
    },
  );
  if (me === undefined)
    return (
      <Box title={w('signInToSend')}>
        <p>{w('signInToSendHelp')}</p>
        <p className="row">
          <LinkButton look="primary" to={`/sign-in?next=${encodeURIComponent('/report?step=check')}`}>
            {w('signIn')}
          </LinkButton>
          <LinkButton to={`/join?next=${encodeURIComponent('/report?step=check')}`}>{w('haveSlip')}</LinkButton>
        </p>
      </Box>
    );
  return (
    <>
      <div role="status">
        {isWaiting && !canSend && <Box kind="warn">{w('offlineKept')}</Box>}
        {isWaiting && canSend && send.isIdle && <Box kind="good">{w('onlineAgain')}</Box>}
      </div>
      {send.error !== null && <ProblemBox error={send.error} />}
      <p className="soft">{w('whoSees')}</p>
      <Button
        look="primary"
        size="big"
        isPending={send.isPending}
        onPress={() => {
          if (canSend) send.mutate(reportInput(draft, { community, isStaff }));
          else setWaiting(true);
        }}
      >
        {w('send')}
      </Button>
    </>
  );
}
