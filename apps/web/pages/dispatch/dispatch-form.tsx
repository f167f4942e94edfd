import { useQuery } from '@tanstack/react-query';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { ActForm, type Done, type FormInHand } from '../../forms/act-form.js';
import { Button } from '../../ui/button.js';
import { Box, Loading } from '../../ui/problem.js';
import { routingWords } from '../../words/routing.words.js';
import { useWords } from '../../words/words.js';
import { RoutePreview, useRoute, type Route } from './route-preview.js';
import { givenBy, placeOfCase } from './routing.rules.js';

interface DispatchFormProps {
  seen: Schema<'Case'>;
  ability: Schema<'Ability'>;
  onBehalfOf?: string | undefined;
  onCancel: () => void;
  onDone: (done: Done) => void;
}

/** Dispatching an issue: who would get it by the duty matrix and why stands above, and the form begins with that. */
export function DispatchForm({ seen, ability, onBehalfOf, onCancel, onDone }: DispatchFormProps) {
  const w = useWords(routingWords);
  const { data: route, error, isLoading } = useRoute({ matter: seen.category, place: placeOfCase(seen) });
  if (isLoading) return <Loading />;
  return (
    <>
      {error !== null && <Box kind="warn">{w('previewFailed')}</Box>}
      {route !== undefined && <RoutePreview route={route} />}
      <ActForm
        caseId={seen.id}
        version={seen.version}
        unit={seen.unit}
        {...ability}
        {...(onBehalfOf === undefined ? {} : { onBehalfOf })}
        given={givenBy(route)}
        beside={route === undefined ? undefined : (form) => <LeadCheck route={route} seen={seen} form={form} />}
        onCancel={onCancel}
        onDone={onDone}
      />
    </>
  );
}

/** Says when another unit was chosen than the matrix names, and whether it may be handed down at all. */
function LeadCheck({ route, seen, form }: { route: Route; seen: Schema<'Case'>; form: FormInHand }) {
  const w = useWords(routingWords);
  const chosen = form.value['lead'];
  const lead = typeof chosen === 'string' && chosen !== '' ? chosen : null;
  const { data: admits } = useQuery({
    queryKey: keys.book('admits', route.matter.id, seen.unit, lead),
    queryFn: () =>
      answered(
        api.GET('/api/v1/routing/admission', {
          params: { query: { matter: route.matter.id, from: seen.unit, to: lead ?? '' } },
        }),
      ),
    enabled: lead !== null,
    retry: false,
  });
  if (lead === null) return null;
  const { unit, unitName } = route.lead;
  return (
    <>
      {lead !== unit && (
        <Box kind="warn">
          <p>{w('notLead', { unit: unitName })}</p>
          <p>
            <Button size="small" onPress={() => form.setValue({ ...form.value, lead: unit })}>
              {w('asMatrix', { unit: unitName })}
            </Button>
          </p>
        </Box>
      )}
      {admits !== undefined && admits.reason !== 'not_down' && (
        <Box kind={admits.admitted ? 'good' : 'warn'}>
          {admits.admitted
            ? w('admitted', { unit: lead === unit ? unitName : w('thatUnit') })
            : w('notAdmitted', { unit: lead === unit ? unitName : w('thatUnit'), reason: w(`admit_${admits.reason}`) })}
        </Box>
      )}
    </>
  );
}
