import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { residentWords } from '../../words/resident.words.js';
import { useLabel, useWords } from '../../words/words.js';
import './resident.css';

/** Without an answer of the service these are called all the same. */
const NATIONAL = [
  { phone: '110', label: { zh: '报警', en: 'Police' }, unit: null },
  { phone: '119', label: { zh: '火警', en: 'Fire' }, unit: null },
  { phone: '120', label: { zh: '急救', en: 'Ambulance' }, unit: null },
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
