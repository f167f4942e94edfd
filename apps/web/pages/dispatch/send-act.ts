import { answered, api } from '../../api/client.js';
import type { Once } from '../../api/command.js';
import type { Done } from '../../forms/act-form.js';
import type { FormValue } from '../../forms/schema.types.js';

interface Sent {
  id: string;
  act: string;
  input: FormValue;
}

/** Does an act that asks nothing, or the same for many cases; whether it fits the state of the case is the service's to say. */
export function sendAct(
  { id, act, input }: Sent,
  headers: Once = { 'idempotency-key': crypto.randomUUID() },
): Promise<Done> {
  return answered(api.POST('/api/v1/cases/{id}/acts', { params: { path: { id } }, body: { act, input }, headers }));
}
