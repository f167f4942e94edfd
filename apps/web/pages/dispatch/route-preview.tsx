import { useQuery } from '@tanstack/react-query';

import { answered, api, type Schema } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useTimes } from '../../app/times.js';
import { Facts } from '../../ui/card.js';
import { Box } from '../../ui/problem.js';
import { routingWords } from '../../words/routing.words.js';
import { useBetween, useLabel, useWords } from '../../words/words.js';
import { readableGround } from './routing.rules.js';

export type Route = Schema<'RoutePreview'>;

interface RouteQuestion {
  matter: string | null;
  place: string | null;
  danger?: boolean;
}

/** Who would get a matter at a place. Reads only. */
export function useRoute({ matter, place, danger = false }: RouteQuestion) {
  return useQuery({
    queryKey: keys.book('route', matter, place, danger),
    queryFn: () =>
      answered(api.POST('/api/v1/routing/preview', { body: { matter: matter ?? '', place: place ?? '', danger } })),
    enabled: matter !== null && matter !== '' && place !== null && place !== '',
    retry: false,
  });
}

/** Who would get it and why, who assists, until when, and every entry of the duty matrix that was considered. */
export function RoutePreview({ route }: { route: Route }) {
  const w = useWords(routingWords);
  const between = useBetween();
  const inLabel = useLabel();
  const { inWords } = useTimes();
  const { lead, assists, emergency, limits, explanation } = route;
  const ground = readableGround(lead.ground);
  return (
    <Box kind={ground === 'ground_matrix' ? 'good' : 'warn'} title={<bdi>{lead.unitName}</bdi>}>
      <Facts
        facts={[
          [w('because'), w(ground, { unit: lead.unitName })],
          [w('assists'), assists.length === 0 ? w('noAssists') : assists.map(({ unitName }) => unitName).join(between)],
          [w('emergency'), emergency?.unitName],
          ...limits.map(
            ({ name, amount, from, dueAt }) =>
              [
                name === 'acceptance' || name === 'handling'
                  ? `${w('limits')} · ${w(`limit_${name}`)}`
                  : `${w('limits')} · ${name}`,
                <span key={name}>
                  {w(`amount_${amount.unit}` as 'amount_day', { n: amount.amount })}{' '}
                  <span className="soft small">
                    {w(`from_${from}`)}
                    {dueAt !== null && ` · ${w('dueIfNow', { at: inWords(dueAt, 'short') })}`}
                  </span>
                </span>,
              ] as const,
          ),
        ]}
      />
      <details>
        <summary>{w('why')}</summary>
        <ol>
          {explanation.map((line) => (
            <li key={line.en}>{inLabel(line)}</li>
          ))}
        </ol>
      </details>
    </Box>
  );
}
