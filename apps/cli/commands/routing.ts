import { withApi, type AsOptions } from './cases.js';
import { say } from '../say.js';

interface Label {
  zh: string;
  en: string;
}

interface PreviewBody {
  on: string;
  matter: { name: Label };
  place: { unitName: string };
  assists: { unitName: string }[];
  emergency: { unitName: string } | null;
  limits: {
    name: string;
    amount: { amount: number; unit: string };
    calendar: string;
    from: string;
    dueAt: string | null;
  }[];
  explanation: Label[];
}

/** What `minyi route` is asked. */
export interface RouteOptions extends AsOptions {
  matter: string;
  place: string;
  on?: string;
  danger?: boolean;
}

/** `minyi route --matter 供水 --place limin-b9`: who would get it, and why. Changes nothing. */
export function route({ matter, place, on, danger = false, as, json = false }: RouteOptions): Promise<void> {
  return withApi(async (api) => {
    const body = { matter, place, danger, ...(on === undefined ? {} : { on }) };
    const answer = await api.post<PreviewBody>('/api/v1/routing/preview', body, as === undefined ? {} : { who: as });
    if (json) {
      say(JSON.stringify(answer, null, 2));
      return;
    }
    say(`${answer.place.unitName} · ${answer.matter.name.zh} · ${answer.matter.name.en} · ${answer.on}`);
    const [owner, ...considered] = answer.explanation;
    if (owner !== undefined) say(`${owner.zh} ${owner.en}`);
    if (answer.assists.length > 0) say(`协办 · assists: ${answer.assists.map(({ unitName }) => unitName).join('、')}`);
    if (answer.emergency !== null) say(`值守 · on duty: ${answer.emergency.unitName}`);
    for (const { name, amount, calendar, from, dueAt } of answer.limits)
      say(`${name}: ${String(amount.amount)} ${amount.unit} (${calendar}, ${from}) → ${dueAt ?? '—'}`);
    for (const line of considered) say(`  ${line.zh} ${line.en}`);
  });
}
