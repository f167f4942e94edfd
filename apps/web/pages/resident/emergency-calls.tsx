import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { residentWords } from '../../words/resident.words.js';
import { labelOf, useLabel, useWords } from '../../words/words.js';
import './resident.css';

/** Without an answer of the service these are called all the same. */
const NATIONAL = [
  { phone: '110', label: labelOf(residentWords, 'police'), unit: null },
  { phone: '119', label: labelOf(residentWords, 'fire'), unit: null },
  { phone: '120', label: labelOf(residentWords, 'ambulance'), unit: null },
];

/** Numbers to call, each one press: the national ones, and water, power and gas of the place. */
export function EmergencyCalls({ unit }: { unit: string | undefined }) {
  const w = useWords(residentWords);
  const inLabel = useLabel();
  const { data } = useQuery({
    queryKey: [...keys.installation, unit],
    queryFn: () => answered(api.GET('/api/v1/installation', { params: { query: unit === undefined ? {} : { unit } } })),
    staleTime: 3_600_000,
  });
  return (
    <ul className="resident-calls" aria-label={w('callNow')}>
      {(data?.emergency ?? NATIONAL).map(({ phone, label, unit: answers }) => (
        <li key={`${phone} ${label.zh}`}>
          <a className="button danger big" href={`tel:${phone}`}>
            <span>
              {inLabel(label)} <strong className="number">{phone}</strong>
              {answers !== null && <span className="small resident-answers">{answers.name}</span>}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
